// SPDX-License-Identifier: EUPL-1.2

/// Jobs, the processes that hold them, and schedules.
enum Migration004 {
    /// `job_uniek` lets one job with a key wait or run at a time.
    static let taken = """
        CREATE TABLE job (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            soort TEXT NOT NULL,
            inhoud BLOB NOT NULL,
            prioriteit INTEGER NOT NULL,
            status INTEGER NOT NULL DEFAULT 0,
            vanaf INTEGER NOT NULL,
            pogingen INTEGER NOT NULL DEFAULT 0,
            hoogstens INTEGER NOT NULL,
            lease INTEGER NOT NULL DEFAULT 0,
            fout TEXT,
            uniek TEXT,
            proces TEXT,
            klaar_op INTEGER
        ) STRICT;
        CREATE INDEX job_wacht ON job (prioriteit, vanaf, id, soort) WHERE status = 0;
        CREATE INDEX job_eerste ON job (soort, vanaf) WHERE status = 0;
        CREATE INDEX job_bezig ON job (proces) WHERE status = 1;
        CREATE INDEX job_status ON job (status, id);
        CREATE UNIQUE INDEX job_uniek ON job (uniek) WHERE uniek IS NOT NULL AND status < 2;

        CREATE TABLE proces (
            naam TEXT PRIMARY KEY,
            gezien INTEGER NOT NULL
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE schema (
            naam TEXT PRIMARY KEY,
            laatste INTEGER NOT NULL,
            gepauzeerd INTEGER NOT NULL DEFAULT 0
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE tik (
            schema TEXT NOT NULL REFERENCES schema (naam),
            op INTEGER NOT NULL,
            PRIMARY KEY (schema, op)
        ) STRICT, WITHOUT ROWID;
        """
}
