// SPDX-License-Identifier: EUPL-1.2

import PostgreSQLClient

/// What an acknowledged write needs to survive, and what keeps gemeenten apart, as the server itself gives it back.
enum Durability {
    private static let query = """
        SELECT current_setting('server_version'), current_setting('synchronous_commit'), current_setting('fsync'),
            current_setting('full_page_writes'), current_setting('statement_timeout'), rolsuper OR rolbypassrls,
            EXISTS (SELECT 1 FROM pg_class WHERE relowner = pg_roles.oid AND relnamespace = to_regnamespace('regie')),
            (SELECT count(*) FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid AND attname = 'gemeente'
             WHERE relnamespace = to_regnamespace('regie') AND relkind IN ('r', 'p')
                AND NOT (relrowsecurity AND relforcerowsecurity))
        FROM pg_roles WHERE rolname = current_user
        """

    /// Settings by name, and what is wrong with them, in Dutch.
    static func read(_ db: PGConnection) throws -> (settings: [String: String], findings: [String]) {
        guard let row = try db.row(query) else { return ([:], ["De eigen rol is niet te vinden in PostgreSQL."]) }
        let settings = [
            "server_version": try row.text(0), "synchronous_commit": try row.text(1), "fsync": try row.text(2),
            "full_page_writes": try row.text(3), "statement_timeout": try row.text(4),
        ]
        var findings: [String] = []
        if ["off", "local"].contains(settings["synchronous_commit"]) {
            findings.append("synchronous_commit staat op \(settings["synchronous_commit"] ?? ""); zet het op on.")
        }
        if settings["fsync"] != "on" { findings.append("fsync staat uit: bij stroomuitval gaat alles verloren.") }
        if settings["full_page_writes"] != "on" { findings.append("full_page_writes staat uit.") }
        if try row.bool(5) {
            findings.append("De rol van 'storage.url' mag om de scheiding van gemeenten heen (SUPERUSER of BYPASSRLS).")
        }
        if try row.bool(6) {
            findings.append("De rol van 'storage.url' is eigenaar van tabellen; geef die een eigen rol (migratieUrl).")
        }
        let open = try row.int(7)
        if open > 0 {
            findings.append("\(open) tabellen hebben geen afgedwongen rijbeveiliging: draai 'regie migrate'.")
        }
        return (settings, findings)
    }
}
