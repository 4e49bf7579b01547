// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import StoragePostgreSQL

/// Connections to PostgreSQL as they stand on a command line.
enum Verbinding {
    static let url = "env:REGIE_DATABASE_URL"
    static let migratieUrl = "env:REGIE_MIGRATIE_URL"

    /// Refuses a password: everybody on the machine can see a command line, and a configuration is copied about. libpq says what
    /// is a password, because libpq will read it. What is refused is not repeated.
    static func controleer(_ verbindingen: [String]) throws {
        for tekst in verbindingen where !tekst.isEmpty && !tekst.hasPrefix("env:") {
            switch ConnectionStringFlaw.of(tekst) {
            case nil: continue
            case .secret:
                throw ValidationError(
                    "Een verbinding met een wachtwoord hoort niet op de opdrachtregel, waar anderen het zien: zet haar in de "
                        + "omgeving (REGIE_DATABASE_URL, REGIE_MIGRATIE_URL)."
                )
            case .unreadable:
                throw ValidationError(
                    "Een verbinding is niet te lezen: schrijf haar als postgresql://ROL@HOST/DATABASE, zonder wachtwoord. "
                        + "Met een wachtwoord hoort zij in de omgeving, met daarin / en @ als %2F en %40."
                )
            }
        }
    }

    /// What to call a connection: the variable that it stands in. One that was written out is not repeated.
    static func heet(_ tekst: String) -> String { tekst.hasPrefix("env:") ? tekst : "wat in regie.yaml staat" }
}
