// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

/// How a command shows what it found.
enum Vorm: String, ExpressibleByArgument, CaseIterable {
    case table
    case json
    case csv
}

/// What a command found, in both its forms.
struct Antwoord {
    /// One documented object (docs/reference/json.md).
    var json: JSON
    /// The same for a person, and for CSV.
    var tabel = Tabel(koppen: [])
    /// Instead of a table: text that is the answer itself, such as a letter.
    var tekst: String?
    /// What to say besides, on standard error; not with JSON.
    var melding: String?
    /// Done, with findings: exit code 6.
    var bevindingen = false

    /// Prints it in the form that was asked for.
    func toon(als vorm: Vorm) throws {
        switch vorm {
        case .json: Uitgang.schrijf(json.opgemaakt + "\n")
        case .csv where tekst == nil: Uitgang.schrijf(tabel.alsCSV)
        case .table where tekst == nil:
            if !tabel.rijen.isEmpty { Uitgang.schrijf(tabel.alsTekst(kleur: Uitgang.kleur)) }
        case .csv, .table: Uitgang.schrijf(tekst ?? "")
        }
        if vorm != .json, let melding { Melding.schrijf(melding) }
        if bevindingen { throw ExitCode(Afloop.bevindingen.rawValue) }
    }
}

/// A command that gives an answer.
protocol Opdracht: AsyncParsableCommand {
    /// In which form to show it.
    var vorm: Vorm { get }
    /// Does the work.
    func voerUit() async throws -> Antwoord
}

extension Opdracht {
    mutating func run() async throws { try await voerUit().toon(als: vorm) }
}
