// SPDX-License-Identifier: EUPL-1.2

import CLibpq

/// A connection string as libpq itself reads it: only then is what we take for a name also what it takes for a name, and not
/// a piece of a password.
package struct PGConninfo: Sendable {
    private let given: [String: String]
    /// Whether there is a value in it that libpq says must not be shown.
    package let hasSecret: Bool

    /// Nil when libpq cannot read it.
    package init?(_ text: String) {
        var message: UnsafeMutablePointer<CChar>?
        guard let options = PQconninfoParse(text, &message) else {
            // It shows a piece of the text, which may be the password.
            PQfreemem(message)
            return nil
        }
        defer { PQconninfoFree(options) }
        (given, hasSecret) = Self.read(options)
    }

    /// The role: what stands there, else what libpq takes; nil when a service file says it.
    package var user: String? { given["user"] ?? standard["user"] }

    /// The database: without one libpq takes the name of the role.
    package var database: String? { given["dbname"] ?? standard["dbname"] ?? (isElsewhere ? nil : user) }

    /// Whether a part holds what does not belong there: a password with `/` or `@` in a URI, not percent-encoded, ends up in
    /// host, port or database.
    package var isTorn: Bool {
        let port = given["port"] ?? ""
        // `@name` is an abstract socket.
        let host = given["host"]?.split(separator: ",").contains { $0.dropFirst().contains("@") } ?? false
        return host || port.contains { !$0.isNumber && $0 != "," }
            || (given["dbname"] ?? "").contains { "@/:".contains($0) }
    }

    private var isElsewhere: Bool { given["service"] != nil }

    private var standard: [String: String] {
        guard !isElsewhere, let options = PQconndefaults() else { return [:] }
        defer { PQconninfoFree(options) }
        return Self.read(options).values
    }

    private static func read(
        _ options: UnsafeMutablePointer<PQconninfoOption>
    ) -> (values: [String: String], hasSecret: Bool) {
        var values: [String: String] = [:]
        var hasSecret = false
        var option = options
        while let keyword = option.pointee.keyword {
            // To libpq an empty value is none.
            if let value = option.pointee.val.map({ String(cString: $0) }), !value.isEmpty {
                values[String(cString: keyword)] = value
                // "*": a password. The password in an environment variable (PGPASSWORD) is not in the string.
                if let shown = option.pointee.dispchar, String(cString: shown) == "*" { hasSecret = true }
            }
            option += 1
        }
        return (values, hasSecret)
    }
}
