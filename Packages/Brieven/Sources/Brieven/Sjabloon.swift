// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
import Mustache

/// The text of a letter with its tags, read and checked.
public struct Sjabloon: Sendable {
    private let template: MustacheTemplate

    /// Reads a template. Throws `sjabloon-ongeldig` with file and line when a tag is unknown (mustache would print nothing
    /// for it) or the text is no template.
    ///
    /// - Parameters:
    ///   - tekst: the template.
    ///   - soort: which letter, for the names it may use.
    ///   - waar: the file, for errors.
    public init(_ tekst: String, soort: Briefsoort, waar: String) throws(RegieFout) {
        for (regel, naam) in Self.tags(tekst) where naam != "." && !soort.velden.contains(naam) {
            let raad = Suggestie.dichtstbij(naam, in: soort.velden.sorted()).map { "Bedoelde u '\($0)'?" }
            throw RegieFout(
                .sjabloonOngeldig,
                "De brief '\(soort.rawValue)' kent geen '\(naam.prefix(40))'.",
                watTeDoen: raad ?? "Kies uit \(soort.velden.sorted().joined(separator: ", ")).",
                waar: "\(waar):\(regel)"
            )
        }
        do {
            // Plain text: an ampersand in a name stays one.
            template = try MustacheTemplate(string: "{{% CONTENT_TYPE:TEXT}}\n" + tekst)
        } catch {
            throw RegieFout(.sjabloonOngeldig, "Dit is geen sjabloon: een tag is niet gesloten.", waar: waar)
        }
    }

    /// The letter.
    func vul(_ gegevens: [String: String]) -> String { template.render(gegevens) }

    /// Every tag with its line.
    private static func tags(_ tekst: String) -> [(regel: Int, naam: String)] {
        var uit: [(regel: Int, naam: String)] = []
        for (index, regel) in tekst.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            var rest = regel
            while let open = rest.range(of: "{{"), let dicht = rest[open.upperBound...].range(of: "}}") {
                let binnen = rest[open.upperBound..<dicht.lowerBound]
                rest = rest[dicht.upperBound...]
                guard binnen.first != "!" else { continue }
                let naam = binnen.drop { "#/^&{ ".contains($0) }.prefix { !" }".contains($0) }
                uit.append((index + 1, String(naam)))
            }
        }
        return uit
    }
}
