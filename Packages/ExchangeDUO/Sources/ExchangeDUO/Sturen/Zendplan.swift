// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What recording facts makes us tell DUO: per resource that they touch, the state after them.
///
/// One rule covers recording, changing and withdrawing alike: DUO gets the resource as it now stands, and a DELETE (or a
/// PUT without the part) when nothing of it is left.
struct Zendplan: Sendable {
    let voor: DuoStand
    let na: DuoStand
    let vandaag: Datum
    let zendingen: [Zending]

    init(_ nieuwe: [Stap.NieuwFeit], in dossier: Dossier, vandaag: Datum, stelsel: (Dossier) -> Stelsel?) {
        let daarna = dossier.met(nieuw: nieuwe)
        voor = DuoStand(dossier)
        na = DuoStand(daarna)
        self.vandaag = vandaag
        // DUO's M2M serves people under the Wi2021 only. Who falls under which act is DUO's to say: as long as nobody
        // said Wi2013, the message goes and DUO judges.
        guard stelsel(daarna) != .wi2013 else {
            zendingen = []
            return
        }
        var uit: [Zending] = []
        for onderwerp in Onderwerp.geraakt(door: nieuwe, in: daarna) {
            for zending in Self.zendingen(onderwerp, voor, na, vandaag) where !uit.contains(zending) {
                uit.append(zending)
            }
        }
        zendingen = uit
    }

    private static func zendingen(_ onderwerp: Onderwerp, _ voor: DuoStand, _ na: DuoStand, _ vandaag: Datum)
        -> [Zending]
    {
        switch onderwerp {
        case .pip:
            return pip(voor, na)
        case .aanbod(let nummer):
            return [na.aanbod[nummer].map(Zending.aanbod) ?? .aanbodVerwijderen(instellingsnummer: nummer)]
        case .map: return [.afronding(na.afronding(.map))]
        case .pvt: return [.afronding(na.afronding(.pvt))]
        case .zroute: return [.zroute(na.afrondingZroute)]
        case .lbt:
            // DUO knows no way back: once the toets is taken off, only a new aanmelding brings it.
            let nogSteeds = na.feiten.contains { if case .leerbaarheidstoetsOntheven = $0.feit { true } else { false } }
            return nogSteeds ? [.lbtOverslaan] : []
        case .contactpersoon: return contactpersoon(voor, na)
        default: return uren(onderwerp, na, vandaag)
        }
    }

    /// Taking the current PIP back takes it away at DUO. The one before it is sent again: whether DUO still has it after a
    /// DELETE stands nowhere, and where DUO had refused the later one, the DELETE met the earlier one.
    private static func pip(_ voor: DuoStand, _ na: DuoStand) -> [Zending] {
        guard let actueel = voor.pip, na.pips.count < voor.pips.count else { return na.pip.map { [.pip($0)] } ?? [] }
        guard let terug = na.pip else { return [.pipVerwijderen(actueel)] }
        return terug == actueel ? [] : [.pipVerwijderen(actueel), .pipTerug(terug)]
    }

    private static func contactpersoon(_ voor: DuoStand, _ na: DuoStand) -> [Zending] {
        // The inner optional tells "assigned, but not known at DUO" from "never assigned".
        func id(_ stand: DuoStand) -> Int? {
            stand.laatsteEigen { feit -> Int?? in
                if case .klantmanagerToegewezen(let feit) = feit { .some(feit.contactpersoonId) } else { nil }
            } ?? nil
        }
        if let nieuw = id(na) { return [.koppel(contactpersoon: nieuw)] }
        return id(voor).map { [.ontkoppel(contactpersoon: $0)] } ?? []
    }

    private static func uren(_ onderwerp: Onderwerp, _ na: DuoStand, _ vandaag: Datum) -> [Zending] {
        // DUO takes hours of participatieactiviteiten and at an instelling for asielstatushouders; for others the
        // school tells DUO itself (Besluit inburgering 2021 art. 9.6).
        let asiel = na.doelgroep(op: vandaag) != .gezinsmigrantEnOverigeMigrant
        switch onderwerp {
        case .urenIntake: return [.urenIntake(na.uren([.intakeTaalKNM]).uren ?? 0)]
        case .urenParticipatietaalles: return [.urenParticipatietaalles(na.uren([.participatieTaalles]).uren ?? 0)]
        case .urenParticipatie where asiel:
            return [.urenParticipatie(na.uren(Urensoort.participatieactiviteiten).uren ?? 0)]
        case .urenInstelling(let nummer) where asiel: return [instelling(nummer, na, vandaag)]
        case .verzuim where asiel:
            guard let nummer = na.instellingenMetUren.first, na.instellingenMetUren.count == 1 else { return [] }
            return [instelling(nummer, na, vandaag)]
        default: return []
        }
    }

    /// `bekendTot` is exclusive, so the day after the peildatum; but DUO takes no date in the future, so what was counted
    /// up to and including today is sent as known until today.
    private static func instelling(_ nummer: String, _ na: DuoStand, _ vandaag: Datum) -> Zending {
        let totaal = na.uren(Urensoort.bijInstelling, instelling: nummer)
        let verzuim = na.verzuim(bij: nummer)
        let peildatum = [totaal.peildatum, verzuim?.peildatum].compactMap { $0 }.max() ?? vandaag.vorige
        return .urenInstelling(
            Zending.InstellingUren(
                instellingsnummer: nummer,
                uren: totaal.uren,
                urenGeoorloofdVerzuim: verzuim?.geoorloofd,
                urenOngeoorloofdVerzuim: verzuim?.ongeoorloofd,
                bekendTot: peildatum == vandaag ? vandaag : peildatum.volgende,
                peildatum: peildatum
            )
        )
    }
}
