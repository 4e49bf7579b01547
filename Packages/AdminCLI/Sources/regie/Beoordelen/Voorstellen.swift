// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

/// Proposed law to reckon with (`config/wet/voorstellen`); what it gives is no law.
struct Voorstellen: ParsableArguments {
    @Option(
        help: .init("Reken met een wetsvoorstel uit config/wet/voorstellen; mag vaker.", valueName: "naam")
    )
    var voorstel: [String] = []

    func validate() throws {
        for naam in voorstel where naam.contains("/") || naam.hasPrefix(".") {
            throw ValidationError("--voorstel vraagt de naam van een voorstel, geen pad.")
        }
    }

    /// Said on stderr, so that nobody takes the answer for the law.
    var melding: String? {
        voorstel.isEmpty
            ? nil : "Gerekend met een voorstel (\(voorstel.joined(separator: ", "))): dit is geen geldend recht."
    }

    /// The answer with the proposals it rests on.
    func noem(in json: JSON) -> JSON {
        guard !voorstel.isEmpty, let leden = json.leden else { return json }
        return .object(leden + [JSON.Lid("voorstellen", .lijst(voorstel.map { .tekst($0) }))])
    }
}
