// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering

/// Where the texts of the letters are: the gemeente's own folder first, then the one that comes with Regie.
public struct Sjabloonmap: Sendable {
    private let mappen: [URL]

    /// - Parameters:
    ///   - eigen: the gemeente's own templates; a letter that is not there is taken from `standaard`.
    ///   - standaard: `config/brieven`.
    public init(eigen: URL?, standaard: URL) { mappen = [eigen, standaard].compactMap(\.self) }

    /// The template of a letter. Throws `sjabloon-ongeldig`.
    public func sjabloon(_ soort: Briefsoort) throws(RegieFout) -> Sjabloon {
        for map in mappen {
            let url = map.appendingPathComponent(soort.bestand)
            guard FileManager.default.fileExists(atPath: url.path) else { continue }
            guard let tekst = try? String(contentsOf: url, encoding: .utf8) else {
                throw RegieFout(.sjabloonOngeldig, "Het sjabloon is niet te lezen.", waar: url.path)
            }
            return try Sjabloon(tekst, soort: soort, waar: url.path)
        }
        throw RegieFout(
            .sjabloonOngeldig,
            "Er is geen sjabloon voor de brief '\(soort.rawValue)'.",
            watTeDoen: "Gezocht is naar \(soort.bestand) in \(mappen.map(\.path).joined(separator: ", "))."
        )
    }

    /// Every template that cannot be used.
    public func controleer() -> [RegieFout] {
        Briefsoort.allCases.compactMap { soort in
            do throws(RegieFout) {
                _ = try sjabloon(soort)
                return nil
            } catch { return error }
        }
    }
}
