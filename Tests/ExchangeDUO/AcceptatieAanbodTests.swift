// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Acceptatieregels van DUO voor aanbod en uren` {
    static func aanbod(
        _ datum: String = "2024-04-01",
        _ start: String = "2024-04-15",
        _ einde: String = "2026-04-15",
        nummer: String = "0000000123",
        _ rest: String = ""
    ) -> String {
        #"{"soort":"InburgeringsaanbodGedaan","datum":"\#(datum)","instellingsnummer":"\#(nummer)","verwachteStartdatum":"\#(start)","verwachteEinddatum":"\#(einde)","indicatorAlfabetiseringsonderwijs":"NVT"\#(rest)}"#
    }
    static let met = [Feiten.plicht, Feiten.pipB, Feiten.termijn]
    static let onderwijs = [Feiten.plicht, Feiten.pipO, Feiten.termijn]
    static let tst = #","taalschakeltraject":true"#
    static let cursus = aanbod("2024-04-01", "2024-04-15", "2025-01-01")
    static let keurmerk = "inburgeringsaanbod, instelling: met keurmerk BoW, of TST bij de onderwijsroute"

    @Test(
        arguments: [
            Regelproef(
                "inburgeringsaanbod: alleen voor een asielstatushouder",
                [Feiten.plichtGezin, Feiten.pipB],
                weigert: aanbod(),
                neemt: aanbod(),
                in: met
            ),
            Regelproef(
                "inburgeringsaanbod: de persoon heeft een PIP",
                [Feiten.plicht],
                weigert: aanbod(),
                neemt: aanbod(),
                in: met
            ),
            Regelproef(keurmerk, met, weigert: aanbod(nummer: "0000000999"), neemt: aanbod(), instellingen: true),
            Regelproef(
                keurmerk,
                met,
                weigert: aanbod(nummer: "0000000124"),
                neemt: aanbod(nummer: "0000000124"),
                in: onderwijs,
                instellingen: true
            ),
            Regelproef(
                "inburgeringsaanbod, data: niet voor de dagtekening van het actuele PIP",
                [Feiten.plicht, Feiten.pipB],
                weigert: aanbod("2024-03-14"),
                neemt: aanbod("2024-03-15")
            ),
            Regelproef(
                "inburgeringsaanbod, aanvang taalschakeltraject: niet voor de datum van het aanbod",
                met,
                weigert: aanbod("2024-04-20"),
                neemt: aanbod("2024-04-15")
            ),
            Regelproef(
                "inburgeringsaanbod, aanvang taalschakeltraject: niet voor het einde van de cursus",
                onderwijs + [cursus],
                weigert: aanbod("2024-06-01", "2024-12-31", "2025-12-31", nummer: "0000000124", tst),
                neemt: aanbod("2024-06-01", "2025-01-01", "2025-12-31", nummer: "0000000124", tst)
            ),
            Regelproef(
                "inburgeringsaanbod, data: binnen de inburgeringstermijn",
                met,
                weigert: aanbod("2024-04-01", "2024-04-15", "2027-03-17"),
                neemt: aanbod("2024-04-01", "2024-04-15", "2027-03-16")
            ),
            Regelproef(
                "inburgeringsaanbod, data: binnen de inburgeringstermijn",
                met,
                weigert: aanbod("2024-03-15", "2024-03-15"),
                neemt: aanbod("2024-03-15", "2024-03-16")
            ),
        ] as [Regelproef]
    )
    func `het doen van een aanbod`(proef: Regelproef) throws { try proef.proef() }

    static func uren(_ dag: String, _ aantal: Int = 10, nummer: String = "0000000123") -> String {
        #"{"soort":"UrenGeregistreerd","peildatum":"\#(dag)","urensoort":"taal","uren":\#(aantal),"instellingsnummer":"\#(nummer)"}"#
    }
    static let school = met + [Feiten.aanbod]
    static let zonderStart = Feiten.aanbod.replacing(#""verwachteStartdatum":"2024-04-15","#, with: "")
    static func bij(_ nummer: String) -> String { Feiten.aanbod.replacing("0000000123", with: nummer) }

    @Test(
        arguments: [
            Regelproef(
                "uren bij een instelling: instelling met keurmerk BoW, of TST bij de onderwijsroute",
                met + [bij("0000000124")],
                weigert: uren("2025-05-31", nummer: "0000000124"),
                neemt: uren("2025-05-31", nummer: "0000000124"),
                in: onderwijs + [bij("0000000124")],
                instellingen: true
            ),
            Regelproef(
                "uren bij een instelling: datum niet voor het begin van de inburgeringstermijn",
                [
                    Feiten.plicht, Feiten.pipB.replacing("2024-03-15", with: "2024-02-10"), Feiten.termijn,
                    Feiten.aanbod.replacing("2024-04-01", with: "2024-02-20"),
                ],
                weigert: uren("2024-03-15"),
                neemt: uren("2024-03-16")
            ),
            Regelproef(
                "uren bij een instelling: datum niet in de toekomst",
                school,
                weigert: uren("2025-06-16"),
                neemt: uren("2025-06-15")
            ),
            Regelproef(
                "uren bij een instelling: datum niet voor het eerste aanbod van de instelling",
                school,
                weigert: uren("2024-03-31"),
                neemt: uren("2024-04-01")
            ),
            Regelproef(
                "uren bij een instelling: er is bij de instelling een aanbod met een startdatum",
                met + [zonderStart],
                weigert: uren("2025-05-31"),
                neemt: uren("2025-05-31"),
                in: school
            ),
            Regelproef(
                "uren bij een instelling: er is bij de instelling een aanbod met een startdatum",
                school,
                weigert: uren("2025-05-31", nummer: "0000000777"),
                neemt: uren("2025-05-31")
            ),
            Regelproef(
                "uren bij een instelling: van dezelfde soort alleen dezelfde of een latere datum",
                school + [uren("2025-05-31")],
                weigert: uren("2025-05-30", 12),
                neemt: uren("2025-05-31", 12)
            ),
            Regelproef(
                "uren: van 0 tot en met 9999",
                met,
                weigert:
                    #"{"soort":"UrenGeregistreerd","peildatum":"2025-05-31","urensoort":"participatie","uren":10000}"#,
                neemt: #"{"soort":"UrenGeregistreerd","peildatum":"2025-05-31","urensoort":"participatie","uren":9999}"#
            ),
        ] as [Regelproef]
    )
    func `het doorgeven van uren`(proef: Regelproef) throws { try proef.proef() }

    @Test func `zonder de lijst van scholen oordeelt DUO zelf over het keurmerk`() throws {
        let proef = Regelproef("", Self.met, weigert: "", neemt: "")
        #expect(try proef.weigeringen(Self.aanbod(nummer: "0000000999"), Self.met) == [])
    }

    @Test(arguments: [
        ("Jan-Piet d'Ö. Vries", "a@b.nl", "+31612345678", 0), ("Kees 2", "a@b.nl", "0612345678", 1),
        (String(repeating: "x", count: 101), "a@b.nl", "0612345678", 1), ("", "a@b.nl", "020 - 1234567", 0),
        ("Zoë-Łucja ‘s Gravesande", "a@b.nl", "+31 (0) 20 123 45 67", 0), ("Cafe\u{301}", "a@b.nl", "0612345678", 1),
        ("O\u{2019}Neill", "a@b.nl", "0612345678", 1), ("Kees Ⅳ", "a@b.nl", "0612345678", 1),
        ("Kees", "a@b.nl", "020-1234567,123", 0), ("Kees", "a@b.nl", "020-1234567,0123", 1),
        ("Kees", "a@b.nl", "020--1234567", 1), ("Kees", "a@b.nl", "020  1234567", 1),
        ("Kees", "a@b.nl", "0(20)1234567", 1),
        ("Kees", "a@b.nl", "+3", 1), ("Kees", "a@b.nl", "+31", 0), ("Kees", "a@b.nl", "0612345678 ", 1),
        ("Kees", "a@b.nl", "00316123456789012", 1), ("Kees", "a@b.nl", "0031612345678901", 0),
        ("Kees", "a@b.nl", "٠٦١٢٣٤٥٦٧٨", 1),
        ("Kees", "ab", "0612345678", 1), ("Kees", "a@b.nl", "bel mij", 1), ("Kees", "a@b.nl", "06", 1),
        ("K2", "x", "y", 3),
    ])
    func `een contactpersoon`(naam: String, email: String, telefoon: String, weigeringen: Int) {
        let persoon = Contactpersoon(naam: naam, email: email, telefoonnummer: telefoon)
        #expect(persoon.weigeringen.count == weigeringen)
    }
}
