// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import ExchangeDUO
import Inburgering
import RegieRuntime

/// A value to filter on that is one of a closed set: another would find nothing, which looks as if there were nothing to do.
enum Filterwaarde {
    /// Codes of the assessment, and of what partners refuse. Those of a plugin have a colon in them.
    static let codes: [String] =
        Beoordelingscode.bekend
        + [Beoordelingscode.berichtGeweigerd, .duoGeenInzage, .duoVertrekGemeld].map(\.rawValue)

    /// Throws when the value is none of those that can be.
    static func controleer(_ waarde: String, als naam: String, in mogelijk: [String]) throws {
        guard !mogelijk.contains(waarde) else { return }
        // Every letter is near to every other.
        let raad = waarde.count < 3 ? nil : Suggestie.dichtstbij(waarde, in: mogelijk).map { "Bedoelde u '\($0)'?" }
        throw ValidationError(
            "\(naam) '\(waarde.prefix(40))' is niet bekend. \(raad ?? "Kies uit \(mogelijk.joined(separator: ", ")).")"
        )
    }

    static func controleer(code: String) throws {
        guard !code.contains(":") else { return }
        try controleer(code, als: "De code", in: codes)
    }
}
