// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StoragePostgreSQL
import Testing

@testable import PostgreSQLClient

/// Proof, destruction and rotation as they are on PostgreSQL alone; what every storage keeps is in the conformance suite.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct BewijsTests {
    /// A dossier with a message to DUO, two from DUO, and audit lines that are not linked yet.
    private func vul(_ store: any GemeenteStore) async throws -> DossierID {
        let id = DossierID.nieuw()
        try await store.append(
            Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: [TestData.uren(1)],
                uitgaand: [TestData.uitgaand(id, "u-\(id)")],
                audit: TestData.audit(id, reden: "proef")
            )
        )
        _ = try await store.receive([TestData.inkomend("a-\(id)"), TestData.inkomend("b-\(id)")])
        return id
    }

    @Test(arguments: [
        ("DELETE FROM regie.inbox WHERE nr = (SELECT min(nr) FROM regie.inbox)", "inkomende berichten"),
        ("DELETE FROM regie.outbox", "uitgaande berichten"), ("DELETE FROM regie.audit", "auditregels"),
        ("DELETE FROM regie.teller", "tellers"),
    ])
    func `een rij die buiten Regie om verdwijnt, wordt gemist, ook waar geen keten is`(
        sql: String,
        waar: String
    ) async throws {
        let proef = try await Opslagproef()
        let engine = proef.engine()
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let id = try await vul(store)
        // What is undone, and what was there already, is not counted: of two messages the second exists.
        let dubbel = Stap(
            dossier: id,
            laatsteVolgnummer: 1,
            uitgaand: [TestData.uitgaand(id, "u-nieuw"), TestData.uitgaand(id, "u-\(id)")],
            audit: TestData.audit(id)
        )
        await #expect(throws: RegieFout.self) { try await store.append(dubbel) }
        _ = try await store.receive([TestData.inkomend("c"), TestData.inkomend("c")])
        #expect(try await store.verify(hoogstens: 9) { _ in }.breuken == [])
        try await proef.peuter(sql)
        let uitkomst = try await store.verify(hoogstens: 9) { _ in }
        #expect(uitkomst.breuken.contains { $0.waar == waar }, "\(uitkomst.breuken)")
        await engine.close()
    }

    @Test func `wat er stond voordat er merken waren, krijgt ze bij het bijwerken, en later niet meer`() async throws {
        let proef = try await Opslagproef()
        let eerste = proef.engine()
        _ = try await vul(try await eerste.open(TestData.gemeente, als: TestData.toegang))
        await eerste.close()
        try await proef.peuter(
            "DELETE FROM regie.teller; UPDATE regie.dossier SET merk = NULL; UPDATE regie.audit SET merk = NULL"
        )
        let engine = proef.engine()
        await #expect(throws: RegieFout.self) { try await engine.open(TestData.gemeente, als: TestData.toegang) }
        _ = try await engine.migrate(TestData.gemeente)
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        #expect(try await store.verify(hoogstens: 9) { _ in }.breuken == [])
        try await proef.peuter("UPDATE regie.dossier SET merk = NULL")
        _ = try await engine.migrate(TestData.gemeente)
        #expect(try await store.verify(hoogstens: 9) { _ in }.aantal == 1)
        await engine.close()
    }

    @Test func `wat er stond voordat de sleutel een merk had, krijgt dat van de eigen sleutel en niet van een andere`()
        async throws
    {
        let proef = try await Opslagproef()
        let eerste = proef.engine()
        _ = try await vul(try await eerste.open(TestData.gemeente, als: TestData.toegang))
        await eerste.close()
        try await proef.peuter("UPDATE regie.teller SET sleutelmerk = NULL")
        let map = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: map.path)
        let vreemd = try KeyRing.load(from: map.path, credentials: nil)
        let ander = proef.engine(vreemd)
        await #expect(throws: RegieFout.self) { try await ander.migrate(TestData.gemeente) }
        await ander.close()
        let engine = proef.engine()
        try await engine.requireFit(proef.ring.keys(of: TestData.gemeente))
        _ = try await engine.migrate(TestData.gemeente)
        // Nothing but the mark is left to tell by.
        try await proef.peuter("UPDATE regie.dossier SET merk = NULL; UPDATE regie.audit SET merk = NULL")
        try await engine.requireFit(proef.ring.keys(of: TestData.gemeente))
        await #expect(throws: RegieFout.self) { try await engine.requireFit(vreemd.keys(of: TestData.gemeente)) }
        await engine.close()
    }

    @Test func `berichten van één persoon wachten ook tijdens een sleutelwissel in één rij`() async throws {
        let proef = try await Opslagproef()
        let engines = [proef.engine(), proef.engine(), proef.engine()]
        var stores: [any GemeenteStore] = []
        for engine in engines { stores.append(try await engine.open(TestData.gemeente, als: TestData.toegang)) }
        let personen = 1...4
        for ronde in 1...6 {
            // The first of each waits under the former number.
            for persoon in personen {
                _ = try await stores[0].receive([TestData.inkomend("\(persoon)-\(ronde)-eerst", persoon: persoon)])
            }
            _ = try KeyRing.rotate(TestData.gemeente, in: proef.map.path)
            try proef.ring.reload()
            try await withThrowingTaskGroup(of: Void.self) { group in
                for (deel, store) in stores.dropLast().enumerated() {
                    group.addTask {
                        for nummer in 1...12 {
                            for persoon in personen {
                                let id = "\(persoon)-\(ronde)-\(deel)-\(nummer)"
                                _ = try await store.receive([TestData.inkomend(id, persoon: persoon)])
                            }
                        }
                    }
                }
                group.addTask { [store = stores[2]] in
                    for _ in 1...3 {
                        var plaats: Herzegelplaats? = Herzegelplaats(.inbox, na: -1)
                        while let hier = plaats, hier.soort == .inbox {
                            plaats = try await store.reseal(na: hier, hoogstens: 2).verder
                        }
                    }
                }
                try await group.waitForAll()
            }
            let verdeeld = try await proef.peuter(
                """
                SELECT count(*) FROM (SELECT split_part(bericht_id, '-', 1) FROM regie.inbox WHERE status < 2
                    GROUP BY 1 HAVING count(DISTINCT persoon) > 1) AS verdeeld
                """
            )
            #expect(verdeeld == "0", "in ronde \(ronde)")
        }
        #expect(
            try await stores[0].pendingInbox(op: TestData.na(9), deel: 0, van: 1, limiet: 9).map(
                \.bericht.sleutel.berichtId
            )
                == personen.map { "\($0)-1-eerst" }
        )
        #expect(try await stores[0].verify(hoogstens: 9) { _ in }.breuken == [])
        for engine in engines { await engine.close() }
    }

    @Test func `leest iemand nog in een oude momentopname, dan blijft de oude sleutel genoteerd tot hij klaar is`()
        async throws
    {
        let proef = try await Opslagproef()
        let engine = proef.engine()
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let id = try await vul(store)
        let lezer = PGPool(PGSettings(url: proef.server.url(database: proef.database), poolSize: 1))
        try await lezer.transaction(.snapshot) { db in
            // Another table, so that nothing stands in the way of writing that of the dossiers anew.
            _ = try db.rows("SELECT count(*) FROM regie.audit")
            try blokkeer {
                _ = try await store.destroyDossier(id, op: TestData.na(1), audit: TestData.audit(id))
            }
        }
        await lezer.close()
        #expect(try await proef.peuter("SELECT count(*) FROM regie.wissen") == "1")
        _ = try await store.seal(op: TestData.na(2))
        #expect(try await proef.peuter("SELECT count(*) FROM regie.wissen") == "0")
        await engine.close()
    }

    @Test func `houdt iemand de dossiers vast, dan gaat vernietigen door en wist het volgende zegel de oude sleutel`()
        async throws
    {
        let proef = try await Opslagproef()
        let engine = proef.engine()
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let id = try await vul(store)
        let lezer = PGPool(PGSettings(url: proef.server.url(database: proef.database), poolSize: 1))
        try await lezer.transaction(.snapshot) { db in
            _ = try db.rows("SELECT count(*) FROM regie.dossier")
            try blokkeer {
                _ = try await store.destroyDossier(id, op: TestData.na(1), audit: TestData.audit(id))
            }
        }
        await lezer.close()
        #expect(try await proef.peuter("SELECT count(*) FROM regie.wissen") == "1")
        await #expect(throws: RegieFout.self) { try await store.readDossier(id) }
        _ = try await store.seal(op: TestData.na(2))
        #expect(try await proef.peuter("SELECT count(*) FROM regie.wissen") == "0")
        #expect(try await store.verify(hoogstens: 9) { _ in }.breuken == [])
        await engine.close()
    }
}
