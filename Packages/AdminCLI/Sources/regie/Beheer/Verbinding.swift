// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// Connections to PostgreSQL as they stand on a command line.
enum Verbinding {
    static let url = "env:REGIE_DATABASE_URL"
    static let migratieUrl = "env:REGIE_MIGRATIE_URL"

    /// Refuses a password: everybody on the machine can see a command line, and a configuration is copied about.
    static func controleer(_ verbindingen: [String]) throws {
        // `password=…`, or `…://name:password@host`.
        let geheim = /password=|:\/\/[^@\/]*:[^@\/]*@/
        for tekst in verbindingen where tekst.contains(geheim) {
            throw ValidationError(
                "Een verbinding met een wachtwoord hoort niet op de opdrachtregel, waar anderen het zien: zet haar in de "
                    + "omgeving (REGIE_DATABASE_URL, REGIE_MIGRATIE_URL)."
            )
        }
    }
}

/// What the administrator of PostgreSQL makes once for Regie: the role that owns the schema, the role that works in it, and
/// the database. By the names that the connections say; of what they leave out the handbook's.
struct Databaserollen {
    let toepassing: String
    let eigenaar: String
    let database: String

    /// - Parameters:
    ///   - url: connection of the application; nil when it is not known yet.
    ///   - migratieUrl: that of the owner.
    init(url: String?, migratieUrl: String?) {
        toepassing = url.flatMap { Self.deel("user", $0) } ?? "regie_app"
        eigenaar = migratieUrl.flatMap { Self.deel("user", $0) } ?? "regie_eigenaar"
        database = (url ?? migratieUrl).flatMap { Self.deel("dbname", $0) } ?? "regie"
    }

    /// Only for storage on PostgreSQL.
    init?(_ storage: RegieConfig.Storage) {
        guard case .postgresql(let server) = storage else { return nil }
        self.init(url: server.url, migratieUrl: server.migratieURL)
    }

    var opdrachten: [String] {
        [
            "CREATE ROLE \(naam(eigenaar)) LOGIN", "CREATE ROLE \(naam(toepassing)) LOGIN",
            "CREATE DATABASE \(naam(database)) OWNER \(naam(eigenaar))",
        ]
    }

    /// How a role reaches the database, without its password.
    func voorbeeld(_ rol: String) -> String { "postgresql://\(rol)@HOST/\(database)?sslmode=verify-full" }

    /// As an identifier of SQL: quoted where it must be.
    private func naam(_ tekst: String) -> String {
        tekst.wholeMatch(of: /[a-z_][a-z0-9_]*/) != nil ? tekst : "\"\(tekst.replacing("\"", with: "\"\""))\""
    }

    /// The user or the name of the database, of a URI or of `user=… dbname=…`. Nothing else is looked at.
    private static func deel(_ sleutel: String, _ verbinding: String) -> String? {
        let gevonden: String?
        if let url = URLComponents(string: verbinding), url.scheme?.hasPrefix("postgres") == true {
            let losse = url.queryItems?.first { $0.name == sleutel }?.value
            gevonden = losse ?? (sleutel == "user" ? url.user : String(url.path.dropFirst()))
        } else {
            gevonden = verbinding.split(separator: " ").first { $0.hasPrefix("\(sleutel)=") }.map {
                String($0.dropFirst(sleutel.count + 1)).trimmingCharacters(in: ["'"])
            }
        }
        return gevonden.flatMap { $0.isEmpty ? nil : $0 }
    }
}
