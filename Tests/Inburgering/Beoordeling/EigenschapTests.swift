// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// What must hold for every dossier, tried on the worked cases and on random mixtures of their facts.
@Suite struct `Eigenschappen van de beoordeling` {
    /// Facts without a correction (which names a volgnummer), from one to three cases.
    private func mengsels(_ aantal: Int, _ toeval: inout Toeval) throws -> [[JSON]] {
        let bron = Werkgeval.alle.compactMap { $0.json["feiten"]?.lijst }
            .filter { !$0.contains { $0["soort"]?.tekst == "Gecorrigeerd" } }
        try #require(bron.count > 100)
        // A third of the cases each time, another third with another seed: the mixtures find more than the cases alone.
        var uit = Array(bron.shuffled(using: &toeval).prefix(bron.count / 3))
        for _ in 0..<aantal {
            var feiten: [JSON] = []
            for _ in 0..<Int.random(in: 1...3, using: &toeval) { feiten += bron.randomElement(using: &toeval) ?? [] }
            uit.append(feiten)
        }
        return uit
    }

    private func dossier(_ feiten: [JSON]) throws -> Dossier {
        let casus: JSON = ["gemeente": "0363", "feiten": .lijst(feiten)]
        return try #require(try Casus.lees(casus.bytes).casussen.first).dossier
    }

    private func dagen(_ aantal: Int, _ toeval: inout Toeval) throws -> [Datum] {
        let begin = try dag("2022-01-01")
        return (0..<aantal).map { _ in begin.plus(dagen: Int.random(in: 0..<1900, using: &toeval)) }
    }

    /// The assessment with the facts themselves in place of their numbers.
    private func inhoudelijk(_ beoordeling: Beoordeling, _ feiten: [JSON]) -> [String] {
        func vervang(_ json: JSON) -> JSON {
            guard let leden = json.leden else { return json }
            return .object(
                leden.map { lid in
                    guard lid.sleutel == "feiten" else { return lid }
                    let teksten = (lid.waarde.lijst ?? []).compactMap(\.getal).map { feiten[$0 - 1].description }
                    return JSON.Lid("feiten", .lijst(Set(teksten).sorted().map { .tekst($0) }))
                }
            )
        }
        let json = beoordeling.json
        var uit = ["\(json["stand"] ?? .null)", "\(json["wet"] ?? .null)"]
        for deel in ["termijnen", "voortgang", "signalen"] {
            uit += (json[deel]?.lijst ?? []).map { "\(deel) \(vervang($0))" }.sorted()
        }
        return uit
    }

    private func verschil(_ een: [String], _ twee: [String]) -> [String] {
        een.filter { !twee.contains($0) }.map { "eerst: \($0)" }
            + twee.filter { !een.contains($0) }.map { "daarna: \($0)" }
    }

    @Test func `de volgorde waarin feiten binnenkomen verandert niets`() throws {
        var toeval = Toeval()
        let beoordelaar = try Wet.beoordelaar()
        for feiten in try mengsels(300, &toeval) {
            let anders = feiten.shuffled(using: &toeval)
            for peildatum in try dagen(4, &toeval) {
                let een = inhoudelijk(beoordelaar.beoordeel(try dossier(feiten), op: peildatum), feiten)
                let twee = inhoudelijk(beoordelaar.beoordeel(try dossier(anders), op: peildatum), anders)
                #expect(verschil(een, twee) == [], "op \(peildatum): \(JSON.lijst(feiten))")
            }
        }
    }

    @Test func `een feit dat twee keer binnenkomt verandert niets`() throws {
        var toeval = Toeval()
        let beoordelaar = try Wet.beoordelaar()
        for feiten in try mengsels(300, &toeval) {
            let dubbel = feiten + feiten.shuffled(using: &toeval).prefix(Int.random(in: 1...5, using: &toeval))
            for peildatum in try dagen(4, &toeval) {
                let een = inhoudelijk(beoordelaar.beoordeel(try dossier(feiten), op: peildatum), feiten)
                let twee = inhoudelijk(beoordelaar.beoordeel(try dossier(dubbel), op: peildatum), dubbel)
                #expect(verschil(een, twee) == [], "op \(peildatum): \(JSON.lijst(feiten))")
            }
        }
    }

    @Test func `een feit dat er niet toe doet verandert niets`() throws {
        var toeval = Toeval()
        let beoordelaar = try Wet.beoordelaar()
        // Who directs the dossier, what somebody earns, and how to reach them say nothing about a term.
        let los: [JSON] = [
            ["soort": "KlantmanagerToegewezen", "datum": "2023-06-01", "klantmanager": "km-12", "bron": "gemeente"],
            ["soort": "InkomstenOntvangen", "peildatum": "2023-06-01", "inkomstenverhoudingen": [], "bron": "UWV"],
            [
                "soort": "PersoonsgegevensOntvangen", "geldigOp": "2023-06-01", "contact": ["telefoon": "0612345678"],
                "bron": "gemeente",
            ],
        ]
        for feiten in try mengsels(200, &toeval) {
            let meer = feiten + [try #require(los.randomElement(using: &toeval))]
            for peildatum in try dagen(4, &toeval) {
                let een = inhoudelijk(beoordelaar.beoordeel(try dossier(feiten), op: peildatum), feiten)
                let twee = inhoudelijk(beoordelaar.beoordeel(try dossier(meer), op: peildatum), meer)
                #expect(verschil(een, twee) == [], "op \(peildatum): \(JSON.lijst(meer))")
            }
        }
    }

    @Test func `wie maar een paar codes vraagt krijgt diezelfde termijnen`() throws {
        let wet = try Wet.boek()
        let alles = Beoordelaar(wet: wet)
        let codes: Set<Beoordelingscode> = [.pipVaststellen, .inburgeringstermijn, .schakelenTot]
        let paar = Beoordelaar(wet: wet, alleen: codes)
        for geval in Werkgeval.alle {
            let dossier = try geval.casus.dossier
            for regel in geval.json["verwacht"]?.lijst ?? [] {
                let peildatum = try dag(try #require(regel["peildatum"]?.tekst))
                let verwacht = alles.beoordeel(dossier, op: peildatum).termijnen.filter { codes.contains($0.code) }
                #expect(paar.beoordeel(dossier, op: peildatum).termijnen == verwacht, "\(geval.bestand)")
            }
        }
    }

    @Test func `een dag later komt geen verstreken termijn tot leven zonder nieuw feit`() throws {
        var toeval = Toeval()
        let beoordelaar = try Wet.beoordelaar()
        for feiten in try mengsels(100, &toeval) {
            let dossier = try dossier(feiten)
            let feitdagen = Set(dossier.gebeurtenissen.map(\.geldigOp))
            var dag = try dagen(1, &toeval)[0]
            var gisteren = beoordelaar.beoordeel(dossier, op: dag)
            for _ in 0..<60 {
                dag = dag.volgende
                let vandaag = beoordelaar.beoordeel(dossier, op: dag)
                if !feitdagen.contains(dag) {
                    for oud in gisteren.termijnen where oud.status == .overschreden || oud.status == .vervallen {
                        let nieuw = vandaag.termijnen.first { $0.code == oud.code }
                        #expect(
                            nieuw?.status != .loopt && nieuw?.status != .nogNiet,
                            "\(oud.code) op \(dag): \(JSON.lijst(feiten))"
                        )
                    }
                }
                gisteren = vandaag
            }
        }
    }

    @Test func `geen termijn begint voor zijn oorzaak, en geen eindigt voor zijn begin`() throws {
        var toeval = Toeval()
        let beoordelaar = try Wet.beoordelaar()
        for feiten in try mengsels(300, &toeval) {
            let dossier = try dossier(feiten)
            for peildatum in try dagen(4, &toeval) {
                for termijn in beoordelaar.beoordeel(dossier, op: peildatum).termijnen {
                    guard let begin = termijn.begin else { continue }
                    let dagen = termijn.feiten.flatMap { nummer in
                        (feiten[nummer - 1].leden ?? []).compactMap { $0.waarde.tekst.flatMap { Datum($0) } }
                    }
                    #expect(dagen.contains { $0 <= begin }, "\(termijn.code) op \(peildatum)")
                    #expect(termijn.einde == termijn.laatsteDag?.volgende)
                    if let laatste = termijn.laatsteDag {
                        #expect(begin <= laatste, "\(termijn.code): \(JSON.lijst(feiten))")
                    }
                    #expect(!termijn.grondslag.isEmpty, "\(termijn.code) noemt geen artikel")
                }
            }
        }
    }

    /// The law with one value changed.
    private func anders(_ parameter: Wetparameter, _ wet: Wetboek) throws -> Wetboek {
        let nieuw: Wetparameter.Waarde =
            switch parameter.waarde {
            case .duur(let duur): .duur(Duur(duur.aantal + 1, duur.eenheid))
            case .getal(let getal): .getal(getal == 3 ? 2 : getal + 1)
            case .waarheid(let waarheid): .waarheid(!waarheid)
            case .bedrag(let bedrag): .bedrag(Bedrag(centen: bedrag.centen * 3))
            case .tekst("inschrijving"): .tekst("kennisgeving")
            case .tekst("kennisgeving"): .tekst("inschrijving")
            case .tekst("verdubbelen"): .tekst("optellen")
            case .tekst(let tekst) where parameter.sleutel.hasPrefix("nieuweTermijn."):
                .tekst(tekst.split(separator: " ").map { "\($0.split(separator: ":")[0]):P5Y" }.joined(separator: " "))
            case .tekst where parameter.sleutel == Wetsleutel.boetePlafondNieuweTermijn.naam: .tekst("P6M:1 P2Y:2")
            case .tekst where parameter.sleutel == Wetsleutel.feestdagen.naam: .tekst("07-01")
            // New year's day: a list that adds no day of its own.
            case .tekst where parameter.sleutel == Wetsleutel.gelijkgesteld.naam: .tekst("2020-01-01")
            case .tekst(let tekst): .tekst(tekst)
            }
        return try Wetboek(
            wet.parameters.map {
                $0 != parameter
                    ? $0
                    : Wetparameter(
                        sleutel: $0.sleutel,
                        waarde: nieuw,
                        vanaf: $0.vanaf,
                        tot: $0.tot,
                        grondslag: $0.grondslag
                    )
            }
        )
    }

    @Test func `iedere waarde van de wet die de uitkomst verandert staat in het spoor`() throws {
        let wet = try Wet.boek()
        let gewoon = Beoordelaar(wet: wet)
        var geraakt: Set<String> = []
        for parameter in wet.parameters where parameter.sleutel != Wetsleutel.stelsel.naam {
            let ander = Beoordelaar(wet: try anders(parameter, wet))
            for geval in Werkgeval.alle {
                let dossier = try geval.casus.dossier
                for regel in geval.json["verwacht"]?.lijst ?? [] {
                    let peildatum = try dag(try #require(regel["peildatum"]?.tekst))
                    let een = gewoon.beoordeel(dossier, op: peildatum)
                    let twee = ander.beoordeel(dossier, op: peildatum)
                    guard
                        een.signalen != twee.signalen || een.stand != twee.stand
                            || een.termijnen.map(\.laatsteDag) != twee.termijnen.map(\.laatsteDag)
                            || een.termijnen.map(\.begin) != twee.termijnen.map(\.begin)
                            || een.termijnen.map(\.status) != twee.termijnen.map(\.status)
                            || een.voortgang.map(\.vereist) != twee.voortgang.map(\.vereist)
                            || een.voortgang.map(\.behaald) != twee.voortgang.map(\.behaald)
                            || een.termijnen.map(\.bedrag) != twee.termijnen.map(\.bedrag)
                            || een.termijnen.map(\.verlenging) != twee.termijnen.map(\.verlenging)
                            || een.termijnen.map(\.toelichting) != twee.termijnen.map(\.toelichting)
                    else { continue }
                    geraakt.insert(parameter.sleutel)
                    let genoemd = een.termijnen.flatMap(\.parameters) + een.voortgang.flatMap(\.parameters)
                    #expect(
                        genoemd.contains { $0.sleutel == parameter.sleutel && $0.waarde == parameter.waarde },
                        "\(parameter.sleutel) vanaf \(parameter.vanaf) ontbreekt bij \(geval.bestand) op \(peildatum)"
                    )
                }
            }
        }
        // Each value must matter somewhere, or this test would prove nothing about it.
        for sleutel in Wetsleutel.allCases where sleutel != .stelsel {
            #expect(geraakt.contains(sleutel.naam), "\(sleutel.naam) verandert in geen enkel geval iets")
        }
    }

    @Test func `de uitleg noemt van elke termijn artikel, waarde en feiten`() throws {
        let beoordelaar = try Wet.beoordelaar()
        var termijnen = 0
        for geval in Werkgeval.alle {
            let dossier = try geval.casus.dossier
            let laatste = try #require(dossier.gebeurtenissen.map(\.geldigOp).max(), "\(geval.bestand)")
            let uit = beoordelaar.beoordeel(dossier, op: laatste.volgende)
            termijnen += uit.termijnen.count
            let uitleg = uit.uitleg
            #expect(uitleg.count == 1 + uit.termijnen.count + uit.voortgang.count + uit.signalen.count)
            for (termijn, zin) in zip(uit.termijnen, uitleg.dropFirst()) {
                #expect(zin.hasPrefix(termijn.code.rawValue))
                for artikel in termijn.grondslag { #expect(zin.contains(artikel)) }
                for gebruik in termijn.parameters {
                    #expect(zin.contains("\(gebruik.sleutel) = \(gebruik.waarde.leesbaar)"))
                }
                if let laatste = termijn.laatsteDag { #expect(zin.contains("tot en met \(laatste.leesbaar)")) }
            }
        }
        #expect(termijnen > 3 * Werkgeval.alle.count)
    }
}
