// SPDX-License-Identifier: EUPL-1.2

/// Who may do what: rows of one gemeente at a time, and of each table no more than the program does.
enum Walls {
    /// Row-level security on every table that has a gemeente, also for the owner (FORCE). Without `regie.gemeente` in the
    /// transaction there are no rows and none can be added. By the catalog, so that no new table is forgotten.
    static let rowLevelSecurity = """
        DO $$
        DECLARE tabel regclass;
        BEGIN
            FOR tabel IN
                SELECT c.oid::regclass FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'regie'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'gemeente'
                    AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
            LOOP
                EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', tabel);
                EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', tabel);
                EXECUTE format('CREATE POLICY een_gemeente ON %s USING (gemeente = current_setting(''regie.gemeente'', true))'
                    ' WITH CHECK (gemeente = current_setting(''regie.gemeente'', true))', tabel);
            END LOOP;
        END $$
        """

    /// What the application's role may do. Facts and seals can be added and read, nothing else; of an audit line only what
    /// links it can be set, and a trigger sees to it that this happens once, and its reason under a later key.
    private static let rights: [(rights: String, table: String)] = [
        ("SELECT", "migratie"),
        ("SELECT, INSERT, UPDATE", "dossier"),
        ("SELECT, INSERT", "gebeurtenis"),
        ("SELECT, INSERT, DELETE", "zoeksleutel"),
        ("SELECT, INSERT, UPDATE, DELETE", "werkregel"),
        ("SELECT, INSERT, UPDATE", "inbox"),
        ("SELECT, INSERT, UPDATE", "outbox"),
        ("SELECT, INSERT, UPDATE (nr, sleutel, code, herzegeld)", "audit"),
        ("SELECT, INSERT, UPDATE", "audit_kop"),
        ("SELECT, INSERT, UPDATE, DELETE", "job"),
        ("SELECT, INSERT, UPDATE, DELETE", "proces"),
        ("SELECT, INSERT, UPDATE", "schema"),
        ("SELECT, INSERT, DELETE", "tik"),
        ("SELECT, INSERT", "zegel"),
        ("SELECT, INSERT, UPDATE", "zegelkop"),
        ("SELECT, INSERT, UPDATE", "teller"),
        ("SELECT, INSERT, DELETE", "wissen"),
        ("SELECT, INSERT, UPDATE, DELETE", "nacht"),
        ("SELECT, INSERT, UPDATE, DELETE", "nachtdeel"),
    ]

    /// The statements that give a role those rights and take away all others.
    /// - Parameter role: the name as PostgreSQL quotes it.
    static func grants(to role: String) -> String {
        let given = rights.map { "GRANT \($0.rights) ON regie.\($0.table) TO \(role);" }.joined(separator: "\n")
        return """
            REVOKE ALL ON ALL TABLES IN SCHEMA regie FROM PUBLIC, \(role);
            GRANT USAGE ON SCHEMA regie TO \(role);
            GRANT USAGE ON ALL SEQUENCES IN SCHEMA regie TO \(role);
            GRANT EXECUTE ON FUNCTION regie.wis() TO \(role);
            \(given)
            """
    }
}
