// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Antwoorden van DUO` {
    /// The answers of a fixture by the name of the read.
    static func lees(_ antwoorden: JSON) throws -> Gelezen {
        var gelezen = Gelezen()
        for lid in antwoorden.leden ?? [] {
            try gelezen.neem(lid.waarde, van: try #require(raadpleging(lid.sleutel)))
        }
        return gelezen
    }

    static func raadpleging(_ naam: String) -> Raadpleging? {
        Raadpleging.allCases.first { String(describing: $0) == naam }
    }

    @Test(arguments: Proef.bestanden("good"))
    func `worden feiten, en velden die wij niet kennen storen niet`(bestand: String) throws {
        let fixture = try Proef.fixture("good/\(bestand)")
        let leeg = try Proef.dossier([])
        let gelezen = try Self.lees(try #require(fixture["antwoorden"]))
        let feiten = Verschil.nieuw(try gelezen.feiten(naast: leeg, try Proef.context()), naast: leeg)
        let verwacht = try #require(fixture["feiten"]?.lijst)
        // Read back, so that the order of the members does not matter.
        let verwachteFeiten = try verwacht.map { try Gebeurtenis(json: $0, volgnummer: 1).json }
        #expect(Proef.json(feiten) == verwachteFeiten)
    }

    @Test(arguments: Proef.bestanden("good"))
    func `die wij al kennen geven geen nieuw feit`(bestand: String) throws {
        let fixture = try Proef.fixture("good/\(bestand)")
        let bekend = try Proef.dossier(try #require(fixture["feiten"]?.lijst).map(\.description))
        let gelezen = try Self.lees(try #require(fixture["antwoorden"]))
        let feiten = Verschil.nieuw(try gelezen.feiten(naast: bekend, try Proef.context()), naast: bekend)
        #expect(Proef.json(feiten) == [])
    }

    @Test(arguments: Proef.bestanden("bad"))
    func `die niet bij de specificatie passen noemen het veld en nooit de waarde`(bestand: String) throws {
        let delen = bestand.split(separator: ".")
        let raadpleging = try #require(Self.raadpleging(String(delen[0])))
        let json = try Proef.fixture("bad/\(bestand)")
        let fout = #expect(throws: RegieFout.self) {
            var gelezen = Gelezen()
            try gelezen.neem(json, van: raadpleging)
        }
        #expect(fout?.code == .partnerAntwoordOngeldig)
        let tekst = fout?.description ?? ""
        #expect(tekst.contains(delen[1]))
        #expect(!tekst.contains("7731"))
    }

    @Test func `elke raadpleging heeft een goede en een slechte proef`() throws {
        let goed = try Proef.bestanden("good").flatMap { try Proef.fixture("good/\($0)")["antwoorden"]?.leden ?? [] }
        let slecht = Proef.bestanden("bad").compactMap { $0.split(separator: ".").first.map(String.init) }
        for raadpleging in Raadpleging.allCases {
            #expect(goed.contains { $0.sleutel == String(describing: raadpleging) })
            #expect(slecht.contains(String(describing: raadpleging)))
        }
    }

    @Test func `de lijsten van scholen en verlengingsgronden`() throws {
        let scholen = try Instelling.lees(try Proef.fixture("instellingen.json"))
        #expect(scholen.map(\.instellingsnummer) == ["0000000123", "0000000124"])
        #expect(scholen.map(\.heeftBowKeurmerk) == [true, false])
        #expect(throws: RegieFout.self) { try Instelling.lees([["instellingsnummer": "1"]]) }
        let gronden = try Verlengingsgrond.lees(try Proef.fixture("verlengingsgronden.json"))
        #expect(gronden.map(\.code) == ["4g"])
        #expect(throws: RegieFout.self) { try Verlengingsgrond.lees([["code": "4g"]]) }
    }

    @Test func `een plicht zonder doelgroep van DUO of in het dossier kan niet`() throws {
        let gelezen = try Self.lees(["plicht": ["indicatorInburgeringsplicht": true, "begindatum": "2024-02-01"]])
        let leeg = try Proef.dossier([])
        #expect(throws: RegieFout.self) { try gelezen.feiten(naast: leeg, try Proef.context()) }
        let bekend = try Proef.dossier([Feiten.plichtGezin])
        #expect(throws: Never.self) { try gelezen.feiten(naast: bekend, try Proef.context()) }
    }
}
