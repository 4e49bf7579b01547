// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Wat een gebeurtenis zelf zegt` {
    static let gekoppeld = #"{"soort":"GekoppeldAanGemeente","datum":"2024-01-10","gemeente":"0363","bron":"COA"}"#
    static let ingeschreven = #"{"soort":"IngeschrevenInGemeente","datum":"2025-06-01","gemeente":"0363","bron":"BRP"}"#

    func feiten(_ soort: String, _ bekend: [String], _ eigen: DUOServer.Antwoorden = [:]) async throws -> [JSON] {
        let dossier = try Proef.dossier(bekend)
        let (uitkomst, _) = try await DUOServer.lees(try Proef.notificatie(soort), voor: dossier, eigen)
        guard case .feiten(let feiten) = uitkomst else {
            Issue.record("\(uitkomst)")
            return []
        }
        return Proef.json(feiten)
    }

    @Test func `SS139 start de tien weken van wie uit het COA komt, op de Nederlandse dag van de melding`() async throws
    {
        let uit = try await feiten("SS139", [Self.gekoppeld, Feiten.plicht])
        // 23:30 UTC on the 14th is the 15th in the Netherlands.
        #expect(
            uit == [
                [
                    "soort": "IngeschrevenInGemeente", "geldigOp": "2025-06-15", "bron": "DUO", "datum": "2025-06-15",
                    "gemeente": "0363", "vanuitCOA": true,
                ]
            ]
        )
        #expect(try await feiten("SS139", [Self.gekoppeld, Feiten.plicht, Self.ingeschreven]) == [])
    }

    @Test func `SS139 telt ook voor wie al in het azc van deze gemeente stond ingeschreven`() async throws {
        let azc = #"{"soort":"IngeschrevenInGemeente","datum":"2023-12-01","gemeente":"0363","bron":"BRP"}"#
        let uit = try await feiten("SS139", [Self.gekoppeld, Feiten.plicht, azc])
        #expect(uit.map { $0["soort"]?.tekst } == ["IngeschrevenInGemeente"])
        #expect(uit.first?["vanuitCOA"] == true)
    }

    @Test func `SS139 zegt van een gezinsmigrant niets over de inschrijving`() async throws {
        let gezin: DUOServer.Antwoorden = [
            "/doelgroep": .init(200, #"{"indeling":"Gezinsmigrant en overige migrant","begindatum":"2024-02-01"}"#)
        ]
        #expect(try await feiten("SS139", [Feiten.plichtGezin], gezin) == [])
    }

    @Test func `SS120 vestigt, SS121 verhuist, en wie hier al woont niet`() async throws {
        #expect(try await feiten("SS120", [Feiten.plicht]).map { $0["soort"]?.tekst } == ["IngeschrevenInGemeente"])
        let verhuisd = try await feiten("SS121", [Feiten.plicht, Feiten.termijn])
        #expect(verhuisd.map { $0["soort"]?.tekst } == ["Verhuisd"])
        #expect(verhuisd.first?["naarGemeente"]?.tekst == "0363")
        #expect(try await feiten("SS120", [Feiten.plicht, Self.ingeschreven]) == [])
        let weg = #"{"soort":"Verhuisd","datum":"2025-06-05","naarGemeente":"0599"}"#
        #expect(try await feiten("SS121", [Feiten.plicht, Feiten.termijn, Self.ingeschreven, weg]).count == 1)
    }

    @Test func `SS123 is een vertrek, op de dag die DUO geeft`() async throws {
        let dag: DUOServer.Antwoorden = [
            "/gebeurtenissen": .init(
                200,
                #"[{"id":"SS123","omschrijving":"x","datum":"2025-05-20"},{"id":"SS101","omschrijving":"x","datum":"2025-06-01"}]"#
            ),
            "/map": .init(404), "/pvt": .init(404),
        ]
        let uit = try await feiten("SS123", [Feiten.plicht], dag)
        #expect(uit.map { $0["datum"]?.tekst } == ["2025-05-20"])
        #expect(uit.map { $0["soort"]?.tekst } == ["VertrokkenUitNederland"])
    }

    @Test func `SS123 zonder dag is bij de volgende melding geen tweede vertrek, tot iemand terug is`() async throws {
        let zonder: DUOServer.Antwoorden = [
            "/gebeurtenissen": .init(200, "[]"), "/map": .init(404), "/pvt": .init(404),
        ]
        let vertrek = #"{"soort":"VertrokkenUitNederland","datum":"2025-05-20","bron":"DUO"}"#
        #expect(try await feiten("SS123", [Feiten.plicht], zonder).map { $0["datum"]?.tekst } == ["2025-06-15"])
        #expect(try await feiten("SS123", [Feiten.plicht, vertrek], zonder) == [])
        let terug = #"{"soort":"IngeschrevenInGemeente","datum":"2025-06-01","gemeente":"0363","bron":"BRP"}"#
        #expect(try await feiten("SS123", [Feiten.plicht, vertrek, terug], zonder).count == 1)
    }

    @Test func `SS140 vraagt het advies van het college, en een tweede melding niet nog eens`() async throws {
        let dag: DUOServer.Antwoorden = [
            "/gebeurtenissen": .init(200, #"[{"id":"SS140","omschrijving":"x","datum":"2025-05-20"}]"#)
        ]
        let uit = try await feiten("SS140", [Feiten.plicht], dag)
        #expect(uit.map { $0["soort"]?.tekst } == ["OntheffingsadviesGevraagd"])
        #expect(uit.first?["datum"]?.tekst == "2025-05-20")
        let bekend = #"{"soort":"OntheffingsadviesGevraagd","datum":"2025-05-20","bron":"DUO"}"#
        #expect(try await feiten("SS140", [Feiten.plicht, bekend], dag) == [])
    }

    @Test func `SS130 zonder de vrijstelling in DUO's lijst sluit haar af`() async throws {
        let vrijstelling =
            #"{"soort":"VrijstellingBeslist","omvang":"tijdelijk","oordeel":"Toekenning","reden":"OPL","datumOordeel":"2024-09-01","startdatum":"2024-09-01","einddatum":"2026-07-31","bron":"DUO"}"#
        let uit = try await feiten("SS130", [Feiten.plicht, Feiten.termijn, Feiten.pipB, vrijstelling])
        #expect(uit.map { $0["soort"]?.tekst } == ["Gecorrigeerd", "VrijstellingBeslist"])
        #expect(uit.first?["volgnummer"]?.getal == 5)
        #expect(uit.last?["einddatum"]?.tekst == "2025-06-14")
        let nogInLijst: DUOServer.Antwoorden = [
            "/vrijstellingen": .init(
                200,
                #"[{"TijdelijkeVrijstelling":{"oordeel":"Toekenning","reden":"OPL","datumOordeel":"2024-09-01","startdatum":"2024-09-01","einddatum":"2025-05-31"}}]"#
            )
        ]
        let gemeld = try await feiten("SS130", [Feiten.plicht, Feiten.termijn, Feiten.pipB, vrijstelling], nogInLijst)
        #expect(gemeld.last?["einddatum"]?.tekst == "2025-05-31")
    }
}
