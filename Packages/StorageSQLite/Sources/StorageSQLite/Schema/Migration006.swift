// SPDX-License-Identifier: EUPL-1.2

/// Seals, destroyed dossiers and what rotating the key needs.
enum Migration006 {
    /// `dossier.merk` vouches for the head; `zoeksleutel.versie` is the key version of the blind index, 0 when it was
    /// written before this. `zegelkop` holds the head of every dossier as the last seal saw it. `audit.herzegeld` is the
    /// reason under a later key: the chain goes over the first one, which must stay as it is. `audit.merk` vouches for a
    /// line until the chain does: nobody else can add one.
    static let bewijs = """
        ALTER TABLE dossier ADD COLUMN merk BLOB;
        ALTER TABLE dossier ADD COLUMN vernietigd_op INTEGER;
        CREATE INDEX dossier_vernietigd ON dossier (id) WHERE vernietigd_op IS NOT NULL;
        ALTER TABLE zoeksleutel ADD COLUMN versie INTEGER NOT NULL DEFAULT 0;

        CREATE TABLE zegel (
            nr INTEGER PRIMARY KEY,
            tijdstip INTEGER NOT NULL,
            audit_nr INTEGER NOT NULL,
            audit_code BLOB NOT NULL,
            dossiers INTEGER NOT NULL,
            feiten INTEGER NOT NULL,
            koppen BLOB NOT NULL,
            vernietigd INTEGER NOT NULL,
            vernietigingen BLOB NOT NULL,
            sleutel INTEGER NOT NULL,
            code BLOB NOT NULL
        ) STRICT;
        CREATE TRIGGER zegel_staat_vast BEFORE UPDATE ON zegel
        BEGIN SELECT RAISE(ABORT, 'een zegel verandert nooit'); END;

        CREATE TABLE zegelkop (
            dossier INTEGER PRIMARY KEY,
            laatste INTEGER NOT NULL,
            hash BLOB NOT NULL,
            vernietigd_op INTEGER
        ) STRICT;

        ALTER TABLE audit ADD COLUMN herzegeld BLOB;
        ALTER TABLE audit ADD COLUMN merk BLOB;
        DROP TRIGGER audit_staat_vast;
        CREATE TRIGGER audit_staat_vast BEFORE UPDATE ON audit
        WHEN NEW.nr IS NOT OLD.nr OR NEW.actie IS NOT OLD.actie OR NEW.object IS NOT OLD.object
            OR NEW.resultaat IS NOT OLD.resultaat OR NEW.oorsprong IS NOT OLD.oorsprong OR NEW.actor IS NOT OLD.actor
            OR NEW.tijdstip IS NOT OLD.tijdstip OR NEW.reden IS NOT OLD.reden
            OR (OLD.code IS NOT NULL AND (NEW.code IS NOT OLD.code OR NEW.sleutel IS NOT OLD.sleutel))
        BEGIN SELECT RAISE(ABORT, 'een auditregel verandert nooit'); END;
        """
}
