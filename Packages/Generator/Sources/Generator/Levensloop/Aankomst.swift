// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The plicht begins: DUO, COA and the BRP let the gemeente know who is coming.
enum Aankomst {
    static func vertel(_ loop: inout Levensloop) {
        let profiel = loop.profiel
        leerKennen(&loop)
        guard !loop.regels.isEmpty else { return }
        stelPlichtVast(&loop)
        if let koppeling = profiel.koppeling { vanuitCOA(&loop, koppeling) }
        schrijfIn(&loop)
        loop.duo["inAzc"] = .waarheid(profiel.koppeling != nil && profiel.inschrijving > loop.opdracht.peildatum)
    }

    /// The fact that opens the dossier: who somebody is, as far as its source knows.
    private static func leerKennen(_ loop: inout Levensloop) {
        let (identiteit, profiel) = (loop.identiteit, loop.profiel)
        let eerste = profiel.koppeling ?? profiel.plicht
        var gegevens = PersoonsgegevensOntvangen(vnummer: identiteit.vnummer)
        if profiel.bsnVanaf <= eerste { gegevens.bsn = identiteit.bsn }
        if profiel.koppeling != nil {
            gegevens.geslachtsnaam = identiteit.geslachtsnaam
            gegevens.voornamen = identiteit.voornamen
            gegevens.geboortedatum = identiteit.geboortedatum
        }
        loop.leg(
            .persoonsgegevensOntvangen(gegevens),
            profiel.koppeling == nil ? .duo : .coa,
            geldigOp: eerste,
            na: 0...4,
            opTijd: true
        )
        guard !loop.regels.isEmpty, gegevens.bsn == nil, profiel.bsnVanaf <= loop.tot else { return }
        let later = PersoonsgegevensOntvangen(bsn: identiteit.bsn, vnummer: identiteit.vnummer)
        loop.leg(.persoonsgegevensOntvangen(later), .brp, geldigOp: profiel.bsnVanaf)
    }

    private static func stelPlichtVast(_ loop: inout Levensloop) {
        let profiel = loop.profiel
        let vastgesteld = InburgeringsplichtVastgesteld(
            begindatum: profiel.plicht,
            datumKennisgeving: profiel.kennisgeving,
            doelgroep: profiel.doelgroep,
            gedetailleerdeDoelgroep: profiel.gedetailleerd,
            wet: profiel.oudeWet ? .wi2013 : nil
        )
        let verschil = profiel.plicht.dagen(tot: profiel.kennisgeving)
        let gevestigd = profiel.inschrijving <= profiel.kennisgeving
        let melding = profiel.oudeWet ? nil : gevestigd ? "SS139" : "SS101"
        let plaats = loop.leg(
            .inburgeringsplichtVastgesteld(vastgesteld),
            .duo,
            na: verschil...(verschil + 8),
            meld: melding
        )
        loop.duo["doelgroep"] = .velden(
            ("indeling", profiel.doelgroep),
            ("begindatum", profiel.plicht),
            ("gedetailleerdeDoelgroep", profiel.gedetailleerd)
        )
        loop.duo["inburgeringsplicht"] = .velden(
            ("indicatorInburgeringsplicht", true),
            ("begindatum", profiel.plicht),
            ("datumKennisgevingInburgeringsplicht", profiel.kennisgeving)
        )
        if let plaats, loop.toeval.kans(20) { verbeterBegindatum(&loop, plaats, vastgesteld) }
    }

    /// DUO first said another begindatum and takes that back with a later signal.
    private static func verbeterBegindatum(
        _ loop: inout Levensloop,
        _ plaats: Int,
        _ juist: InburgeringsplichtVastgesteld
    ) {
        guard let moment = loop.corrigeer(plaats, na: 10...60, reden: "DUO herstelde de begindatum") else { return }
        var hersteld = juist
        hersteld.begindatum = juist.begindatum.plus(dagen: loop.toeval.geheel(1...3))
        let dagen = hersteld.begindatum.dagen(tot: Amsterdam.datum(van: moment)) + 1
        guard loop.leg(.inburgeringsplichtVastgesteld(hersteld), .duo, na: dagen...dagen, meld: "SS101") != nil else {
            return
        }
        loop.duo["inburgeringsplicht"] = .velden(
            ("indicatorInburgeringsplicht", true),
            ("begindatum", hersteld.begindatum),
            ("datumKennisgevingInburgeringsplicht", hersteld.datumKennisgeving)
        )
    }

    private static func vanuitCOA(_ loop: inout Levensloop, _ koppeling: Datum) {
        let azc = loop.toeval.kies(["azc Veldzicht", "azc Waterkant", "azc Heidehof", "azc Stationsplein"])
        loop.leg(
            .gekoppeldAanGemeente(.init(datum: koppeling, gemeente: loop.opdracht.gemeente, coaLocatie: azc)),
            .coa
        )
        if loop.toeval.kans(750) {
            loop.leg(.informatieprofielOntvangen(profielVanCOA(&loop)), .coa, geldigOp: loop.dag(koppeling, 10...40))
        }
        if loop.toeval.kans(600) {
            let voor = VoorinburgeringOvergedragen(
                instemming: loop.toeval.kans(900),
                onderdelen: ["NT2", "KNM"],
                taalniveau: loop.toeval.kies(["A0", "A1"]),
                uren: loop.toeval.geheel(4...24) * 5
            )
            loop.leg(.voorinburgeringOvergedragen(voor), .coa, geldigOp: loop.dag(koppeling, 40...120))
        }
    }

    private static func profielVanCOA(_ loop: inout Levensloop) -> InformatieprofielOntvangen {
        let jaren = loop.profiel.leervermogen / 70
        return InformatieprofielOntvangen(
            gezin: ["samenstelling": .tekst(loop.toeval.kies(["alleenstaand", "gezin"]))],
            talen: [.tekst(loop.identiteit.taal)],
            opleiding: ["jarenOnderwijs": .getal(jaren)],
            werkervaring: ["jaren": .getal(loop.toeval.geheel(0...20))],
            digidAangevraagd: loop.toeval.kans(600)
        )
    }

    private static func schrijfIn(_ loop: inout Levensloop) {
        let (identiteit, profiel, gemeente) = (loop.identiteit, loop.profiel, loop.opdracht.gemeente)
        let vanuitCOA = profiel.koppeling != nil
        let inschrijving = IngeschrevenInGemeente(
            datum: profiel.inschrijving,
            gemeente: gemeente,
            vanuitCOA: vanuitCOA ? true : nil
        )
        guard loop.leg(.ingeschrevenInGemeente(inschrijving), .brp, na: 1...6) != nil else { return }
        loop.leg(
            .persoonsgegevensOntvangen(identiteit.persoonsgegevens),
            .brp,
            geldigOp: profiel.inschrijving,
            na: 1...6
        )
        loop.duo["vestigingsdatum"] = profiel.inschrijving.json
        // Left the azc and now in the gemeente: DUO says that the ten weeks have begun.
        if vanuitCOA { loop.meld("SS139", op: loop.dag(profiel.inschrijving, 3...20)) }
    }
}
