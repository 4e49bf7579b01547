// SPDX-License-Identifier: EUPL-1.2

/// Dossiers, their facts, what they are found by, and the werkvoorraad.
enum DossierTables {
    /// `dossier.id` is the DossierID as a number, in the same order. What `werkregel` sorts and selects by is plain; what
    /// it says is sealed. Payloads are ciphertext, which compresses to nothing: EXTERNAL spares the try.
    static let sql = """
        CREATE TABLE regie.dossier (
            gemeente text NOT NULL,
            id bigint NOT NULL,
            sleutel bytea NOT NULL,
            laatste bigint NOT NULL,
            hash bytea NOT NULL,
            regels bytea,
            PRIMARY KEY (gemeente, id)
        ) WITH (fillfactor = 80);

        CREATE TABLE regie.gebeurtenis (
            gemeente text NOT NULL,
            dossier bigint NOT NULL,
            volgnummer bigint NOT NULL CHECK (volgnummer > 0),
            geldig_op bigint NOT NULL,
            bekend_op bigint NOT NULL,
            bron text NOT NULL,
            bericht_id text,
            versie bigint NOT NULL,
            inhoud bytea NOT NULL,
            hash bytea NOT NULL,
            PRIMARY KEY (gemeente, dossier, volgnummer),
            FOREIGN KEY (gemeente, dossier) REFERENCES regie.dossier (gemeente, id)
        );
        ALTER TABLE regie.gebeurtenis ALTER COLUMN inhoud SET STORAGE EXTERNAL;
        CREATE FUNCTION regie.gebeurtenis_staat_vast() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'een gebeurtenis verandert nooit'; END $$;
        CREATE TRIGGER gebeurtenis_staat_vast BEFORE UPDATE ON regie.gebeurtenis
            FOR EACH ROW EXECUTE FUNCTION regie.gebeurtenis_staat_vast();

        CREATE TABLE regie.zoeksleutel (
            gemeente text NOT NULL,
            blind bytea NOT NULL,
            dossier bigint NOT NULL,
            PRIMARY KEY (gemeente, blind, dossier),
            FOREIGN KEY (gemeente, dossier) REFERENCES regie.dossier (gemeente, id)
        );
        CREATE INDEX zoeksleutel_dossier ON regie.zoeksleutel (gemeente, dossier);

        CREATE TABLE regie.werkregel (
            gemeente text NOT NULL,
            dossier bigint NOT NULL,
            herkomst text COLLATE "C" NOT NULL,
            plaats bigint NOT NULL,
            ernst bigint NOT NULL,
            voor bigint NOT NULL,
            code text COLLATE "C" NOT NULL,
            klantmanager text COLLATE "C",
            inhoud bytea NOT NULL,
            PRIMARY KEY (gemeente, dossier, herkomst, plaats),
            FOREIGN KEY (gemeente, dossier) REFERENCES regie.dossier (gemeente, id)
        );
        CREATE INDEX werkregel_dringend ON regie.werkregel
            (gemeente, ernst DESC, voor, dossier, herkomst, plaats);
        CREATE INDEX werkregel_klantmanager ON regie.werkregel
            (gemeente, klantmanager, ernst DESC, voor, dossier, herkomst, plaats);
        CREATE INDEX werkregel_code ON regie.werkregel
            (gemeente, code, ernst DESC, voor, dossier, herkomst, plaats);
        """
}
