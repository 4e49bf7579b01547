// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Testing

/// Payloads of version 1 stay readable for ever, and what is read is written back unchanged.
@Suite struct `Feiten als JSON` {
    /// The kinds of the contract, in its order.
    private static let soorten = """
        PersoonsgegevensOntvangen GezinslidBekend InburgeringsplichtVastgesteld DoelgroepGewijzigd \
        InburgeringsplichtBeeindigd VrijstellingBeslist OntheffingBeslist InburgeringstermijnVastgesteld \
        LeerbaarheidstoetsAfgenomen LeerbaarheidstoetsOntheven ExamenresultaatOntvangen GekoppeldAanGemeente \
        InformatieprofielOntvangen VoorinburgeringOvergedragen IngeschrevenInGemeente Verhuisd VertrokkenUitNederland \
        Overleden OpgeroepenVoorIntake NietVerschenen SchriftelijkGewaarschuwd IntakeAfgenomen PIPVastgesteld \
        PIPGewijzigd InburgeringsaanbodGedaan VoortgangsgesprekGevoerd UrenGeregistreerd VerzuimGeregistreerd \
        PVTOndertekend MAPEindgesprekGevoerd ZrouteEindgesprekGevoerd ZrouteAfgerond BijstandToegekend \
        BijstandBeeindigd OntzorgenGestart OntzorgenBeeindigd OvertredingVastgesteld VoornemenBoeteVerzonden \
        ZienswijzeOntvangen BoeteOpgelegd BoeteIngetrokken BoeteDUOOntvangen BezwaarIngediend BezwaarBeslist \
        VerlengingAangevraagd VerlengingBeslist InkomstenOntvangen LeningStand KlantmanagerToegewezen BijstandVerlaagd \
        OntheffingsadviesGevraagd OntheffingsadviesGegeven Gecorrigeerd
        """.split(separator: " ").map(String.init)

    private func voorbeelden() throws -> [JSON] {
        let bestand = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Fixtures/feiten/v1.json")
        return try #require(try JSON.lees(Data(contentsOf: bestand)).lijst)
    }

    @Test func `van elke soort van het contract is er een voorbeeld`() throws {
        #expect(Set(try voorbeelden().compactMap { $0["soort"]?.tekst }) == Set(Self.soorten))
    }

    @Test func `elke soort komt ongewijzigd terug`() throws {
        for voorbeeld in try voorbeelden() {
            let gelezen = try Gebeurtenis(json: voorbeeld, volgnummer: 1)
            #expect(gelezen.json == voorbeeld, "\(gelezen.feit.soort)")
            #expect(try Gebeurtenis(json: try JSON.lees(gelezen.json.bytes), volgnummer: 1) == gelezen)
        }
    }

    @Test func `wat niet terug te lezen is, wordt niet weggeschreven, en de fout noemt het veld`() throws {
        let dag = try #require(Datum("2024-03-15"))
        func gebeurtenis(_ uren: Int) -> Gebeurtenis {
            Gebeurtenis(
                volgnummer: 1,
                geldigOp: dag,
                bekendOp: nil,
                bron: .gemeente,
                feit: .urenGeregistreerd(UrenGeregistreerd(peildatum: dag, urensoort: .taal, uren: uren))
            )
        }
        #expect(try gebeurtenis(0).payload() == gebeurtenis(0).json.bytes)
        let fout = #expect(throws: RegieFout.self) { try gebeurtenis(-5).payload() }
        #expect(fout?.code == .feitOngeldig)
        #expect(fout?.description.contains("UrenGeregistreerd: veld 'uren'") == true, "\(fout?.description ?? "")")
        #expect(throws: RegieFout.self) { try Feitcontrole.controleer(gebeurtenis(-5)) }
    }

    @Test func `zonder geldigOp telt de dag in het feit zelf`() throws {
        let zonderDag: Set = [
            "PersoonsgegevensOntvangen", "GezinslidBekend", "LeerbaarheidstoetsOntheven",
            "InformatieprofielOntvangen", "VoorinburgeringOvergedragen", "Gecorrigeerd",
        ]
        for voorbeeld in try voorbeelden() {
            let kaal = JSON.object((voorbeeld.leden ?? []).filter { $0.sleutel != "geldigOp" })
            let soort = try #require(voorbeeld["soort"]?.tekst)
            if zonderDag.contains(soort) {
                #expect(throws: RegieFout.self, "\(soort)") { try Gebeurtenis(json: kaal, volgnummer: 1) }
            } else {
                #expect(try Gebeurtenis(json: kaal, volgnummer: 1).geldigOp.json == voorbeeld["geldigOp"], "\(soort)")
            }
        }
    }

    @Test func `een veld te veel of een verkeerd veld wordt geweigerd`() throws {
        for voorbeeld in try voorbeelden() {
            let leden = try #require(voorbeeld.leden)
            let soort = try #require(voorbeeld["soort"]?.tekst)
            let teveel = JSON.object(leden + [JSON.Lid("onzin", 1)])
            #expect(throws: RegieFout.self, "\(soort)") { try Gebeurtenis(json: teveel, volgnummer: 1) }
            for (index, lid) in leden.enumerated() where Datum(lid.waarde.tekst ?? "") != nil {
                var kapot = leden
                kapot[index].waarde = "2023-02-29"
                #expect(throws: RegieFout.self, "\(soort).\(lid.sleutel)") {
                    try Gebeurtenis(json: .object(kapot), volgnummer: 1)
                }
            }
        }
    }

    @Test func `een fout noemt nooit een BSN of V-nummer`() throws {
        for (veld, waarde) in [("bsn", "999900007"), ("vnummer", "12345678901")] {
            let json: JSON = .object([
                JSON.Lid("soort", "PersoonsgegevensOntvangen"), JSON.Lid("geldigOp", "2024-01-01"),
                JSON.Lid(veld, .tekst(waarde)),
            ])
            let fout = try #require(throws: RegieFout.self) { try Gebeurtenis(json: json, volgnummer: 1) }
            #expect(!fout.description.contains(waarde))
            #expect(fout.waar?.contains(veld) == true)
        }
    }
}
