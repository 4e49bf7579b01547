// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `DUO vertelt iets anders dan eerst` {
    /// What reading gives beside a dossier, each as "soort: the fields that matter".
    func nieuw(_ antwoorden: JSON, naast feiten: [String]) throws -> [JSON] {
        let dossier = try Proef.dossier(feiten)
        let gelezen = try `Antwoorden van DUO`.lees(antwoorden)
        return Proef.json(Verschil.nieuw(try gelezen.feiten(naast: dossier, try Proef.context()), naast: dossier))
    }

    func soorten(_ feiten: [JSON]) -> [String] { feiten.compactMap { $0["soort"]?.tekst } }

    @Test func `een andere begindatum corrigeert wat DUO eerder zei`() throws {
        let uit = try nieuw(
            [
                "plicht": ["indicatorInburgeringsplicht": true, "begindatum": "2024-01-15"],
                "doelgroep": ["indeling": "Asielstatushouder"],
            ],
            naast: [Feiten.plicht]
        )
        #expect(soorten(uit) == ["Gecorrigeerd", "InburgeringsplichtVastgesteld"])
        #expect(uit.first?["volgnummer"]?.getal == 2)
        #expect(uit.last?["begindatum"]?.tekst == "2024-01-15")
    }

    @Test func `wat de gemeente zei wordt nooit gecorrigeerd: het staat ernaast`() throws {
        let uit = try nieuw(
            ["pvt": ["datumOndertekeningPvt": "2024-07-01"]],
            naast: [#"{"soort":"PVTOndertekend","datum":"2024-06-01"}"#]
        )
        #expect(soorten(uit) == ["PVTOndertekend"])
        #expect(uit.first?["datum"]?.tekst == "2024-07-01")
    }

    @Test func `terug naar een eerdere waarde is weer nieuws`() throws {
        let heen = Feiten.plicht.replacing("2024-02-01", with: "2024-01-15")
        let uit = try nieuw(
            [
                "plicht": ["indicatorInburgeringsplicht": true, "begindatum": "2024-02-01"],
                "doelgroep": ["indeling": "Asielstatushouder"],
            ],
            naast: [Feiten.plicht, heen]
        )
        #expect(soorten(uit) == ["Gecorrigeerd", "InburgeringsplichtVastgesteld"])
        #expect(uit.first?["volgnummer"]?.getal == 3)
    }

    @Test func `een langere termijn laat de eerdere staan, een andere start corrigeert haar`() throws {
        let langer = try nieuw(
            ["termijn": ["startdatum": "2024-03-16", "einddatum": "2027-09-16", "wijzigingsdatum": "2025-06-01"]],
            naast: [Feiten.termijn]
        )
        #expect(soorten(langer) == ["InburgeringstermijnVastgesteld"])
        let anders = try nieuw(
            ["termijn": ["startdatum": "2024-03-20", "einddatum": "2027-03-20"]],
            naast: [Feiten.termijn]
        )
        #expect(soorten(anders) == ["Gecorrigeerd", "InburgeringstermijnVastgesteld"])
    }

    @Test func `een uitslag die verandert telt niet dubbel`() throws {
        let gezakt =
            #"{"soort":"ExamenresultaatOntvangen","examendatum":"2025-01-10","onderdeel":"LE","niveau":"B1","resultaat":"Gezakt","bron":"DUO"}"#
        let lees: JSON = ["examendatum": "2025-01-10", "onderdeel": "LE", "niveau": "B1", "resultaat": "Geslaagd"]
        #expect(
            soorten(try nieuw(["examenresultaten": .lijst([lees])], naast: [gezakt])) == [
                "Gecorrigeerd", "ExamenresultaatOntvangen",
            ]
        )
        // A second exam of the same part on another day is another exam.
        let later: JSON = ["examendatum": "2025-03-10", "onderdeel": "LE", "niveau": "B1", "resultaat": "Geslaagd"]
        #expect(
            soorten(try nieuw(["examenresultaten": .lijst([later])], naast: [gezakt])) == ["ExamenresultaatOntvangen"]
        )
    }

    @Test func `een hervatte plicht heft het einde op, een nieuwe plicht erna niet`() throws {
        let einde =
            #"{"soort":"InburgeringsplichtBeeindigd","einddatum":"2025-01-31","redenGeenInburgeringsplicht":"Tijdelijke vrijstelling","bron":"DUO"}"#
        let doelgroep: JSON = ["indeling": "Asielstatushouder"]
        let hervat = try nieuw(
            ["plicht": ["indicatorInburgeringsplicht": true, "begindatum": "2024-02-01"], "doelgroep": doelgroep],
            naast: [Feiten.plicht, einde]
        )
        #expect(soorten(hervat) == ["Gecorrigeerd"])
        #expect(hervat.first?["volgnummer"]?.getal == 3)
        let opnieuw = try nieuw(
            ["plicht": ["indicatorInburgeringsplicht": true, "begindatum": "2025-05-01"], "doelgroep": doelgroep],
            naast: [Feiten.plicht, einde]
        )
        #expect(soorten(opnieuw) == ["InburgeringsplichtVastgesteld"])
    }

    @Test func `een andere doelgroep vanaf het begin is een wijziging`() throws {
        let uit = try nieuw(
            [
                "plicht": ["indicatorInburgeringsplicht": true, "begindatum": "2024-02-01"],
                "doelgroep": ["indeling": "Gezinsmigrant en overige migrant", "begindatum": "2024-02-01"],
            ],
            naast: [Feiten.plicht]
        )
        #expect(soorten(uit) == ["DoelgroepGewijzigd"])
    }

    @Test func `een PIP van een latere dagtekening wijzigt het eerste en vervangt het niet`() throws {
        let pip: JSON = ["gemeentecode": "0599", "pip": ["dagtekeningPip": "2025-01-10", "leerroute": "Z"]]
        let uit = try nieuw(["pip": pip], naast: [Feiten.pipB])
        #expect(soorten(uit) == ["PIPGewijzigd"])
        #expect(uit.first?["reden"]?.tekst == "verhuizing")
        // DUO fills in niveau B1, which says nothing new.
        let zelfde: JSON = [
            "gemeentecode": "0363", "pip": ["dagtekeningPip": "2024-03-15", "leerroute": "B", "niveau": "B1"],
        ]
        #expect(try nieuw(["pip": zelfde], naast: [Feiten.pipB]) == [])
        let anders: JSON = ["gemeentecode": "0363", "pip": ["dagtekeningPip": "2024-03-15", "leerroute": "Z"]]
        #expect(soorten(try nieuw(["pip": anders], naast: [Feiten.pipB])) == ["PIPVastgesteld"])
    }

    @Test func `uren die DUO optelt worden niet dubbel geteld`() throws {
        let eigen = [
            #"{"soort":"UrenGeregistreerd","peildatum":"2025-03-31","urensoort":"participatie","uren":80}"#,
            #"{"soort":"UrenGeregistreerd","peildatum":"2024-03-31","urensoort":"intakeParticipatie","uren":20}"#,
        ]
        func antwoord(_ uren: Int) -> JSON {
            [
                "uren": [
                    [
                        "gemeentecode": "0363", "bekendTot": "2025-05-01",
                        "ParticipatieactiviteitenBredeIntake": ["uren": .getal(uren)],
                    ]
                ]
            ]
        }
        #expect(try nieuw(antwoord(100), naast: eigen) == [])
        let meer = try nieuw(antwoord(150), naast: eigen)
        #expect(meer.first?["urensoort"]?.tekst == "participatie")
        #expect(meer.first?["uren"]?.getal == 130)
    }

    /// Reads the same answers on two days; what the second reading finds new.
    func opnieuw(_ antwoorden: JSON, naast feiten: [String]) throws -> (eerst: [JSON], later: [JSON]) {
        let eerst = try nieuw(antwoorden, naast: feiten)
        let dossier = try Proef.dossier(feiten + eerst.map(\.description))
        let gelezen = try `Antwoorden van DUO`.lees(antwoorden)
        let later = Leescontext(
            gemeente: try Proef.gemeente(),
            berichtId: "c",
            nu: VasteKlok("2025-09-01T10:00:00Z").nu,
            gemeldOp: dag("2025-09-01")
        )
        return (eerst, Proef.json(Verschil.nieuw(try gelezen.feiten(naast: dossier, later), naast: dossier)))
    }

    @Test func `wat DUO zonder datum vertelt is bij de volgende melding geen nieuws`() throws {
        let einde: JSON = [
            "plicht": [
                "indicatorInburgeringsplicht": false, "begindatum": "2024-02-01",
                "redenGeenInburgeringsplicht": "Inburgeringsplicht voldaan",
            ], "doelgroep": ["indeling": "Asielstatushouder"],
        ]
        let doelgroep: JSON = ["doelgroep": ["indeling": "Gezinsmigrant en overige migrant"]]
        let verlenging: JSON = [
            "verlengingen": [["beoordelingAanvraag": "Toegekend", "ontvangstdatum": "2025-03-01"]]
        ]
        for (antwoord, soort) in [
            (einde, "InburgeringsplichtBeeindigd"), (doelgroep, "DoelgroepGewijzigd"),
            (verlenging, "VerlengingBeslist"),
        ] {
            let (eerst, later) = try opnieuw(antwoord, naast: [Feiten.plicht])
            #expect(soorten(eerst).last == soort)
            #expect(later == [], "\(soort)")
        }
    }

    @Test func `wat DUO zonder datum anders vertelt is wel nieuws`() throws {
        let voldaan =
            #"{"soort":"InburgeringsplichtBeeindigd","einddatum":"2025-01-31","redenGeenInburgeringsplicht":"Inburgeringsplicht voldaan","bron":"DUO"}"#
        let einde: JSON = [
            "plicht": [
                "indicatorInburgeringsplicht": false, "begindatum": "2024-02-01",
                "redenGeenInburgeringsplicht": "Tijdelijke vrijstelling",
            ], "doelgroep": ["indeling": "Asielstatushouder"],
        ]
        #expect(
            soorten(try nieuw(einde, naast: [Feiten.plicht, voldaan])) == [
                "Gecorrigeerd", "InburgeringsplichtBeeindigd",
            ]
        )
        let toegekend = #"{"soort":"VerlengingBeslist","datum":"2025-02-01","oordeel":"Toegekend","bron":"DUO"}"#
        let afgewezen: JSON = [
            "verlengingen": [["beoordelingAanvraag": "Afgewezen", "ontvangstdatum": "2025-03-01"]]
        ]
        #expect(
            soorten(try nieuw(afgewezen, naast: [Feiten.plicht, toegekend])) == [
                "VerlengingAangevraagd", "VerlengingBeslist",
            ]
        )
        let heen =
            #"{"soort":"DoelgroepGewijzigd","begindatum":"2024-05-01","doelgroep":"Gezinsmigrant en overige migrant","bron":"DUO"}"#
        let terug: JSON = ["doelgroep": ["indeling": "Asielstatushouder"]]
        #expect(soorten(try nieuw(terug, naast: [Feiten.plicht, heen])) == ["DoelgroepGewijzigd"])
    }
}
