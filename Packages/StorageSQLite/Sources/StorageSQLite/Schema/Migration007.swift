// SPDX-License-Identifier: EUPL-1.2

/// By what keys are known before anything was written with them.
enum Migration007 {
    /// At most one row. Not filled here but after the migrations, when all tables are there by which the keys can be checked.
    static let sleutelmerk = "CREATE TABLE sleutelmerk (merk BLOB NOT NULL) STRICT;"
}
