// SPDX-License-Identifier: EUPL-1.2

/// The name that stands in `soort`, with who reads facts of that kind.
struct Feitsoort: Veldwaarde {
    private let bekend: Feitlezer?
    /// The name of a kind that nobody knows.
    private let naam: String

    init(json: JSON) throws(RegieFout) {
        var naam = try String(json: json)
        let bekend = naam.withUTF8 { Self.zoek($0) }
        self.bekend = bekend
        self.naam = bekend == nil ? naam : ""
    }

    init(ascii: UnsafeBufferPointer<UInt8>) {
        bekend = Self.zoek(ascii)
        naam = bekend == nil ? String(decoding: ascii, as: UTF8.self) : ""
    }

    var json: JSON { .tekst(bekend?.soort ?? naam) }

    /// Throws `feit-ongeldig`, with the name that was meant, when nobody knows the kind.
    func lezer() throws(RegieFout) -> Feitlezer {
        if let bekend { return bekend }
        let raad =
            Suggestie.dichtstbij(naam, in: Feit.lezers.map(\.soort)).map { "Bedoelde u '\($0)'?" }
            ?? "Alle soorten staan in docs/begrippen.md."
        throw RegieFout(.feitOngeldig, "De soort '\(naam.prefix(40))' is niet bekend.", watTeDoen: raad)
    }

    private static func zoek(_ naam: UnsafeBufferPointer<UInt8>) -> Feitlezer? {
        guard naam.count < perLengte.count else { return nil }
        for (bytes, lezer) in perLengte[naam.count] where bytes.withUnsafeBufferPointer({ $0.zelfde(naam) }) {
            return lezer
        }
        return nil
    }

    /// By the length of the name: a few names have the same.
    private static let perLengte: [[([UInt8], Feitlezer)]] = {
        let langste = Feit.lezers.map(\.soort.utf8.count).max() ?? 0
        return (0...langste).map { lengte in
            Feit.lezers.filter { $0.soort.utf8.count == lengte }.map { (Array($0.soort.utf8), $0) }
        }
    }()
}
