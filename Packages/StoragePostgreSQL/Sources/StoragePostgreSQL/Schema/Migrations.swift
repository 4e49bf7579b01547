// SPDX-License-Identifier: EUPL-1.2

/// The numbered migrations of the database. A migration that was released never changes: a new one follows.
enum Migrations {
    /// Name and content of each, oldest first.
    static let all: [(name: String, sql: String)] = [
        ("001-dossiers", DossierTables.sql),
        ("002-berichten", MessageTables.sql),
        ("003-audit", AuditTables.sql),
        ("004-taken", JobTables.sql),
        ("005-bewijs", ProofTables.sql),
        ("006-nacht", NightTables.sql),
        ("007-greep", MessageTables.holds),
        ("008-bezig", JobTables.held),
        ("009-sleutelmerk", ProofTables.keyMark),
    ]

    static var names: [String] { all.map(\.name) }

    /// Which were applied. Made by the first migration; the application reads it to know whether it is up to date.
    static let book = """
        CREATE SCHEMA IF NOT EXISTS regie;
        CREATE TABLE IF NOT EXISTS regie.migratie (
            naam text PRIMARY KEY,
            toegepast_op timestamptz NOT NULL DEFAULT now()
        );
        """
}
