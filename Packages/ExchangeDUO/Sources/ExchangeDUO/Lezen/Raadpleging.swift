// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A read at DUO about one person; the raw value is the path of the specification after the base path.
enum Raadpleging: String, CaseIterable, Sendable {
    case doelgroep = "/personen/{bsn}/doelgroep"
    case doelgroepHistorie = "/personen/{bsn}/doelgroep/historie"
    case plicht = "/personen/{bsn}/inburgeringsplicht"
    case plichtHistorie = "/personen/{bsn}/inburgeringsplicht/historie"
    case termijn = "/personen/{bsn}/inburgeringstermijn"
    case termijnHistorie = "/personen/{bsn}/inburgeringstermijn/historie"
    case verlengingen = "/personen/{bsn}/verlengingen"
    case lbtExamennummer = "/personen/{bsn}/lbt/examennummer"
    case lbtResultaten = "/personen/{bsn}/lbt/resultaten"
    case vrijstellingen = "/personen/{bsn}/vrijstellingen"
    case ontheffingen = "/personen/{bsn}/ontheffingen"
    case examenresultaten = "/personen/{bsn}/examens/resultaten"
    case gratisPogingen = "/personen/{bsn}/examens/gratispogingen"
    case pip = "/personen/{bsn}/PIP"
    case uren = "/personen/{bsn}/uren"
    case map = "/personen/{bsn}/map"
    case pvt = "/personen/{bsn}/pvt"
    case boetes = "/personen/{bsn}/boetes"
    case gebeurtenissen = "/personen/{bsn}/gebeurtenissen"

    /// For the log.
    var sjabloon: String { rawValue }

    /// With the BSN; never for a log.
    func pad(_ bsn: Bsn) -> String { rawValue.replacingOccurrence(of: "{bsn}", with: bsn.cijfers) }
}

extension String {
    fileprivate func replacingOccurrence(of plek: String, with waarde: String) -> String {
        guard let bereik = firstRange(of: plek) else { return self }
        return replacingCharacters(in: bereik, with: waarde)
    }

    private func replacingCharacters(in bereik: Range<String.Index>, with waarde: String) -> String {
        String(self[..<bereik.lowerBound]) + waarde + String(self[bereik.upperBound...])
    }
}
