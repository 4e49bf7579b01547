// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Inburgering

/// What DUO's answer to a message means: pure.
enum Verzendantwoord {
    static func uitkomst(
        _ antwoord: PartnerResponse,
        op bericht: UitgaandBericht,
        _ soort: Berichtsoort,
        nu: Tijdstip
    ) -> Verzenduitkomst {
        switch antwoord.kind {
        case .success:
            return soort == .contactpersoonPost ? aangemeld(antwoord, bericht, nu) : .verzonden([])
        case .refused:
            let woorden = fouttekst(antwoord)
            // A 403 without words is no functional refusal: DUO does not let us see this person.
            return woorden.isEmpty
                ? .geweigerd(["DUO weigert zonder uitleg (403): de gemeente is niet bevoegd voor deze persoon."])
                : .geweigerd(woorden)
        case .unauthenticated:
            return .later("DUO herkent de gemeente niet (401): controleer certificaat en OIN.", nietVoor: nil)
        // What we want gone is gone: an earlier try may have done it, whose answer was lost.
        case .notFound where soort.methode == .delete:
            return .verzonden([])
        case .notFound:
            return .defect("DUO kent deze persoon of dit gegeven niet (404).")
        case .ourFault:
            return .defect("DUO verwerkt dit bericht niet (\(antwoord.status)): het past niet bij de specificatie.")
        case .transient:
            return .later(
                "DUO is tijdelijk niet beschikbaar (\(antwoord.status)).",
                nietVoor: antwoord.notBefore(from: nu)
            )
        }
    }

    /// DUO's own words: an array of `fouttekst`, or one of them. A BSN in them is masked.
    static func fouttekst(_ antwoord: PartnerResponse) -> [String] {
        guard let json = try? JSON.lees(antwoord.bytes) else { return [] }
        return (json.lijst ?? [json]).compactMap { $0["fouttekst"]?.tekst }.filter { !$0.isEmpty }.map(gemaskeerd)
    }

    /// The text with every row of nine digits (a BSN) hidden: DUO's words are shown and logged here.
    static func gemaskeerd(_ tekst: String) -> String {
        var uit = ""
        var rij = ""
        func sluit() {
            uit += rij.count == 9 ? "*******\(rij.suffix(2))" : rij
            rij = ""
        }
        for teken in tekst.prefix(200) {
            if teken.isASCII, teken.isNumber {
                rij.append(teken)
            } else {
                sluit()
                uit.append(teken)
            }
        }
        sluit()
        return uit
    }

    private static func aangemeld(_ antwoord: PartnerResponse, _ bericht: UitgaandBericht, _ nu: Tijdstip)
        -> Verzenduitkomst
    {
        guard let json = try? JSON.lees(antwoord.bytes), let id = json["id"]?.getal, (1...99_999).contains(id) else {
            return .defect("DUO nam de contactpersoon aan, maar gaf geen id terug. Zoek het id op bij DUO.")
        }
        guard let naam = bericht.inhoud["klantmanager"]?.tekst else { return .verzonden([]) }
        let datum = bericht.inhoud["datum"]?.tekst.flatMap { Datum($0) } ?? Amsterdam.datum(van: nu)
        let feit = KlantmanagerToegewezen(datum: datum, klantmanager: naam, contactpersoonId: id)
        return .verzonden([
            Stap.NieuwFeit(
                geldigOp: datum,
                bekendOp: nu,
                bron: .gemeente,
                berichtId: bericht.berichtId,
                feit: .klantmanagerToegewezen(feit)
            )
        ])
    }
}
