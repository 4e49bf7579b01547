// SPDX-License-Identifier: EUPL-1.2

/// The audit log and the head of its chain.
enum Migration003 {
    /// A line is written without its code and linked afterwards, in batches: writers never wait for the chain. After
    /// that nothing of it may change.
    static let audit = """
        CREATE TABLE audit (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            actie TEXT NOT NULL,
            object TEXT NOT NULL,
            resultaat TEXT NOT NULL,
            oorsprong TEXT NOT NULL,
            actor TEXT NOT NULL,
            tijdstip INTEGER NOT NULL,
            reden BLOB,
            sleutel INTEGER,
            code BLOB
        ) STRICT;
        CREATE INDEX audit_object ON audit (object, nr);
        CREATE INDEX audit_actor ON audit (actor, nr);
        CREATE TRIGGER audit_staat_vast BEFORE UPDATE ON audit
        WHEN OLD.code IS NOT NULL OR NEW.nr IS NOT OLD.nr OR NEW.actie IS NOT OLD.actie OR NEW.object IS NOT OLD.object
            OR NEW.resultaat IS NOT OLD.resultaat OR NEW.oorsprong IS NOT OLD.oorsprong OR NEW.actor IS NOT OLD.actor
            OR NEW.tijdstip IS NOT OLD.tijdstip OR NEW.reden IS NOT OLD.reden
        BEGIN SELECT RAISE(ABORT, 'een auditregel verandert nooit'); END;

        CREATE TABLE audit_kop (
            een INTEGER PRIMARY KEY CHECK (een = 1),
            nr INTEGER NOT NULL,
            code BLOB NOT NULL
        ) STRICT;
        """
}
