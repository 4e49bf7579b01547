// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A message in or out, as it is listed: what it is and where it stands, nothing of what it says.
struct Berichtregel {
    let berichtId: String
    let richting: String
    let partner: Partner
    let soort: String
    let status: String
    let waarom: String
    let pogingen: Int
    let moment: Tijdstip
    let dossier: DossierID?

    init(_ regel: InboxRegel) {
        berichtId = regel.bericht.sleutel.berichtId
        richting = "in"
        partner = regel.bericht.sleutel.partner
        soort = regel.bericht.soort
        status = regel.status.woord
        switch regel.status {
        case .ontvangen, .verwerkt: waarom = ""
        case .wacht(let tot, let tekst): waarom = "\(tekst) (tot \(tot))"
        case .mislukt(let tekst), .vervallen(let tekst): waarom = tekst
        }
        pogingen = regel.pogingen
        moment = regel.bericht.ontvangenOp
        dossier = regel.dossier
    }

    init(_ regel: OutboxRegel) {
        berichtId = regel.bericht.berichtId
        richting = "uit"
        partner = regel.bericht.partner
        soort = regel.bericht.soort
        status = regel.status.woord
        switch regel.status {
        case .klaar, .verzonden: waarom = ""
        case .wacht(let tot, let tekst): waarom = "\(tekst) (tot \(tot))"
        case .geweigerd(let woorden): waarom = woorden.joined(separator: "; ")
        case .mislukt(let tekst), .vervallen(let tekst): waarom = tekst
        }
        pogingen = regel.pogingen
        moment = regel.bericht.gemaaktOp
        dossier = regel.bericht.dossier
    }

    var json: JSON {
        var velden = Veldschrijver()
        velden.zet("berichtId", berichtId)
        velden.zet("richting", richting)
        velden.zet("partner", partner.rawValue)
        velden.zet("soort", soort)
        velden.zet("status", status)
        velden.zet("waarom", waarom.isEmpty ? nil : Maskering.maskeer(waarom))
        velden.zet("pogingen", pogingen)
        velden.zet("moment", moment.description)
        velden.zet("dossier", dossier)
        return velden.json
    }

    static let koppen = [
        "bericht", "richting", "partner", "soort", "status", "pogingen", "moment", "dossier", "waarom",
    ]

    var rij: [String] {
        [
            berichtId, richting, partner.rawValue, soort, status, "\(pogingen)", moment.description,
            dossier?.tekst ?? "",
            Maskering.maskeer(waarom),
        ]
    }
}
