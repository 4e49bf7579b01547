// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension PostgreSQLEngine {
    /// Not in this version: PostgreSQL's own means make the copy.
    public func backup(_ gemeente: Gemeentecode, naar map: String) async throws(RegieFout) -> [String] {
        throw .notOnPostgreSQL("'regie backup'")
    }

    /// Not in this version.
    public func openBackup(_ gemeente: Gemeentecode, uit map: String, als toegang: Toegang) async throws(RegieFout)
        -> (bevindingen: [String], store: (any GemeenteStore)?)
    {
        throw .notOnPostgreSQL("'regie backup'")
    }

    /// Not in this version.
    public func restore(_ gemeente: Gemeentecode, uit map: String) async throws(RegieFout) {
        throw .notOnPostgreSQL("'regie restore'")
    }
}

extension RegieFout {
    static func notOnPostgreSQL(_ what: String) -> RegieFout {
        RegieFout(
            .nietOndersteund,
            "\(what) kan in deze versie alleen op SQLite.",
            watTeDoen: "Zie 'PostgreSQL' in de handleiding voor wat daar de weg is."
        )
    }
}
