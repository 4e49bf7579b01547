// SPDX-License-Identifier: EUPL-1.2

/// Seals, destroyed dossiers, marks, counts, and what rotating the key needs.
enum ProofTables {
    /// `dossier.merk` vouches for the head; `zoeksleutel.versie` is the key version of the blind index, 0 when it was
    /// written before this. `zegelkop` holds the head of every dossier as the last seal saw it. `audit.herzegeld` is the
    /// reason under a later key: the chain goes over the first one, which must stay as it is. `audit.merk` vouches for a
    /// line until the chain does: nobody else can add one.
    static let sql = """
        ALTER TABLE regie.dossier ADD COLUMN merk bytea, ADD COLUMN vernietigd_op bigint;
        CREATE INDEX dossier_vernietigd ON regie.dossier (gemeente, id) WHERE vernietigd_op IS NOT NULL;
        ALTER TABLE regie.zoeksleutel ADD COLUMN versie bigint NOT NULL DEFAULT 0;
        CREATE INDEX inbox_dossier ON regie.inbox (gemeente, dossier) WHERE dossier IS NOT NULL;
        CREATE INDEX inbox_zonder_dossier ON regie.inbox (gemeente, persoon) WHERE dossier IS NULL AND status >= 2;

        CREATE TABLE regie.zegel (
            gemeente text NOT NULL,
            nr bigint NOT NULL,
            tijdstip bigint NOT NULL,
            audit_nr bigint NOT NULL,
            audit_code bytea NOT NULL,
            dossiers bigint NOT NULL,
            feiten bigint NOT NULL,
            koppen bytea NOT NULL,
            vernietigd bigint NOT NULL,
            vernietigingen bytea NOT NULL,
            sleutel bigint NOT NULL,
            code bytea NOT NULL,
            PRIMARY KEY (gemeente, nr)
        );
        CREATE FUNCTION regie.zegel_staat_vast() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'een zegel verandert nooit'; END $$;
        CREATE TRIGGER zegel_staat_vast BEFORE UPDATE ON regie.zegel
            FOR EACH ROW EXECUTE FUNCTION regie.zegel_staat_vast();

        CREATE TABLE regie.zegelkop (
            gemeente text NOT NULL,
            dossier bigint NOT NULL,
            laatste bigint NOT NULL,
            hash bytea NOT NULL,
            vernietigd_op bigint,
            PRIMARY KEY (gemeente, dossier)
        ) WITH (fillfactor = 80);

        ALTER TABLE regie.audit ADD COLUMN herzegeld bytea, ADD COLUMN merk bytea;
        CREATE OR REPLACE FUNCTION regie.audit_staat_vast() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF (OLD.gemeente, OLD.id, OLD.actie, OLD.object, OLD.resultaat, OLD.oorsprong, OLD.actor, OLD.tijdstip,
                    OLD.reden)
                IS DISTINCT FROM
                (NEW.gemeente, NEW.id, NEW.actie, NEW.object, NEW.resultaat, NEW.oorsprong, NEW.actor, NEW.tijdstip,
                    NEW.reden)
                OR (OLD.code IS NOT NULL
                    AND (OLD.nr, OLD.sleutel, OLD.code) IS DISTINCT FROM (NEW.nr, NEW.sleutel, NEW.code))
            THEN
                RAISE EXCEPTION 'een auditregel verandert nooit';
            END IF;
            RETURN NEW;
        END $$;

        \(counters)
        """

    /// By what the keys of a gemeente are known before anything was written with them.
    static let keyMark = "ALTER TABLE regie.teller ADD COLUMN sleutelmerk bytea;"

    /// How many rows a gemeente was ever given in the tables from which none is taken away. SQLite numbers such rows
    /// without gaps; here transactions side by side would have to wait for each other to do that, so they are counted at
    /// the commit instead. A gemeente without a row here was never migrated.
    ///
    /// `wissen`: destroyed dossiers of which the key still stands in a former version of the row, and by which transaction:
    /// as long as an older one runs, on whichever database of the server, such a version is kept. `regie.wis` writes the
    /// table of dossiers anew without such versions, for which one must own it; it gives up when it cannot begin within a
    /// second, so that nobody waits behind it.
    private static let counters = """
        CREATE TABLE regie.teller (
            gemeente text PRIMARY KEY,
            audit bigint NOT NULL,
            inbox bigint NOT NULL,
            outbox bigint NOT NULL
        ) WITH (fillfactor = 10);

        CREATE TABLE regie.wissen (
            gemeente text NOT NULL,
            dossier bigint NOT NULL,
            xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
            PRIMARY KEY (gemeente, dossier)
        );

        CREATE FUNCTION regie.wis() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
            SET search_path = pg_catalog, pg_temp SET lock_timeout = '1s' AS $$
        BEGIN CLUSTER regie.dossier USING dossier_pkey; END $$;
        REVOKE ALL ON FUNCTION regie.wis() FROM PUBLIC;
        """
}
