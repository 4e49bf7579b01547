// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let inbox: [ConformanceCheck] = [
        ConformanceCheck("een bericht dat twee keer komt, is er één keer, tot op de byte") { harness in
            let store = try await harness.store()
            let bericht = TestData.inkomend("i-1", ruw: "{\"a\": \"ë\u{1F600}\"}")
            try requireEqual(try await store.receive([bericht]), [true])
            let same = TestData.inkomend("i-1", ruw: "iets anders")
            try requireEqual(try await store.receive([same, TestData.inkomend("i-2"), same]), [false, true, false])
            let found = try await store.findInbox(bericht.sleutel)
            try requireEqual(found, InboxRegel(bericht: bericht, status: .ontvangen, pogingen: 0, dossier: nil))
            let andere = InkomendBericht(
                sleutel: Berichtsleutel(.coa, "i-1"),
                soort: "koppeling",
                ontvangenOp: TestData.moment,
                bsn: nil,
                vnummer: TestIdentity.vnummer(2),
                ruw: []
            )
            try requireEqual(try await store.receive([andere]), [true])
            try requireEqual(try await store.findInbox(andere.sleutel)?.bericht, andere)
            try requireEqual(try await store.countInbox()["ontvangen"], 3)
        },
        ConformanceCheck("een bericht kan meteen op een beheerder wachten en komt dan niet aan de beurt") { harness in
            let store = try await harness.store()
            let dood = TestData.inkomend("i-1~2", persoon: 1, ruw: "{\"a\": 1}")
            let status = InboxStatus.mislukt(waarom: "dit nummer is eerder gebruikt")
            try requireEqual(try await store.receive([dood], als: status), [true])
            try requireEqual(try await store.receive([dood], als: .ontvangen), [false])
            _ = try await store.receive([TestData.inkomend("i-2", persoon: 1)])
            let found = try await store.findInbox(dood.sleutel)
            try requireEqual(found, InboxRegel(bericht: dood, status: status, pogingen: 0, dossier: nil))
            let pending = try await store.pendingInbox(op: TestData.moment, deel: 0, van: 1, limiet: 9)
            try requireEqual(pending.map(\.bericht.sleutel.berichtId), ["i-2"])
            try requireEqual(try await store.countInbox()["mislukt"], 1)
        },
        ConformanceCheck("duizend gelijktijdige aanleveringen van hetzelfde geven één bericht elk") { harness in
            let store = try await harness.store()
            let new = try await withThrowingTaskGroup(of: Int.self) { group in
                for number in 0..<1000 {
                    group.addTask {
                        try await store.receive([TestData.inkomend("i-\(number % 100)")]).filter { $0 }.count
                    }
                }
                return try await group.reduce(0, +)
            }
            try requireEqual(new, 100)
            try requireEqual(try await store.listInbox(status: nil, limiet: 2000, overslaan: 0).count, 100)
        },
        ConformanceCheck("per persoon komt alleen het oudste open bericht aan de beurt") { harness in
            let store = try await harness.store()
            let persons: [Int?] = [1, 1, 2, nil, nil, 2]
            let berichten = persons.enumerated().map { TestData.inkomend("i-\($0)", persoon: $1) }
            _ = try await store.receive(berichten)
            func pending(_ minuten: Int = 0) async throws -> [String] {
                try await store.pendingInbox(op: TestData.na(minuten), deel: 0, van: 1, limiet: 99)
                    .map(\.bericht.sleutel.berichtId)
            }
            try requireEqual(try await pending(), ["i-0", "i-2", "i-3", "i-4"])
            try await store.setInbox(
                berichten[0].sleutel,
                .wacht(tot: TestData.na(5), waarom: "DUO is er even niet"),
                dossier: nil
            )
            // Waiting holds up what comes after it of the same person, and nobody else.
            try requireEqual(try await pending(), ["i-2", "i-3", "i-4"])
            try requireEqual(try await pending(5), ["i-0", "i-2", "i-3", "i-4"])
            try await store.setInbox(berichten[0].sleutel, .mislukt(waarom: "onbekende gebeurtenis"), dossier: nil)
            try requireEqual(try await pending(), ["i-1", "i-2", "i-3", "i-4"])
            try await store.setInbox(berichten[2].sleutel, .verwerkt, dossier: nil)
            try requireEqual(try await pending(), ["i-1", "i-3", "i-4", "i-5"])
            let limited = try await store.pendingInbox(op: TestData.moment, deel: 0, van: 1, limiet: 2)
            try requireEqual(limited.map(\.bericht.sleutel.berichtId), ["i-1", "i-3"])
        },
        ConformanceCheck("een bericht onder een sleutel die hier nog niet is wacht daarop, en houdt niemand anders op")
        {
            harness in
            let store = try await harness.store()
            _ = try await store.receive((1...2).map { (nr: Int) in TestData.inkomend("i-\(nr)", persoon: nr) })
            func pending(_ minuten: Int) async throws -> [String] {
                try await store.pendingInbox(op: TestData.na(minuten), deel: 0, van: 1, limiet: 9)
                    .map(\.bericht.sleutel.berichtId)
            }
            try await harness.tamper(.laterKey("i-1"))
            try requireEqual(try await pending(0), ["i-2"])
            try requireEqual(try await store.countInbox()["wacht"], 1)
            try await harness.tamper(.laterKey("i-1"))
            try requireEqual(try await pending(0), ["i-2"])
            try requireEqual(try await pending(1), ["i-1", "i-2"])
            try requireEqual(try await store.findInbox(Berichtsleutel(.duo, "i-1"))?.pogingen, 0)
            // What was changed from outside is given up, once.
            try await harness.tamper(.flipInbox("i-1"))
            try requireEqual(try await pending(1), ["i-2"])
            try requireEqual(try await store.countInbox()["mislukt"], 1)
        },
        ConformanceCheck("werkers verdelen de personen en niet de berichten") { harness in
            let store = try await harness.store()
            let berichten = (0..<60).map { TestData.inkomend("i-\($0)", persoon: $0 % 30) }
            _ = try await store.receive(berichten)
            var parts: [Set<String>] = []
            for deel in 0..<3 {
                let part = try await store.pendingInbox(op: TestData.moment, deel: deel, van: 3, limiet: 99)
                parts.append(Set(part.map(\.bericht.sleutel.berichtId)))
            }
            try requireEqual(parts.reduce(0) { $0 + $1.count }, 30)
            try requireEqual(parts[0].union(parts[1]).union(parts[2]), Set((0..<30).map { "i-\($0)" }))
            try require(parts.allSatisfy { $0.count > 2 }, "verdeling \(parts.map(\.count))")
        },
        ConformanceCheck("van elk bericht staat er wat ervan werd, waarom en hoe vaak het is geprobeerd") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let sleutel = Berichtsleutel(.duo, "i-1")
            _ = try await store.receive([TestData.inkomend("i-1"), TestData.inkomend("i-2")])
            let statuses: [(InboxStatus, Int)] = [
                (.wacht(tot: TestData.na(1), waarom: "later"), 1), (.mislukt(waarom: "kan niet"), 2), (.ontvangen, 2),
                (.vervallen(waarom: "dubbel"), 2), (.verwerkt, 3),
            ]
            for (status, pogingen) in statuses {
                try await store.setInbox(sleutel, status, dossier: status == .verwerkt ? id : nil)
                let found = try await store.findInbox(sleutel)
                try requireEqual(found?.status, status)
                try requireEqual(found?.pogingen, pogingen)
                try requireEqual(try await store.countInbox()[status.woord], status == .ontvangen ? 2 : 1)
                let listed = try await store.listInbox(status: status.woord, limiet: 9, overslaan: 0)
                try require(listed.contains { $0.bericht.sleutel == sleutel })
            }
            try requireEqual(try await store.findInbox(sleutel)?.dossier, id)
            let all = try await store.listInbox(status: nil, limiet: 9, overslaan: 0)
            try requireEqual(all.map(\.bericht.sleutel.berichtId), ["i-2", "i-1"])
            let second = try await store.listInbox(status: nil, limiet: 1, overslaan: 1)
            try requireEqual(second.map(\.bericht.sleutel.berichtId), ["i-1"])
            try await requireThrows(.nietGevonden) {
                try await store.setInbox(Berichtsleutel(.duo, "nooit"), .verwerkt, dossier: nil)
            }
            try require(try await store.findInbox(Berichtsleutel(.coa, "i-1")) == nil)
        },
    ]

    static let outbox: [ConformanceCheck] = [
        ConformanceCheck("per dossier gaat het oudste bericht eerst, en wie wacht houdt op wat erachter staat") {
            harness in
            let store = try await harness.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw()]
            for (place, id) in ids.enumerated() {
                let messages = (1...3).map { TestData.uitgaand(id, "u-\(place)-\($0)", inhoud: ["nummer": .getal($0)]) }
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, uitgaand: messages, audit: TestData.audit(id))
                )
            }
            func pending(_ minuten: Int = 0) async throws -> [String] {
                try await store.pendingOutbox(op: TestData.na(minuten), deel: 0, van: 1, limiet: 99)
                    .map(\.bericht.berichtId)
            }
            try requireEqual(try await pending(), ["u-0-1", "u-1-1"])
            try await store.setOutbox("u-0-1", .wacht(tot: TestData.na(10), waarom: "503"))
            try requireEqual(try await pending(), ["u-1-1"])
            try requireEqual(try await pending(10), ["u-0-1", "u-1-1"])
            try await store.setOutbox("u-0-1", .verzonden)
            try await store.setOutbox("u-1-1", .geweigerd(woorden: ["De datum ligt in de toekomst", "\"x\""]))
            try requireEqual(try await pending(), ["u-0-2", "u-1-2"])
            try await store.setOutbox("u-0-2", .mislukt(waarom: "400"))
            try await store.setOutbox("u-1-2", .vervallen(waarom: "ingetrokken"))
            try requireEqual(try await pending(), ["u-0-3", "u-1-3"])
            try requireEqual(
                try await store.findOutbox("u-1-1")?.status,
                .geweigerd(woorden: ["De datum ligt in de toekomst", "\"x\""])
            )
            try requireEqual(try await store.findOutbox("u-0-2")?.status, .mislukt(waarom: "400"))
            try requireEqual(try await store.findOutbox("u-0-1")?.pogingen, 2)
            try requireEqual(try await store.findOutbox("u-1-2")?.pogingen, 0)
            try requireEqual(try await store.findOutbox("u-0-3")?.bericht.inhoud, ["nummer": 3])
            // A beheerder has a dead letter sent again: it goes before what came after it.
            try await store.setOutbox("u-0-2", .klaar)
            try requireEqual(try await pending(), ["u-0-2", "u-1-3"])
            try requireEqual(try await store.countOutbox()["klaar"], 3)
            try requireEqual(try await store.countOutbox()["geweigerd"], 1)
            let refused = try await store.listOutbox(status: "geweigerd", limiet: 9, overslaan: 0)
            try requireEqual(refused.map(\.bericht.berichtId), ["u-1-1"])
            let newest = try await store.listOutbox(status: nil, limiet: 2, overslaan: 1)
            try requireEqual(newest.map(\.bericht.berichtId), ["u-1-2", "u-1-1"])
            try await requireThrows(.nietGevonden) { try await store.setOutbox("nooit", .verzonden) }
        },
        ConformanceCheck("van een bericht is te zien of er later een over hetzelfde is verzonden") { harness in
            let store = try await harness.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw()]
            func bericht(_ id: DossierID, _ naam: String, _ soort: String, _ school: String? = nil) -> UitgaandBericht {
                UitgaandBericht(
                    berichtId: naam,
                    partner: .duo,
                    soort: soort,
                    dossier: id,
                    inhoud: school.map { ["instellingsnummer": .tekst($0)] } ?? .object([]),
                    gemaaktOp: TestData.moment
                )
            }
            let eigen = [
                bericht(ids[0], "pip-1", "pip.post"), bericht(ids[0], "school-1", "aanbod.post", "0000000001"),
                bericht(ids[0], "school-2", "aanbod.post", "0000000002"), bericht(ids[0], "pip-2", "pip.delete"),
                bericht(ids[0], "pip-3", "pip.post"), bericht(ids[0], "map-1", "map.put"),
            ]
            for (id, berichten) in [(ids[0], eigen), (ids[1], [bericht(ids[1], "ander", "pip.post")])] {
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, uitgaand: berichten, audit: TestData.audit(id))
                )
            }
            for naam in ["school-2", "map-1", "ander"] { try await store.setOutbox(naam, .verzonden) }
            for naam in eigen.map(\.berichtId) { try require(try await store.sentAfter(naam) == nil, naam) }
            try await store.setOutbox("pip-2", .verzonden)
            try requireEqual(try await store.sentAfter("pip-1"), "pip-2")
            try await store.setOutbox("pip-3", .geweigerd(woorden: ["nee"]))
            try requireEqual(try await store.sentAfter("pip-1"), "pip-2")
            try await store.setOutbox("pip-3", .verzonden)
            try requireEqual(try await store.sentAfter("pip-1"), "pip-3")
            try requireEqual(try await store.sentAfter("pip-2"), "pip-3")
            try require(try await store.sentAfter("pip-3") == nil)
            try await requireThrows(.nietGevonden) { _ = try await store.sentAfter("nooit") }
        },
        ConformanceCheck("verzenders verdelen de dossiers") { harness in
            let store = try await harness.store()
            let ids = (0..<40).map { _ in DossierID.nieuw() }
            for (place, id) in ids.enumerated() {
                let messages = [TestData.uitgaand(id, "u-\(place)-a"), TestData.uitgaand(id, "u-\(place)-b")]
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, uitgaand: messages, audit: TestData.audit(id))
                )
            }
            var seen: [DossierID] = []
            for deel in 0..<2 {
                let part = try await store.pendingOutbox(op: TestData.moment, deel: deel, van: 2, limiet: 99)
                try require(part.count > 4, "deel \(deel) heeft er \(part.count)")
                seen += part.map(\.bericht.dossier)
            }
            try requireEqual(seen.sorted(), ids.sorted())
        },
        ConformanceCheck("de uitkomst van een verzending telt één keer") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    uitgaand: [TestData.uitgaand(id, "u-1")],
                    audit: TestData.audit(id)
                )
            )
            func sent(_ na: Int) -> Stap {
                Stap(
                    dossier: id,
                    laatsteVolgnummer: na,
                    feiten: [TestData.klantmanager("noor")],
                    verzonden: Stap.Verzending("u-1", .verzonden),
                    audit: TestData.audit(id)
                )
            }
            try requireEqual(try await store.append(sent(0)), [1])
            try await requireThrows(.gelijktijdigGewijzigd) { try await store.append(sent(1)) }
            try requireEqual(try await store.findOutbox("u-1")?.pogingen, 1)
        },
    ]
}
