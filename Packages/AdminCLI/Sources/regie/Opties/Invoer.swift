// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// Reads what a command was told to read: a file, or standard input for `-`.
enum Invoer {
    static func bytes(_ pad: String) throws(RegieFout) -> [UInt8] {
        if pad == "-" { return [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }
        do {
            return [UInt8](try Data(contentsOf: URL(filePath: pad)))
        } catch {
            throw RegieFout(
                .nietGevonden,
                "Het bestand kan niet worden gelezen.",
                watTeDoen: "Controleer het pad en de rechten.",
                waar: pad
            )
        }
    }

    /// How a file is called in a message.
    static func naam(_ pad: String) -> String { pad == "-" ? "stdin" : pad }

    static func json(_ pad: String) throws(RegieFout) -> JSON {
        let bytes = try bytes(pad)
        do throws(RegieFout) {
            return try JSON.lees(bytes)
        } catch {
            throw error.op(naam(pad))
        }
    }

    /// A number that names a person, from standard input for `-`. On the command line itself everybody on the machine
    /// can see it (`ps`, the shell's history), so that is taken but warned about.
    static func persoonsnummer(_ waarde: String, optie: String) -> String {
        if waarde == "-" { return (readLine() ?? "").trimmingCharacters(in: .whitespacesAndNewlines) }
        Melding.waarschuwing(
            "\(optie) op de opdrachtregel is zichtbaar voor anderen; geef '\(optie) -' en het nummer via stdin."
        )
        return waarde
    }
}
