// SPDX-License-Identifier: EUPL-1.2

/// What a dossier can be found by. A store keeps only its keyed blind index (HMAC), never the value.
public enum Zoeksleutel: Hashable, Sendable {
    /// By BSN.
    case bsn(Bsn)
    /// By V-nummer.
    case vnummer(VNummer)
    /// By surname and date of birth; upper and lower case and accents do not count.
    case naam(geslachtsnaam: String, geboortedatum: OnvolledigeDatum)
}

extension Dossier {
    /// Everything this dossier can be found by, from the facts that hold.
    public var zoeksleutels: Set<Zoeksleutel> {
        var uit: Set<Zoeksleutel> = []
        for vermelding in feiten.persoonsgegevensOntvangen {
            let gegevens = vermelding.inhoud
            if let bsn = gegevens.bsn { uit.insert(.bsn(bsn)) }
            if let vnummer = gegevens.vnummer { uit.insert(.vnummer(vnummer)) }
            if let naam = gegevens.geslachtsnaam, let geboortedatum = gegevens.geboortedatum {
                uit.insert(.naam(geslachtsnaam: naam, geboortedatum: geboortedatum))
            }
        }
        return uit
    }

    /// The BSN in force: the one that was received last.
    public var bsn: Bsn? { feiten.persoonsgegevensOntvangen.last { $0.inhoud.bsn != nil }?.inhoud.bsn }

    /// The V-nummer in force: the one that was received last.
    public var vnummer: VNummer? { feiten.persoonsgegevensOntvangen.last { $0.inhoud.vnummer != nil }?.inhoud.vnummer }
}
