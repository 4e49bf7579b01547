// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import RegieTestKit
import Sealing
import StoragePostgreSQL
import Testing

/// The storage itself, as the application's role, beyond what the conformance suite asks of every storage.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct OpslagTests {
    private func stap(_ id: DossierID) -> Stap {
        Stap(
            dossier: id,
            laatsteVolgnummer: 0,
            audit: AuditRegel("proef", object: id.tekst, door: TestData.toegang, op: TestData.moment)
        )
    }

    @Test func `elke tabel met een gemeente is voor de toepassing dicht zonder die gemeente, ook een nieuwe`()
        async throws
    {
        let proef = try await Opslagproef()
        let engine = PostgreSQLEngine(proef.settings, keys: proef.ring)
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        try await store.append(stap(DossierID.nieuw()))
        _ = try await store.enqueue([NewJob("x", vanaf: TestData.moment)])
        await engine.close()
        let tabellen = try await proef.alsApp(
            """
            SELECT DISTINCT table_name FROM information_schema.columns
            WHERE table_schema = 'regie' AND column_name = 'gemeente' ORDER BY 1
            """
        ).split(separator: "\n").map(String.init)
        #expect(tabellen.count >= 16)
        let eigen = TestData.gemeente.description
        let ander = TestData.otherGemeente.description
        for tabel in tabellen {
            #expect(try await proef.alsApp("SELECT count(*) FROM regie.\(tabel)") == "0", "\(tabel)")
            #expect(try await proef.alsApp("SELECT count(*) FROM regie.\(tabel)", gemeente: ander) == "0", "\(tabel)")
        }
        #expect(try await proef.alsApp("SELECT count(*) FROM regie.dossier", gemeente: eigen) == "1")
        #expect(try await proef.alsApp("SELECT count(*) FROM regie.job", gemeente: eigen) == "1")
        let invoegen = "INSERT INTO regie.proces (gemeente, naam, gezien) VALUES ('\(ander)', 'x', 1)"
        await #expect(throws: (any Error).self) { try await proef.alsApp(invoegen, gemeente: eigen) }
        _ = try await proef.alsApp(invoegen, gemeente: ander)
    }

    @Test(arguments: [
        "UPDATE regie.gebeurtenis SET hash = ''", "DELETE FROM regie.gebeurtenis", "DELETE FROM regie.dossier",
        "DELETE FROM regie.audit", "UPDATE regie.audit SET merk = ''", "DELETE FROM regie.zegel",
        "UPDATE regie.zegel SET code = ''", "DELETE FROM regie.zegelkop", "DELETE FROM regie.teller",
        "UPDATE regie.audit SET actor = 'iemand'", "TRUNCATE regie.audit",
        "ALTER TABLE regie.audit DISABLE TRIGGER ALL", "ALTER TABLE regie.dossier DISABLE ROW LEVEL SECURITY",
    ])
    func `de rol van de toepassing mag niet veranderen wat vaststaat`(sql: String) async throws {
        let proef = try await Opslagproef()
        await #expect(throws: (any Error).self) {
            try await proef.alsApp(sql, gemeente: TestData.gemeente.description)
        }
    }

    @Test func `twintig keer tegelijk bijwerken doet het eenmaal`() async throws {
        let proef = try await Opslagproef(migreer: false)
        let uitkomsten = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let engine = PostgreSQLEngine(proef.settings, keys: proef.ring)
                    let gedaan = try await engine.migrate(TestData.gemeente)
                    await engine.close()
                    return gedaan
                }
            }
            return try await group.reduce(into: [[String]]()) { $0.append($1) }
        }
        #expect(uitkomsten.filter { !$0.isEmpty }.count == 1)
        #expect(uitkomsten.count == 20)
    }

    @Test func `een schema van een nieuwere Regie wordt geweigerd`() async throws {
        let proef = try await Opslagproef()
        try await proef.server.execute(
            "INSERT INTO regie.migratie (naam) VALUES ('999-later')",
            database: proef.database
        )
        let engine = PostgreSQLEngine(proef.settings, keys: proef.ring)
        await #expect(throws: RegieFout.self) { try await engine.open(TestData.gemeente, als: TestData.toegang) }
        await #expect(throws: RegieFout.self) { try await engine.migrate(TestData.gemeente) }
        await engine.close()
    }

    @Test func `twee processen die tegelijk aan een dossier schrijven geven elk volgnummer eenmaal`() async throws {
        let proef = try await Opslagproef()
        let engines = [
            PostgreSQLEngine(proef.settings, keys: proef.ring), PostgreSQLEngine(proef.settings, keys: proef.ring),
        ]
        let id = DossierID.nieuw()
        let eerste = try await engines[0].open(TestData.gemeente, als: TestData.toegang)
        try await eerste.append(stap(id))
        let gelukt = try await withThrowingTaskGroup(of: Int.self) { group in
            for engine in engines {
                group.addTask {
                    let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
                    var gelukt = 0
                    for _ in 0..<40 {
                        let laatste = try await store.readDossier(id).gebeurtenissen.count
                        var stap = self.stap(id)
                        stap.laatsteVolgnummer = laatste
                        stap.feiten = [TestData.uren(gelukt)]
                        if case .success? = try await store.append([stap]).first { gelukt += 1 }
                    }
                    return gelukt
                }
            }
            return try await group.reduce(0, +)
        }
        let dossier = try await eerste.readDossier(id)
        #expect(dossier.gebeurtenissen.map(\.volgnummer) == Array(1...gelukt))
        #expect(try await eerste.verifyChain(id) == nil)
        for engine in engines { await engine.close() }
    }

    @Test func `wat een ander in de wachtrij zet, wordt gehoord`() async throws {
        let proef = try await Opslagproef()
        let engine = PostgreSQLEngine(proef.settings, keys: proef.ring)
        let ander = PostgreSQLEngine(proef.settings, keys: proef.ring)
        let (gehoord, hoor) = AsyncStream<Void>.makeStream()
        let oor = try await engine.listen { hoor.yield() }
        var stroom = gehoord.makeAsyncIterator()
        // It calls once when it begins to listen.
        await stroom.next()
        let store = try await ander.open(TestData.gemeente, als: TestData.toegang)
        _ = try await store.enqueue([NewJob("x", vanaf: TestData.moment)])
        await stroom.next()
        withExtendedLifetime(oor) {}
        await engine.close()
        await ander.close()
    }

    @Test func `de eerste bladzijde van de werkvoorraad en een greep taken komen uit een index`() async throws {
        let proef = try await Opslagproef()
        let plannen = [
            (
                "SELECT dossier FROM regie.werkregel WHERE gemeente = '0363' ORDER BY ernst DESC, voor, dossier, herkomst, plaats LIMIT 50",
                "werkregel_dringend"
            ),
            (
                "SELECT id FROM regie.job WHERE gemeente = '0363' AND status = 0 AND vanaf <= 1 ORDER BY prioriteit, vanaf, id LIMIT 50",
                "job_wacht"
            ),
            (
                "SELECT nr FROM regie.inbox WHERE gemeente = '0363' AND status < 2 ORDER BY nr LIMIT 50", "inbox_open"
            ),
        ]
        for (sql, index) in plannen {
            let plan = try await proef.alsApp(
                "SET enable_seqscan = off; SET enable_bitmapscan = off; EXPLAIN (COSTS off) \(sql)",
                gemeente: "0363"
            )
            #expect(plan.contains(index), "\(plan)")
            #expect(!plan.contains("Sort"), "\(plan)")
        }
    }
}
