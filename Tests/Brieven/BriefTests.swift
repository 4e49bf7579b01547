// SPDX-License-Identifier: EUPL-1.2

import Brieven
import Foundation
import Testing

/// Each letter word for word; `REGIE_GOUD=schrijf` writes them anew.
@Suite struct `Brieven aan de inburgeraar` {
    private func vergelijk(_ tekst: String, _ naam: String) throws {
        let bestand = Proef.wortel.appendingPathComponent("Tests/Brieven/Fixtures/\(naam).txt")
        if ProcessInfo.processInfo.environment["REGIE_GOUD"] == "schrijf" {
            try tekst.write(to: bestand, atomically: true, encoding: .utf8)
        }
        #expect(try String(contentsOf: bestand, encoding: .utf8) == tekst)
    }

    @Test func `de eerste oproep voor de intake`() throws {
        let feiten = [Proef.persoon, Proef.plicht, Proef.oproep(1, "2024-04-01", "2024-04-15")]
        let tekst = try Proef.brief(.oproep, feiten, op: "2024-04-01")
        #expect(tekst.contains("Kom uiterlijk op 15 april 2024."))
        #expect(tekst.contains("Zoë & Noor d'Ancona"), "een naam blijft zoals zij is")
        #expect(!tekst.contains("999990019"))
        try vergelijk(tekst, "oproep")
    }

    @Test func `een adres dat als tekst is vastgelegd staat zo in de brief`() throws {
        let persoon =
            #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","geslachtsnaam":"Proef","adres":"Postbus 12, Ons Dorp","bron":"gemeente"}"#
        let feiten = [persoon, Proef.plicht, Proef.oproep(1, "2024-04-01", "2024-04-15")]
        #expect(try Proef.brief(.oproep, feiten, op: "2024-04-01").contains("\nPostbus 12, Ons Dorp\n"))
    }

    @Test func `een herhaalde oproep kondigt geen waarschuwing meer aan`() throws {
        let feiten = [
            Proef.persoon, Proef.plicht, Proef.oproep(1, "2024-04-01", "2024-04-15"),
            Proef.oproep(2, "2024-04-16", "2024-04-30"),
        ]
        let tekst = try Proef.brief(.oproep, feiten, op: "2024-04-16")
        #expect(tekst.contains("Komt u weer niet en laat u niets weten? Dan kunt u een boete krijgen"))
        #expect(!tekst.contains("schriftelijke waarschuwing"))
    }

    @Test func `wie nooit om een zienswijze is gevraagd leest niet dat hij zweeg`() throws {
        let zonder = [Proef.persoon, Proef.plicht, Proef.pip(""), Proef.overtreding, Proef.boete(25)]
        let met = [Proef.persoon, Proef.plicht, Proef.pip(""), Proef.overtreding, Proef.voornemen, Proef.boete(25)]
        let zin = "U hebt niet verteld wat u ervan vindt."
        #expect(try !Proef.brief(.boetebesluit, zonder, op: "2024-07-01").contains(zin))
        #expect(try Proef.brief(.boetebesluit, met, op: "2024-07-01").contains(zin))
    }

    @Test func `de waarschuwing met de tweede oproep`() throws {
        let feiten = [
            Proef.persoon, Proef.plicht, Proef.oproep(1, "2024-04-01", "2024-04-15"), Proef.waarschuwing,
            Proef.oproep(2, "2024-04-16", "2024-04-30"),
        ]
        let tekst = try Proef.brief(.waarschuwing, feiten, op: "2024-04-16")
        #expect(tekst.contains("U moest uiterlijk op 15 april 2024 komen."))
        #expect(tekst.contains("Kom uiterlijk op 30 april 2024."))
        try vergelijk(tekst, "waarschuwing")
    }

    @Test func `de beschikking met het PIP van een asielstatushouder`() throws {
        let tekst = try Proef.brief(.pipBeschikking, [Proef.persoon, Proef.asiel, Proef.pip()], op: "2024-04-02")
        #expect(tekst.contains("naar schatting 600 uur les"))
        #expect(tekst.contains("begint op 3 april 2024"))
        #expect(tekst.contains("op of voor 2 april 2027"))
        #expect(tekst.contains("binnen 6 weken"))
        #expect(tekst.contains("tot en met 14 mei 2024"))
        try vergelijk(tekst, "pip-beschikking")
    }

    @Test func `het PIP van de Z-route noemt de lagere norm en de onderdelen zonder les`() throws {
        let z = Proef.pip(#","lagereUrennormZroute":400,"onderdelenZonderUren":["LU","SP"],"urenMAP":40"#)
            .replacing(#""leerroute":"B""#, with: #""leerroute":"Z""#)
        let tekst = try Proef.brief(.pipBeschikking, [Proef.persoon, Proef.asiel, z], op: "2024-04-02")
        #expect(tekst.contains("U volgt 400 uur les."))
        #expect(tekst.contains("hoeft u geen les te volgen, omdat u revalideert: luisteren, spreken."))
        let zonder = z.replacing(#","onderdelenZonderUren":["LU","SP"]"#, with: "")
        let kort = try Proef.brief(.pipBeschikking, [Proef.persoon, Proef.asiel, zonder], op: "2024-04-02")
        #expect(kort.contains("U volgt 400 uur les.") && !kort.contains("geen les te volgen"))
    }

    @Test func `het voornemen tot een boete`() throws {
        let feiten = [Proef.persoon, Proef.plicht, Proef.pip(""), Proef.overtreding]
        let tekst = try Proef.brief(.boetevoornemen, feiten, op: "2024-06-10", reactieTot: "2024-06-24")
        #expect(tekst.contains("een boete van 25 euro"))
        #expect(tekst.contains("op of voor 2 september 2024"))
        try vergelijk(tekst, "boetevoornemen")
    }

    @Test func `het boetebesluit na een zienswijze`() throws {
        let feiten = [
            Proef.persoon, Proef.plicht, Proef.pip(""), Proef.overtreding, Proef.voornemen, Proef.zienswijze,
            Proef.boete(25),
        ]
        let tekst = try Proef.brief(.boetebesluit, feiten, op: "2024-07-01")
        #expect(tekst.contains("op of voor 12 augustus 2024"))
        #expect(tekst.contains("Op 20 juni 2024 hebt u verteld"))
        try vergelijk(tekst, "boetebesluit")
    }
}

/// Somebody with more than one violation gets the letter about the one that it is meant for.
@Suite struct `Een boetebrief bij meer overtredingen` {
    private let tweede =
        #"{"soort":"OvertredingVastgesteld","datum":"2024-06-24","gedraging":"U kwam op 20 juni 2024 niet naar de taalles","artikel":"Wi2021 art. 23","verwijtbaarheid":100,"bron":"gemeente"}"#
    private let begin = [Proef.persoon, Proef.plicht, Proef.pip("")]

    @Test func `het besluit gaat over de beboete, ook als een andere overtreding nog wacht`() throws {
        let feiten = begin + [Proef.overtreding, Proef.voornemen, tweede, Proef.boete(25)]
        let tekst = try Proef.brief(.boetebesluit, feiten, op: "2024-07-01")
        #expect(tekst.contains("U kwam op 27 mei 2024 om 10 uur niet naar het voortgangsgesprek"))
        #expect(tekst.contains("een boete van 25 euro"))
        #expect(!tekst.contains("taalles"))
    }

    @Test func `wie over een andere overtreding is gehoord zweeg over deze`() throws {
        let gehoord =
            #"{"soort":"ZienswijzeOntvangen","datum":"2024-06-28","gedraging":"U kwam op 20 juni 2024 niet naar de taalles","bron":"gemeente"}"#
        let feiten = begin + [Proef.overtreding, Proef.voornemen, tweede, gehoord, Proef.boete(25)]
        let tekst = try Proef.brief(.boetebesluit, feiten, op: "2024-07-01")
        #expect(tekst.contains("U hebt niet verteld wat u ervan vindt."))
        #expect(!tekst.contains("Op 28 juni 2024 hebt u verteld"))
    }

    @Test func `het voornemen gaat over de overtreding waarvoor er nog geen is`() throws {
        let feiten = begin + [Proef.overtreding, Proef.voornemen, tweede]
        let tekst = try Proef.brief(.boetevoornemen, feiten, op: "2024-06-25", reactieTot: "2024-07-09")
        #expect(tekst.contains("taalles"))
        #expect(tekst.contains("een boete van 50 euro"))
    }

    @Test func `bij twee gelijke kanten kiest de klantmanager`() throws {
        let feiten = begin + [Proef.overtreding, tweede]
        let uit = try Proef.weigering(.boetevoornemen, feiten, op: "2024-06-25", reactieTot: "2024-07-09")
        #expect(uit.contains("meer dan één feit gaan: 4, 5") && uit.contains("--over"), "\(uit)")
        let eerste = try Proef.brief(.boetevoornemen, feiten, op: "2024-06-25", reactieTot: "2024-07-09", over: 4)
        #expect(eerste.contains("voortgangsgesprek op het stadhuis"))
        let onbekend = try Proef.weigering(
            .boetevoornemen,
            feiten,
            op: "2024-06-25",
            reactieTot: "2024-07-09",
            over: 3
        )
        #expect(onbekend.contains("feit 3 is niet een van 4, 5"), "\(onbekend)")
    }

    @Test func `een eerdere boete krijgt haar brief nog eens`() throws {
        let later =
            #"{"soort":"BoeteOpgelegd","datum":"2024-07-08","bedrag":50,"gedraging":"U kwam op 20 juni 2024 niet naar de taalles","artikel":"Wi2021 art. 23","bron":"gemeente"}"#
        let feiten = begin + [Proef.overtreding, Proef.voornemen, tweede, Proef.boete(25), later]
        #expect(try Proef.brief(.boetebesluit, feiten, op: "2024-07-08").contains("een boete van 50 euro"))
        #expect(try Proef.brief(.boetebesluit, feiten, op: "2024-07-08", over: 7).contains("een boete van 25 euro"))
    }

    @Test func `een ingetrokken boete krijgt geen besluit`() throws {
        let weg =
            #"{"soort":"BoeteIngetrokken","datum":"2024-07-02","bedrag":25,"artikel":"Wi2021 art. 23","bron":"gemeente"}"#
        let feiten = begin + [Proef.overtreding, Proef.voornemen, tweede, Proef.boete(25), weg]
        #expect(try Proef.weigering(.boetebesluit, feiten, op: "2024-07-02").contains("of is ingetrokken"))
    }
}

/// A letter is made whole or not at all.
@Suite struct `Een brief waaraan iets ontbreekt` {
    @Test func `zegt wat er mist`() throws {
        #expect(try Proef.weigering(.oproep, [Proef.plicht], op: "2024-04-01").contains("de naam"))
        let zonder = [Proef.persoon, Proef.plicht]
        for (soort, woord) in [
            (Briefsoort.oproep, "oproep"), (.waarschuwing, "waarschuwing"), (.pipBeschikking, "PIP"),
            (.boetevoornemen, "overtreding"), (.boetebesluit, "boete"),
        ] {
            let uit = try Proef.weigering(soort, zonder, op: "2024-06-10", reactieTot: "2024-06-24")
            #expect(uit.contains("brief-onvolledig"), "\(soort)")
            #expect(uit.contains(woord), "\(soort): \(uit)")
            #expect(!uit.contains("Ancona"), "geen naam in een fout")
        }
    }

    @Test func `een waarschuwing zonder nieuwe oproep kan niet`() throws {
        let feiten = [Proef.persoon, Proef.plicht, Proef.oproep(1, "2024-04-01", "2024-04-15"), Proef.waarschuwing]
        #expect(try Proef.weigering(.waarschuwing, feiten, op: "2024-04-16").contains("nieuwe oproep"))
    }

    @Test func `een PIP van een asielstatushouder noemt de intensiteit`() throws {
        let feiten = [Proef.persoon, Proef.asiel, Proef.pip("")]
        #expect(try Proef.weigering(.pipBeschikking, feiten, op: "2024-04-02").contains("intensiteit"))
    }

    @Test func `een voornemen zegt tot wanneer men kan reageren`() throws {
        let feiten = [Proef.persoon, Proef.plicht, Proef.pip(""), Proef.overtreding]
        #expect(try Proef.weigering(.boetevoornemen, feiten, op: "2024-06-10").contains("--reactie-tot"))
        #expect(
            try Proef.weigering(.boetevoornemen, feiten, op: "2024-06-10", reactieTot: "2024-06-10")
                .contains("niet na de brief")
        )
    }

    @Test func `een boete die hoger is dan mag krijgt geen brief`() throws {
        let feiten = [Proef.persoon, Proef.plicht, Proef.pip(""), Proef.overtreding, Proef.voornemen, Proef.boete(50)]
        #expect(try Proef.weigering(.boetebesluit, feiten, op: "2024-07-01").contains("meer dan mag (25 euro)"))
    }

    @Test func `na de uitspraak van 2025 komt er geen voornemen voor een asielstatushouder`() throws {
        let feiten = [Proef.persoon, Proef.asiel, Proef.pip(), Proef.overtreding]
        let ervoor = try Proef.brief(.boetevoornemen, feiten, op: "2024-06-10", reactieTot: "2024-06-24")
        #expect(ervoor.contains("25 euro"))
        #expect(
            try Proef.weigering(.boetevoornemen, feiten, op: "2025-07-09", reactieTot: "2025-07-24")
                .contains("geen overtreding waarvoor nu een boete kan volgen")
        )
    }
}
