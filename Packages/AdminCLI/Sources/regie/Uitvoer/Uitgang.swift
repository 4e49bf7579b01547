// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Standard output: data and nothing else.
enum Uitgang {
    static func schrijf(_ tekst: String) { FileHandle.standardOutput.write(Data(tekst.utf8)) }

    /// Whether a person looks at it.
    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    /// Whether colour is welcome (https://no-color.org).
    static var kleur: Bool {
        let omgeving = ProcessInfo.processInfo.environment
        return isTerminal && (omgeving["NO_COLOR"] ?? "").isEmpty && omgeving["TERM"] != "dumb"
    }
}

/// Standard error: everything that is said to a person.
enum Melding {
    static func schrijf(_ tekst: String) {
        FileHandle.standardError.write(Data((tekst.hasSuffix("\n") ? tekst : tekst + "\n").utf8))
    }

    static func fout(_ tekst: String) { schrijf("Fout: \(tekst)") }

    static func waarschuwing(_ tekst: String) { schrijf("Let op: \(tekst)") }

    /// A line that the next one overwrites; only on a terminal.
    static func voortgang(_ tekst: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        FileHandle.standardError.write(Data("\r\u{1B}[K\(tekst)".utf8))
    }
}
