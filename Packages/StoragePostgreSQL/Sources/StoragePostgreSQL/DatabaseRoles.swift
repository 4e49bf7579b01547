// SPDX-License-Identifier: EUPL-1.2

import PostgreSQLClient

/// What a connection string must not be where others can see it: on a command line, or in a file that is copied about.
public enum ConnectionStringFlaw: Sendable {
    /// There is a password in it.
    case secret
    /// libpq cannot read it, or reads a part of a password as something else.
    case unreadable

    /// What is wrong with a text; nil when nothing is.
    public static func of(_ text: String) -> ConnectionStringFlaw? {
        guard let info = PGConninfo(text) else { return .unreadable }
        return info.hasSecret ? .secret : info.isTorn ? .unreadable : nil
    }
}

/// What the administrator of PostgreSQL makes once for Regie: the role that owns the schema, the role that works in it, and
/// the database. By the names that libpq finds in the connections; of what is not known the handbook's.
public struct DatabaseRoles: Hashable, Sendable {
    /// The role that works in the schema and owns nothing.
    public let application: String
    /// The role that owns the schema.
    public let owner: String
    /// The database of both.
    public let database: String

    /// - Parameters:
    ///   - url: connection of the application; nil when it is not known yet.
    ///   - ownerURL: that of the owner; nil when it is not known.
    ///   - ownerIsApplication: whether there is no other owner than the application's role.
    public init(url: String?, ownerURL: String?, ownerIsApplication: Bool = false) {
        let (own, other) = (url.flatMap { PGConninfo($0) }, ownerURL.flatMap { PGConninfo($0) })
        application = Self.shown(own?.user) ?? "regie_app"
        owner = ownerIsApplication ? application : Self.shown(other?.user) ?? "regie_eigenaar"
        database = Self.shown((own ?? other)?.database) ?? "regie"
    }

    /// What makes them, in SQL.
    public var statements: [String] {
        // One role in both connections is made once.
        (owner == application ? [owner] : [owner, application]).map { "CREATE ROLE \(quoted($0)) LOGIN" }
            + ["CREATE DATABASE \(quoted(database)) OWNER \(quoted(owner))"]
    }

    /// How a role reaches the database, without its password.
    public func example(_ role: String) -> String {
        "postgresql://\(encoded(role))@HOST/\(encoded(database))?sslmode=verify-full"
    }

    /// Always quoted: `order` and `user` are names too, and `Regie` would become `regie`.
    private func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }

    private func encoded(_ name: String) -> String {
        name.utf8.map { byte in
            let character = Character(UnicodeScalar(byte))
            if byte < 0x80, character.isLetter || character.isNumber || "-._~".contains(character) {
                return String(character)
            }
            let digits = String(byte, radix: 16, uppercase: true)
            return "%\(digits.count == 1 ? "0" : "")\(digits)"
        }
        .joined()
    }

    /// A name that may be shown: with one of these in it, it may be a piece of a password that was not percent-encoded.
    private static func shown(_ name: String?) -> String? {
        name.flatMap { $0.contains { "@/:".contains($0) } ? nil : $0 }
    }
}
