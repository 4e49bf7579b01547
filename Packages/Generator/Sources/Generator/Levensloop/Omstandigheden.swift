// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What crosses a path: a move, a death, a departure, an exemption.
enum Omstandigheden {
    /// Where people move to: Groningen, Utrecht, Den Haag, Rotterdam, Eindhoven, Amsterdam.
    private static let elders = ["0014", "0344", "0518", "0599", "0772", "0363"].compactMap { Gemeentecode($0) }

    /// Whether and when the story in this gemeente ends early; the other stages then stop at that day.
    static func bepaalEinde(_ loop: inout Levensloop) {
        let lot = loop.toeval.geheel(0...999)
        let datum = loop.dag(loop.profiel.start, 60...1100)
        guard datum <= loop.tot, datum > loop.profiel.inschrijving else { return }
        switch lot {
        case 0..<60: loop.slot = .verhuizing(datum)
        case 60..<66: loop.slot = .overlijden(datum)
        case 66..<76: loop.slot = .vertrek(datum)
        default: return
        }
        loop.tot = datum
    }

    /// Tells that end, once everything before it has been told.
    static func sluit(_ loop: inout Levensloop) {
        switch loop.slot {
        case .verhuizing(let datum) where datum == loop.tot: verhuis(&loop, datum)
        case .overlijden(let datum) where datum == loop.tot: overlijd(&loop, datum)
        case .vertrek(let datum) where datum == loop.tot: vertrek(&loop, datum)
        default: break
        }
    }

    /// Another gemeente than that of the population.
    static func andere(_ loop: inout Levensloop) -> Gemeentecode {
        let eigen = loop.opdracht.gemeente
        return loop.toeval.kies(elders.filter { $0 != eigen })
    }

    private static func verhuis(_ loop: inout Levensloop, _ datum: Datum) {
        let naar = andere(&loop)
        loop.leg(
            .verhuisd(.init(datum: datum, vanGemeente: loop.opdracht.gemeente, naarGemeente: naar)),
            .brp,
            na: 1...9
        )
        loop.duo["gemeentecode"] = naar.json
        loop.duo["vestigingsdatum"] = datum.json
    }

    private static func overlijd(_ loop: inout Levensloop, _ datum: Datum) {
        loop.leg(.overleden(.init(datum: datum)), .brp, na: 1...7)
        Einde.beeindig(&loop, op: datum, .overlijden, meld: "SS111")
    }

    private static func vertrek(_ loop: inout Levensloop, _ datum: Datum) {
        loop.leg(.vertrokkenUitNederland(.init(datum: datum)), .brp, na: 5...40)
        let jaarLater = datum.plus(maanden: 12).volgende
        guard jaarLater <= loop.opdracht.peildatum else { return }
        loop.tot = jaarLater
        Einde.beeindig(&loop, op: jaarLater, .vertrekLangerDanEenJaar, meld: "SS110")
    }

    /// A student is exempted for a while before there is a PIP.
    /// - Returns: from when the plicht goes on; nil while the exemption lasts.
    static func tijdelijkVrij(_ loop: inout Levensloop, vanaf start: Datum) -> Datum? {
        let begin = loop.dag(start, 5...30)
        let einde = begin.plus(maanden: loop.toeval.geheel(9...24))
        let besluit = VrijstellingBeslist(
            omvang: .tijdelijk,
            oordeel: .toekenning,
            reden: .opl,
            datumOordeel: begin,
            startdatum: begin,
            einddatum: einde
        )
        let rest = loop.tot
        guard loop.leg(.vrijstellingBeslist(besluit), .duo, na: 2...9, meld: "SS109") != nil else { return start }
        loop.duo.voegToe(
            .object([
                JSON.Lid(
                    "TijdelijkeVrijstelling",
                    .velden(
                        ("oordeel", besluit.oordeel),
                        ("reden", besluit.reden),
                        ("datumOordeel", begin),
                        ("startdatum", begin),
                        ("einddatum", einde)
                    )
                )
            ]),
            aan: "vrijstellingen"
        )
        Einde.beeindig(&loop, op: begin, .tijdelijkeVrijstelling, meld: nil)
        guard einde < rest else { return nil }
        loop.tot = rest
        let kennisgeving = loop.dag(einde, 3...20)
        let hervat = InburgeringsplichtVastgesteld(
            begindatum: einde.volgende,
            datumKennisgeving: kennisgeving,
            doelgroep: loop.profiel.doelgroep,
            gedetailleerdeDoelgroep: loop.profiel.gedetailleerd
        )
        let dagen = einde.volgende.dagen(tot: kennisgeving)
        guard loop.leg(.inburgeringsplichtVastgesteld(hervat), .duo, na: dagen...(dagen + 6), meld: "SS129") != nil
        else {
            return nil
        }
        loop.duo["inburgeringsplicht"] = .velden(
            ("indicatorInburgeringsplicht", true),
            ("begindatum", einde.volgende),
            ("datumKennisgevingInburgeringsplicht", kennisgeving)
        )
        return kennisgeving
    }

    /// Decisions of DUO that take away the plicht or a part of it.
    static func beslissingen(_ loop: inout Levensloop) {
        let datum = loop.dag(loop.profiel.start, 90...700)
        guard datum <= loop.tot else { return }
        switch loop.toeval.geheel(0...999) {
        case 0..<12:
            let besluit = OntheffingBeslist(omvang: .geheel, oordeel: .toekenning, grond: .med, datumOordeel: datum)
            loop.leg(.ontheffingBeslist(besluit), .duo, na: 2...9, meld: "SS108")
            voegToe(&loop, "ontheffingen", "GeheleOntheffing", besluit)
            Einde.beeindig(&loop, op: datum, .volledigeOntheffing, meld: nil)
        case 12..<30:
            var besluit = OntheffingBeslist(
                omvang: .gedeeltelijk,
                oordeel: .toekenning,
                grond: .med,
                datumOordeel: datum
            )
            besluit.examenonderdeel = loop.toeval.kies([.knm, .schrijven, .spreken])
            loop.leg(.ontheffingBeslist(besluit), .duo, na: 2...9, meld: "SS119")
            voegToe(&loop, "ontheffingen", "GedeeltelijkeOntheffing", besluit)
        case 30..<45:
            let besluit = VrijstellingBeslist(omvang: .geheel, oordeel: .toekenning, reden: .dip, datumOordeel: datum)
            loop.leg(.vrijstellingBeslist(besluit), .duo, na: 2...9, meld: "SS107")
            voegToe(&loop, "vrijstellingen", "GeheleVrijstelling", besluit)
            Einde.beeindig(&loop, op: datum, .volledigeVrijstelling, meld: nil)
        case 45..<70:
            var besluit = VrijstellingBeslist(
                omvang: .gedeeltelijk,
                oordeel: .toekenning,
                reden: .ged,
                datumOordeel: datum
            )
            besluit.examenonderdeel = loop.toeval.kies([.lezen, .luisteren])
            besluit.examenniveau = .b1
            loop.leg(.vrijstellingBeslist(besluit), .duo, na: 2...9, meld: "SS117")
            voegToe(&loop, "vrijstellingen", "GedeeltelijkeVrijstelling", besluit)
        default: break
        }
    }

    /// DUO's form of a decision: the fields of the fact, without `omvang`, which is the name of the member.
    private static func voegToe(_ loop: inout Levensloop, _ veld: String, _ naam: String, _ besluit: some Feitinhoud) {
        var velden = Veldschrijver()
        besluit.schrijf(naar: &velden)
        let leden = velden.leden.filter { $0.sleutel != "omvang" }
        loop.duo.voegToe(.object([JSON.Lid(naam, .object(leden))]), aan: veld)
    }
}
