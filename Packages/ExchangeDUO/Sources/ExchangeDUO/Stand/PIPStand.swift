// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The PIP as it stands after one beschikking: all fields that DUO knows of.
struct PIPStand: Hashable, Sendable {
    var dagtekening: Datum
    var leerroute: Leerroute
    var niveau: NiveauPip?
    var geschatteIntensiteitB1Route: Int?
    var indicatorMagOpleidingAfmaken: Bool?
    var indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs?
    /// Who told it.
    var bron: Bron

    init(_ pip: PIPVastgesteld, bron: Bron) {
        dagtekening = pip.dagtekening
        leerroute = pip.leerroute
        niveau = pip.niveau
        geschatteIntensiteitB1Route = pip.geschatteIntensiteitB1Route
        indicatorMagOpleidingAfmaken = pip.indicatorMagOpleidingAfmaken
        indicatorAlfabetiseringsonderwijs = pip.indicatorAlfabetiseringsonderwijs
        self.bron = bron
    }

    /// The state after a change. A change of leerroute drops niveau and intensiteit that the change does not name: they
    /// belong to the former route, and DUO refuses them with another one (niveau B1 with the Z-route).
    func met(_ wijziging: PIPGewijzigd, bron: Bron) -> PIPStand {
        var uit = self
        uit.bron = bron
        uit.dagtekening = wijziging.dagtekening
        if let nieuw = wijziging.leerroute, nieuw != leerroute {
            uit.leerroute = nieuw
            uit.niveau = nil
            uit.geschatteIntensiteitB1Route = nil
        }
        uit.niveau = wijziging.niveau ?? uit.niveau
        uit.geschatteIntensiteitB1Route = wijziging.geschatteIntensiteitB1Route ?? uit.geschatteIntensiteitB1Route
        uit.indicatorMagOpleidingAfmaken = wijziging.indicatorMagOpleidingAfmaken ?? uit.indicatorMagOpleidingAfmaken
        uit.indicatorAlfabetiseringsonderwijs =
            wijziging.indicatorAlfabetiseringsonderwijs ?? uit.indicatorAlfabetiseringsonderwijs
        return uit
    }

    /// Every state of the PIP, in the order in which they became known.
    static func reeks(_ feiten: [Gebeurtenis]) -> [PIPStand] {
        var uit: [PIPStand] = []
        for gebeurtenis in feiten {
            switch gebeurtenis.feit {
            case .pipVastgesteld(let pip): uit.append(PIPStand(pip, bron: gebeurtenis.bron))
            case .pipGewijzigd(let wijziging):
                // Without the PIP that it changes (it was corrected away) a change says nothing by itself.
                if let vorige = uit.last { uit.append(vorige.met(wijziging, bron: gebeurtenis.bron)) }
            default: continue
            }
        }
        return uit
    }

    /// The body of `POST /personen/{bsn}/PIP`.
    var inhoud: JSON {
        var velden = Veldschrijver()
        velden.zet("dagtekeningPip", dagtekening)
        velden.zet("leerroute", leerroute)
        velden.zet("niveau", niveau)
        velden.zet("geschatteIntensiteitB1Route", geschatteIntensiteitB1Route)
        velden.zet("indicatorMagOpleidingAfmaken", indicatorMagOpleidingAfmaken)
        velden.zet("indicatorAlfabetiseringsonderwijs", indicatorAlfabetiseringsonderwijs)
        return velden.json
    }
}
