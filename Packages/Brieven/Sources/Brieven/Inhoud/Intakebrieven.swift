// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension Briefinhoud {
    mutating func oproep(_ zaak: Zaak) throws(RegieFout) {
        let oproep = try nodig(
            zaak.feiten(zaak.dossier.feiten.opgeroepenVoorIntake).last?.inhoud,
            "er is geen oproep voor de brede intake vastgelegd",
            "Leg haar eerst vast met regie intake oproepen."
        )
        self["oproepdatum"] = oproep.datum.leesbaar
        self["uiterlijk"] = oproep.uiterlijk.leesbaar
        self["volgnummer"] = String(oproep.volgnummer)
        self["herhaald"] = oproep.volgnummer > 1 ? "ja" : nil
        grondslag = zaak.termijn(.intakeOproep)?.grondslag ?? []
    }

    /// A warning names the oproep that brought nothing, and comes with the next one.
    mutating func waarschuwing(_ zaak: Zaak) throws(RegieFout) {
        let gewaarschuwd = try nodig(
            zaak.feiten(zaak.dossier.feiten.schriftelijkGewaarschuwd).last {
                ["intake", "leerbaar"].contains(where: $0.inhoud.bij.lowercased().contains)
            },
            "er is geen waarschuwing voor de brede intake vastgelegd",
            "Leg haar eerst vast met regie intake waarschuwen."
        )
        let oproepen = zaak.feiten(zaak.dossier.feiten.opgeroepenVoorIntake)
        let nieuw = try nodig(
            oproepen.last { $0.inhoud.volgnummer > 1 && $0.geldigOp >= gewaarschuwd.geldigOp },
            "bij de waarschuwing hoort een nieuwe oproep (Wi2021 art. 14 lid 1)",
            "Leg de tweede oproep vast met regie intake oproepen."
        )
        let eerder = try nodig(
            oproepen.last { $0.inhoud.volgnummer < nieuw.inhoud.volgnummer },
            "de oproep waarop niemand kwam is niet vastgelegd",
            "Leg de eerste oproep vast met regie intake oproepen."
        )
        self["gewaarschuwdOp"] = gewaarschuwd.geldigOp.leesbaar
        self["eerdereOproep"] = eerder.inhoud.datum.leesbaar
        self["eerderUiterlijk"] = eerder.inhoud.uiterlijk.leesbaar
        self["uiterlijk"] = nieuw.inhoud.uiterlijk.leesbaar
        self["volgnummer"] = String(nieuw.inhoud.volgnummer)
        grondslag = zaak.termijn(.intakeOproep)?.grondslag ?? []
    }
}
