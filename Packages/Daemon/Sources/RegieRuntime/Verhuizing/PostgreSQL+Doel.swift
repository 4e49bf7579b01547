// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension RegieConfig.PostgreSQL {
    /// Where a move goes, as it is said on the command line: the configuration still names the source.
    /// - Parameters:
    ///   - url: connection string of the application's role; `env:NAME` for what stands in an environment variable, because
    ///     everybody on the machine can see a command line.
    ///   - migratieURL: that of the owner of the schema; nil, or an empty variable, when `url` is used for that too.
    ///   - omgeving: the environment.
    /// - Throws: `gebruik-ongeldig` when there is no url.
    public static func doel(
        url: String,
        migratieURL: String?,
        omgeving: [String: String]
    ) throws(RegieFout) -> RegieConfig.PostgreSQL {
        func waarde(_ tekst: String) -> String? {
            let waarde = tekst.hasPrefix("env:") ? omgeving[String(tekst.dropFirst(4))] : tekst
            return waarde.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let verbinding = waarde(url) else {
            throw RegieFout(
                .gebruikOngeldig,
                "Er is geen verbinding met PostgreSQL opgegeven: \(url) is leeg.",
                watTeDoen:
                    "Zet REGIE_DATABASE_URL (en voor de eigenaar van het schema REGIE_MIGRATIE_URL) in de omgeving."
            )
        }
        return RegieConfig.PostgreSQL(
            url: verbinding,
            migratieURL: migratieURL.flatMap(waarde),
            legeMigratieVariabele: nil,
            pool: 4,
            pgbouncer: false
        )
    }
}
