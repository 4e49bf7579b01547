// SPDX-License-Identifier: EUPL-1.2

/// Inbox and outbox.
enum Migration002 {
    /// The order of arrival is `nr`. Open messages (status 0 and 1) have partial indexes, so that finding work costs the
    /// same with ten messages as with ten million that are done.
    static let berichten = """
        CREATE TABLE inbox (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            partner TEXT NOT NULL,
            bericht_id TEXT NOT NULL,
            soort TEXT NOT NULL,
            ontvangen_op INTEGER NOT NULL,
            persoon INTEGER NOT NULL CHECK (persoon >= 0),
            status INTEGER NOT NULL DEFAULT 0,
            tot INTEGER,
            toelichting BLOB,
            pogingen INTEGER NOT NULL DEFAULT 0,
            dossier INTEGER,
            inhoud BLOB NOT NULL
        ) STRICT;
        CREATE UNIQUE INDEX inbox_sleutel ON inbox (partner, bericht_id);
        CREATE INDEX inbox_status ON inbox (status, nr);
        CREATE INDEX inbox_open ON inbox (nr) WHERE status < 2;
        CREATE INDEX inbox_open_persoon ON inbox (persoon, nr) WHERE status < 2;

        CREATE TABLE outbox (
            nr INTEGER PRIMARY KEY AUTOINCREMENT,
            bericht_id TEXT NOT NULL UNIQUE,
            partner TEXT NOT NULL,
            soort TEXT NOT NULL,
            dossier INTEGER NOT NULL REFERENCES dossier (id),
            gemaakt_op INTEGER NOT NULL,
            status INTEGER NOT NULL DEFAULT 0,
            tot INTEGER,
            toelichting BLOB,
            pogingen INTEGER NOT NULL DEFAULT 0,
            inhoud BLOB NOT NULL
        ) STRICT;
        CREATE INDEX outbox_status ON outbox (status, nr);
        CREATE INDEX outbox_open ON outbox (nr) WHERE status < 2;
        CREATE INDEX outbox_open_dossier ON outbox (dossier, nr) WHERE status < 2;
        """
}
