// SPDX-License-Identifier: EUPL-1.2

import CLibpq

/// Reads an error out of a result of libpq.
enum ServerError {
    /// Whether the server ended the connection with it.
    static func isFatal(_ result: OpaquePointer) -> Bool {
        let severity = field(result, "V") ?? ""
        return severity == "FATAL" || severity == "PANIC"
    }

    static func read(_ result: OpaquePointer, _ connection: OpaquePointer?) -> PGError {
        guard let state = field(result, "C") else {
            // libpq itself speaks: the connection is gone.
            return PGError(.connection, firstLine(PQresultErrorMessage(result)))
        }
        var error = PGError(
            kind(of: state),
            withoutValues(field(result, "M") ?? "", state),
            sqlState: state,
            constraint: field(result, "n")
        )
        // After a migration elsewhere a kept plan may not fit; 26000 is a statement that somebody else deallocated.
        error.isStale = state == "26000" || (state == "0A000" && field(result, "R") == "RevalidateCachedQuery")
        return error
    }

    /// Why there is no connection. What the server says reads `FATAL:  28000: role "x" does not exist`, in its own language.
    static func refused(_ connection: OpaquePointer) -> PGError {
        let line = firstLine(PQerrorMessage(connection))
        guard let found = line.firstMatch(of: #/:  ([0-9A-Z]{5}): /#) else { return PGError(.connection, line) }
        return PGError(.connection, line.replacing(found.0, with: ":  ", maxReplacements: 1), sqlState: String(found.1))
    }

    static func kind(of state: String) -> PGError.Kind {
        switch state {
        // Statement, lock, idle transaction, idle session.
        case "57014", "55P03", "25P03", "57P05": .timeout
        // A value that does not have the form of its type: we said it wrong, and the connection is as it was.
        case "08P01": .protocolFault
        case "57P01", "57P02", "57P03", "53300": .connection
        default: state.hasPrefix("08") || state.hasPrefix("28") || state == "3D000" ? .connection : .sql
        }
    }

    /// Class 22 (data exceptions) repeats the datum in the primary message, between quotes or after a colon.
    static func withoutValues(_ message: String, _ state: String) -> String {
        guard state.hasPrefix("22") else { return message }
        var kept = ""
        var quoted = false
        for (place, character) in zip(message.indices, message) {
            if character == "\"" {
                quoted.toggle()
                if quoted { kept += "…" }
            } else if !quoted {
                if character == ":", message[place...].hasPrefix(": ") { break }
                kept.append(character)
            }
        }
        return kept
    }

    static func firstLine(_ text: UnsafePointer<CChar>?) -> String {
        guard let text else { return "onbekende fout" }
        let lines = String(cString: text).split(separator: "\n", omittingEmptySubsequences: true)
        return lines.first.map(String.init) ?? "onbekende fout"
    }

    private static func field(_ result: OpaquePointer, _ code: UnicodeScalar) -> String? {
        PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
    }
}
