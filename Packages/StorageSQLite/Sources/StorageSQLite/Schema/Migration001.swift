// SPDX-License-Identifier: EUPL-1.2

/// Dossiers, their facts, what they are found by, and the werkvoorraad.
enum Migration001 {
    /// `gebeurtenis` and `werkregel` are clustered on the dossier, so that one dossier is one place on the disk and the
    /// nightly assessment reads from front to back. `dossier.id` is the DossierID as a number, in the same order.
    /// What `werkregel` sorts and selects by is plain; what it says is sealed.
    static let dossiers = """
        CREATE TABLE dossier (
            id INTEGER PRIMARY KEY,
            sleutel BLOB NOT NULL,
            laatste INTEGER NOT NULL,
            hash BLOB NOT NULL,
            regels BLOB
        ) STRICT;

        CREATE TABLE gebeurtenis (
            dossier INTEGER NOT NULL REFERENCES dossier (id),
            volgnummer INTEGER NOT NULL CHECK (volgnummer > 0),
            geldig_op INTEGER NOT NULL,
            bekend_op INTEGER NOT NULL,
            bron TEXT NOT NULL,
            bericht_id TEXT,
            versie INTEGER NOT NULL,
            inhoud BLOB NOT NULL,
            hash BLOB NOT NULL,
            PRIMARY KEY (dossier, volgnummer)
        ) STRICT, WITHOUT ROWID;

        CREATE TRIGGER gebeurtenis_staat_vast BEFORE UPDATE ON gebeurtenis
        BEGIN SELECT RAISE(ABORT, 'een gebeurtenis verandert nooit'); END;

        CREATE TABLE zoeksleutel (
            blind BLOB NOT NULL,
            dossier INTEGER NOT NULL REFERENCES dossier (id),
            PRIMARY KEY (blind, dossier)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX zoeksleutel_dossier ON zoeksleutel (dossier);

        CREATE TABLE werkregel (
            dossier INTEGER NOT NULL REFERENCES dossier (id),
            herkomst TEXT NOT NULL,
            plaats INTEGER NOT NULL,
            ernst INTEGER NOT NULL,
            voor INTEGER NOT NULL,
            code TEXT NOT NULL,
            klantmanager TEXT,
            inhoud BLOB NOT NULL,
            PRIMARY KEY (dossier, herkomst, plaats)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX werkregel_dringend ON werkregel (ernst DESC, voor, dossier, herkomst, plaats);
        CREATE INDEX werkregel_klantmanager ON werkregel (klantmanager, ernst DESC, voor, dossier, herkomst, plaats);
        CREATE INDEX werkregel_code ON werkregel (code, ernst DESC, voor, dossier, herkomst, plaats);
        """
}
