// SPDX-License-Identifier: EUPL-1.2

// The storage protocols of Inburgering on PostgreSQL: one database, one schema, all gemeenten; see README.md.
