// SPDX-License-Identifier: EUPL-1.2

import Foundation
import KetensimulatorKit
import KetensimulatorTestKit
import Testing

@Suite("Notificaties duwen")
struct DuwTests {
    private static func notificatie(
        _ gebeurtenis: String,
        bsn: String = Proefwereld.bsn,
        id: String = Proefclient.nieuwBerichtId(),
        gemeente: String = "0363",
        na: JSONWaarde = 0
    ) -> JSONWaarde {
        [
            "soort": "notificatie", "gemeentecode": .tekst(gemeente), "berichtId": .tekst(id), "na": na,
            "registratieDatumTijd": "2024-06-01T10:00:00Z", "bsn": .tekst(bsn), "gebeurtenisId": .tekst(gebeurtenis),
        ]
    }

    private static func bestand(_ regels: [JSONWaarde]) throws -> URL {
        let pad = FileManager.default.temporaryDirectory.appending(path: "wereld-\(UUID().uuidString).jsonl")
        try Data(([Proefwereld.kop] + regels).flatMap { $0.bytes() + [UInt8(ascii: "\n")] }).write(to: pad)
        return pad
    }

    @Test("Alle notificaties van de wereld komen in volgorde aan, met de velden van de API en niet meer")
    func alle() async throws {
        let regels = [
            Self.notificatie("SS101"),
            ["soort": "notificatie", "gemeentecode": "0014", "vNummer": 2_812_345_678, "gebeurtenisId": "SS137"],
            Self.notificatie("SS102"),
        ]
        try await Proefgemeente.met { gemeente, url in
            try await Proefwereld.met([Proefwereld.persoon()], naarURL: url, notificaties: regels) { duo async throws in
                let uitslag = try await duo.beheer("POST", "/notificaties", ["alle": true])
                #expect(uitslag.json == ["verzonden": 3, "perStatus": ["201": 3]])
            }
            let ontvangen = gemeente.ontvangen
            #expect(ontvangen.map { $0.body?["gebeurtenisId"] } == ["SS101", "SS137", "SS102"])
            #expect(ontvangen.map(\.doel) == [Proefwereld.amsterdam, Proefwereld.groningen, Proefwereld.amsterdam])
            #expect(ontvangen[0].berichtId == regels[0]["berichtId"]?.alsTekst)
            #expect(
                ontvangen[0].body == [
                    "bsn": .tekst(Proefwereld.bsn), "gebeurtenisId": "SS101",
                    "registratieDatumTijd": "2024-06-01T10:00:00Z",
                ]
            )
            #expect(ontvangen[1].body?["vNummer"] == 2_812_345_678)
            #expect(ontvangen[1].body?["bsn"] == nil)
        }
    }

    @Test("Bij het starten wordt geduwd, in het tempo van de wereld")
    func bijStart() async throws {
        let regels = [Self.notificatie("SS101"), Self.notificatie("SS102", na: .decimaal(0.3))]
        try await Proefgemeente.met { gemeente, url in
            try await Proefwereld.met(
                [Proefwereld.persoon()],
                naarURL: url,
                notificaties: regels,
                duwBijStart: true
            ) { _ async throws in
                let begin = ContinuousClock.now
                #expect(try await gemeente.wacht(op: 2))
                #expect(begin.duration(to: .now) >= .milliseconds(200))
            }
            #expect(gemeente.ontvangen.map { $0.body?["gebeurtenisId"] } == ["SS101", "SS102"])
        }
    }

    @Test("Antwoorden worden per status geteld, ook als er niemand luistert of de gemeente niet meedoet")
    func tellingen() async throws {
        try await Proefgemeente.met(statussen: [201, 500]) { gemeente, url in
            try await Proefwereld.met([], naarURL: url) { duo async throws in
                let lijst: [JSONWaarde] = ["0363", "0363", "9999"].map {
                    ["gemeentecode": $0, "gebeurtenisId": "SS199"]
                }
                let uitslag = try await duo.beheer("POST", "/notificaties", ["notificaties": .lijst(lijst)]).json
                #expect(uitslag?["perStatus"] == ["201": 1, "500": 1, "geen-oin": 1])
            }
            #expect(gemeente.ontvangen.count == 2)
        }
        try await Proefwereld.met([], naarURL: "http://127.0.0.1:1/v1") { duo async throws in
            let uitslag = try await duo.beheer(
                "POST",
                "/notificaties",
                ["notificaties": [["gemeentecode": "0363", "gebeurtenisId": "SS199"]]]
            )
            #expect(uitslag.json?["perStatus"] == ["geen-verbinding": 1])
        }
    }

    @Test("De lastduwer levert alles een keer af, een persoon steeds in volgorde, en meet")
    func last() async throws {
        let personen = (0..<40).map { String(999_900_000 + $0) }
        let regels = (0..<10).flatMap { ronde in
            personen.map { Self.notificatie("SS\(100 + ronde)", bsn: $0) }
        }
        let pad = try Self.bestand(regels)
        defer { try? FileManager.default.removeItem(at: pad) }
        let bestand = try Wereldbestand(pad: pad.path())
        #expect(bestand.aantalNotificaties == 400)
        try await Proefgemeente.met { gemeente, url in
            let uitslag = try await Lastduwer(bestand: bestand, naarURL: url, verbindingen: 8).duw()
            #expect(uitslag.verzonden == 400)
            #expect(uitslag.perStatus == ["201": 400])
            #expect(uitslag.perSeconde > 0)
            #expect(uitslag.p50ms > 0)
            #expect(uitslag.p50ms <= uitslag.p99ms)
            let ontvangen = gemeente.ontvangen
            #expect(Set(ontvangen.compactMap(\.berichtId)).count == 400)
            for bsn in personen {
                let volgorde = ontvangen.filter { $0.body?["bsn"]?.alsTekst == bsn }.compactMap {
                    $0.body?["gebeurtenisId"]?.alsTekst
                }
                #expect(volgorde == (0..<10).map { "SS\(100 + $0)" })
            }
        }
    }

    @Test("De lastduwer stopt bij het gevraagde aantal en telt wat niet aankomt")
    func aantalEnVerbroken() async throws {
        let pad = try Self.bestand((0..<20).map { Self.notificatie("SS101", bsn: String(999_900_000 + $0)) })
        defer { try? FileManager.default.removeItem(at: pad) }
        let bestand = try Wereldbestand(pad: pad.path())
        try await Proefgemeente.met { gemeente, url in
            let uitslag = try await Lastduwer(bestand: bestand, naarURL: url, verbindingen: 2, aantal: 7).duw()
            #expect(uitslag.verzonden == 7)
            #expect(gemeente.ontvangen.count == 7)
        }
        let niemand = try await Lastduwer(bestand: bestand, naarURL: "http://127.0.0.1:1/v1", verbindingen: 2).duw()
        #expect(niemand.perStatus == ["geen-verbinding": 20])
        #expect(throws: Lastduwer.OngeldigeURL.self) { try Lastduwer(bestand: bestand, naarURL: "ftp://x") }
    }
}
