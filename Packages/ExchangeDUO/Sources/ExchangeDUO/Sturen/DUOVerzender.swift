// SPDX-License-Identifier: EUPL-1.2

import Exchange
public import Inburgering

/// Sends a message of the outbox to DUO: one try, its berichtId as header on every try.
public struct DUOVerzender: Berichtverzender {
    /// DUO.
    public let partner = Partner.duo
    private let vrager: DUOVrager
    private let klok: any Klok

    init(_ vrager: DUOVrager, klok: any Klok) {
        self.vrager = vrager
        self.klok = klok
    }

    /// One try. The BSN is read from the dossier at this moment; the message holds none.
    public func verzend(_ bericht: UitgaandBericht, over dossier: Dossier) async -> Verzenduitkomst {
        guard let soort = Berichtsoort(rawValue: bericht.soort) else {
            return .defect("De soort '\(bericht.soort)' is geen bericht aan DUO.")
        }
        let pad: String
        switch Self.pad(soort, bericht.inhoud, bsn: dossier.bsn) {
        case .success(let gevuld): pad = gevuld
        case .failure(let ontbreekt): return ontbreekt.uitkomst
        }
        let antwoord = await vrager.stuur(
            soort.methode,
            pad: pad,
            sjabloon: soort.sjabloon,
            berichtId: bericht.berichtId,
            inhoud: bericht.inhoud["body"]
        )
        switch antwoord {
        case .failure(let fout): return .later(fout.words, nietVoor: nil)
        case .success(let antwoord):
            guard antwoord.hoort(bij: bericht.berichtId) else {
                return .later("DUO antwoordde met het berichtId van een ander bericht.", nietVoor: nil)
            }
            return Verzendantwoord.uitkomst(antwoord, op: bericht, soort, nu: klok.nu)
        }
    }

    /// What a path cannot be made without.
    struct Ontbreekt: Error {
        let uitkomst: Verzenduitkomst
    }

    /// The template with its values, each made safe for a path.
    static func pad(_ soort: Berichtsoort, _ inhoud: JSON, bsn: Bsn?) -> Result<String, Ontbreekt> {
        var delen: [String] = []
        for deel in soort.sjabloon.split(separator: "/") {
            switch deel {
            case "{bsn}":
                guard let bsn else {
                    return .failure(Ontbreekt(uitkomst: .defect("Het dossier heeft geen BSN meer.")))
                }
                delen.append(bsn.cijfers)
            case "{id}":
                guard let id = inhoud["contactpersoonId"]?.getal, (1...99_999).contains(id) else {
                    return .failure(Ontbreekt(uitkomst: .defect("Het bericht noemt geen geldig contactpersoonId.")))
                }
                delen.append(String(id))
            case "{instellingsnummer}":
                guard let nummer = inhoud["instellingsnummer"]?.tekst, nummer.count == 10 else {
                    return .failure(Ontbreekt(uitkomst: .defect("Het bericht noemt geen instellingsnummer.")))
                }
                delen.append(PartnerRequest.segment(nummer))
            default: delen.append(String(deel))
            }
        }
        return .success("/" + delen.joined(separator: "/"))
    }
}
