// SPDX-License-Identifier: EUPL-1.2

/// The name of a dossier inside a gemeente: twelve characters of Crockford's base32 in lower case.
///
/// Random, so that it says nothing about the person and may stand in a log, a URL or on paper.
public struct DossierID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// Twelve characters.
    public let tekst: String

    private static let tekens = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    /// Nil unless the text is twelve characters of the alphabet; upper case is accepted.
    public init?(_ tekst: String) {
        let klein = tekst.lowercased()
        guard klein.utf8.count == 12, klein.utf8.allSatisfy({ Self.tekens.contains($0) }) else { return nil }
        self.tekst = klein
    }

    /// A new one, from 60 random bits.
    public static func nieuw(met bron: inout some RandomNumberGenerator) -> DossierID {
        var bits = bron.next() as UInt64
        var uit = ""
        for _ in 0..<12 {
            uit.unicodeScalars.append(Unicode.Scalar(tekens[Int(bits & 31)]))
            bits >>= 5
        }
        return DossierID(ongecontroleerd: uit)
    }

    /// A new one from the system's secure source.
    public static func nieuw() -> DossierID {
        var bron = SystemRandomNumberGenerator()
        return nieuw(met: &bron)
    }

    private init(ongecontroleerd tekst: String) { self.tekst = tekst }

    /// The twelve characters.
    public var description: String { tekst }

    /// Alphabetical.
    public static func < (links: DossierID, rechts: DossierID) -> Bool { links.tekst < rechts.tekst }
}

extension DossierID: Veldwaarde {
    /// Twelve characters.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een dossiernummer", json) }
        guard let id = DossierID(tekst) else { throw .verkeerdeVorm("een dossiernummer van twaalf tekens") }
        self = id
    }
    /// Twelve characters.
    public var json: JSON { .tekst(tekst) }
}
