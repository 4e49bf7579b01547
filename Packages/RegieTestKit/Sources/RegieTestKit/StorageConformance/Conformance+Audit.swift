// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

extension StorageConformance {
    static let audit: [ConformanceCheck] = [
        ConformanceCheck("de auditregels komen nieuwste eerst, te kiezen op object en op wie") { harness in
            let store = try await harness.store()
            let lines = (0..<6).map { number in
                AuditRegel(
                    actie: "dossier.lees",
                    object: number.isMultiple(of: 2) ? "even" : "oneven",
                    resultaat: "gelukt",
                    oorsprong: "balie-3",
                    actor: number < 3 ? "noor" : "sam",
                    tijdstip: TestData.na(number),
                    reden: number == 5 ? "op verzoek van mevrouw" : nil
                )
            }
            for line in lines { try await store.log(line) }
            func list(_ object: String? = nil, _ actor: String? = nil, _ voor: Int64? = nil, _ limiet: Int = 9)
                async throws
                -> [AuditRegel]
            {
                try await store.listAudit(object: object, actor: actor, voor: voor, limiet: limiet).map(\.regel)
            }
            try requireEqual(try await list(), lines.reversed())
            try requireEqual(try await list("even"), [lines[4], lines[2], lines[0]])
            try requireEqual(try await list(nil, "sam"), [lines[5], lines[4], lines[3]])
            try requireEqual(try await list("even", "noor"), [lines[2], lines[0]])
            let page = try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 2)
            try requireEqual(try await list(nil, nil, page.last?.nummer, 2), [lines[3], lines[2]])
        },
        ConformanceCheck("wie naar een dossier vraagt, ziet ook de auditregels over zijn berichten") { harness in
            let store = try await harness.store()
            let objects = ["qhyv", "qhyv duo:b-1 SS101", "qhyvz", "z qhyv", "qhy"]
            for (number, object) in objects.enumerated() {
                try await store.log(
                    AuditRegel(
                        actie: "proef",
                        object: object,
                        resultaat: "gelukt",
                        oorsprong: "balie-3",
                        actor: "noor",
                        tijdstip: TestData.na(number),
                        reden: nil
                    )
                )
            }
            let found = try await store.listAudit(object: "qhyv", actor: nil, voor: nil, limiet: 9)
            try requireEqual(found.map(\.regel.object), ["qhyv duo:b-1 SS101", "qhyv"])
            try requireEqual(try await store.listAudit(object: "qhyv", actor: "sam", voor: nil, limiet: 9).count, 0)
            let page = try await store.listAudit(object: "qhyv", actor: nil, voor: found.first?.nummer, limiet: 9)
            try requireEqual(page.map(\.regel.object), ["qhyv"])
        },
        ConformanceCheck("auditregels worden in porties geketend, en losse regels worden geteld") { harness in
            let store = try await harness.store()
            for number in 0..<10 { try await store.log(line(number)) }
            try requireEqual(try await store.linkAudit(hoogstens: 4), 4)
            var state = try await store.verifyAudit()
            try require(state.breuk == nil && state.geketend == 4 && state.nogLos == 6, "\(state)")
            try requireEqual(try await store.linkAudit(hoogstens: 100), 6)
            try requireEqual(try await store.linkAudit(hoogstens: 100), 0)
            try await store.log(line(10))
            state = try await store.verifyAudit()
            try require(state.breuk == nil && state.geketend == 10 && state.nogLos == 1, "\(state)")
        },
        ConformanceCheck("wie een auditregel verandert of wegneemt, wordt gezien") { harness in
            let store = try await harness.store()
            for number in 0..<10 { try await store.log(line(number)) }
            _ = try await store.linkAudit(hoogstens: 100)
            try await harness.tamper(.changeAudit(7))
            try requireEqual(try await store.verifyAudit().breuk, 7)
            try await harness.tamper(.removeAudit(3))
            try requireEqual(try await store.verifyAudit().breuk, 3)
        },
        ConformanceCheck("wie de laatste auditregels wegneemt, wordt gezien") { harness in
            let store = try await harness.store()
            for number in 0..<4 { try await store.log(line(number)) }
            _ = try await store.linkAudit(hoogstens: 100)
            try await harness.tamper(.removeAudit(4))
            try requireEqual(try await store.verifyAudit().breuk, 4)
        },
    ]

    private static func line(_ number: Int) -> AuditRegel {
        AuditRegel(
            "toets",
            object: "o-\(number)",
            door: TestData.toegang,
            op: TestData.na(number),
            reden: "reden \(number)"
        )
    }

    static let sealing: [ConformanceCheck] = [
        ConformanceCheck("op de schijf staat geen BSN, V-nummer, naam of inhoud van een feit of bericht") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let bsn = TestIdentity.bsn(11)
            let step = Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: [TestData.persoon(11, naam: "Geheimenaam"), TestData.pip()],
                zoeksleutels: [.bsn(bsn), .vnummer(TestIdentity.vnummer(11))],
                werkregels: [
                    .bericht("u-1"): [
                        TestData.werkregel(id, herkomst: .bericht("u-1"), actie: "DUO zegt: Geheimenaam mag dit niet.")
                    ]
                ],
                uitgaand: [TestData.uitgaand(id, "u-1", inhoud: ["leerroute": "B", "naam": "Geheimenaam"])],
                audit: TestData.audit(id, reden: "gebeld met Geheimenaam")
            )
            try await store.append(step)
            _ = try await store.receive([
                TestData.inkomend("i-1", persoon: 11, ruw: "{\"bsn\":\"\(bsn.cijfers)\",\"leerroute\":\"B\"}")
            ])
            try await store.setOutbox("u-1", .geweigerd(woorden: ["Geheimenaam is niet bekend"]))
            _ = try await store.enqueue([NewJob("soort", inhoud: ["naam": "Geheimenaam"], vanaf: TestData.moment)])
            // Everything can be read back, so it is somewhere.
            try requireEqual(try await store.findDossiers(by: .bsn(bsn)), [id])
            try requireEqual(try await store.readDossier(id).bsn, bsn)
            let files = try await harness.bytesOnDisk()
            try require(files.contains { contains($0, id.tekst) || contains($0, "u-1") }, "de bestanden zijn leeg")
            let secrets = [
                bsn.cijfers, TestIdentity.vnummer(11).cijfers, "Geheimenaam", "geheimenaam", "leerroute",
                "PIPVastgesteld", "1990-00-00",
            ]
            for secret in secrets {
                try require(!files.contains { contains($0, secret) }, "'\(secret.prefix(4))…' staat leesbaar op schijf")
            }
        }
    ]

    private static func contains(_ bytes: [UInt8], _ text: String) -> Bool {
        Data(bytes).range(of: Data(text.utf8)) != nil
    }
}
