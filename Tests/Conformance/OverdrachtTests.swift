// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StorageCore
import StoragePostgreSQL
import StorageSQLite
import Testing

/// A gemeente that goes from one storage to another, sealed as it is, as the role that owns nothing.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(5)))
struct OverdrachtTests {
    private func code(_ werk: () async throws -> Void) async -> String? {
        do {
            try await werk()
            return nil
        } catch {
            return (error as? RegieFout)?.code.rawValue ?? "\(error)"
        }
    }

    @Test func `alles van een gemeente staat na de overdracht in PostgreSQL zoals het stond, en terug in SQLite ook`()
        async throws
    {
        let proef = try await Overdrachtsproef()
        let hier = try await proef.store(proef.sqlite)
        let (_, weg) = try await proef.vul(hier)
        let eerst = try await hier.verify(hoogstens: 9) { _ in }
        #expect(eerst.aantal == 0, "\(eerst.breuken)")
        let bewijs = try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite)
        for tabel in bewijs.tables { #expect(tabel.count > 0, "\(tabel.table) was leeg: dan is er niets beproefd") }
        #expect(bewijs.koppen == eerst.koppen && bewijs.auditCode == eerst.auditCode)
        #expect(bewijs.dossiers == 6 && bewijs.feiten == eerst.feiten)
        let daar = try await proef.store(proef.postgresql)
        let anders = try await proef.verschil(daar, hier)
        #expect(anders == [])
        let later = try await daar.verify(hoogstens: 9) { _ in }
        #expect(later == eerst, "\(later.breuken)")
        #expect(await code { _ = try await daar.readDossier(weg) } == "dossier-vernietigd")
        // And back: the copy of a copy is the same again.
        let terug = proef.andereSQLite()
        #expect(try await terug.receive(proef.gemeente, from: proef.postgresql) == bewijs)
        let weer = try await proef.store(terug)
        let andersTerug = try await proef.verschil(weer, hier)
        #expect(andersTerug == [])
        #expect(try await weer.verify(hoogstens: 9) { _ in } == eerst)
        await terug.close()
        await proef.sluit()
    }

    @Test func `na de overdracht gaat het werk door, achter wat er was en naast een andere gemeente`() async throws {
        let proef = try await Overdrachtsproef()
        // Another gemeente draws from the same numbers, and there is a line of who made the schema.
        _ = try await proef.postgresql.migrate(TestData.otherGemeente)
        let ander = try await proef.postgresql.open(TestData.otherGemeente, als: TestData.toegang)
        _ = try await ander.enqueue((0..<3).map { NewJob("x\($0)", vanaf: TestData.moment) })
        _ = try await ander.receive((0..<3).map { TestData.inkomend("a-\($0)") })
        let regel = AuditRegel("opslag.migreer", object: "0363", door: TestData.toegang, op: TestData.moment)
        try await proef.store(proef.postgresql).log(regel)
        let hier = try await proef.store(proef.sqlite)
        let (id, _) = try await proef.vul(hier)
        while try await hier.linkAudit(hoogstens: 99) > 0 {}
        let kop = try await hier.verify(hoogstens: 9) { _ in }.auditNummer
        try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite)

        let daar = try await proef.store(proef.postgresql)
        let laatste = try await daar.readDossier(id).laatsteVolgnummer
        try await daar.append(
            Stap(
                dossier: id,
                laatsteVolgnummer: laatste,
                feiten: [TestData.uren(7)],
                uitgaand: [TestData.uitgaand(id, "u-nieuw")],
                audit: TestData.audit(id)
            )
        )
        #expect(try await daar.listOutbox(status: nil, limiet: 1, overslaan: 0).first?.bericht.berichtId == "u-nieuw")
        let wachtend = try await daar.pendingOutbox(op: TestData.na(99), deel: 0, van: 1, limiet: 99)
        #expect(!wachtend.contains { $0.bericht.berichtId == "u-nieuw" }, "zij wacht op wat er al stond")
        #expect(try await daar.receive([TestData.inkomend("i-3"), TestData.inkomend("i-99")]) == [false, true])
        #expect(
            try await daar.listInbox(status: nil, limiet: 1, overslaan: 0).first?.bericht.sleutel.berichtId == "i-99"
        )
        let taken = Set(try await daar.listJobs(status: nil, limiet: 99).map(\.id))
        let nieuw = try #require(try await daar.enqueue([NewJob("n", vanaf: TestData.moment)]).first ?? nil)
        #expect(!taken.contains(nieuw))
        #expect(try await daar.enqueue([NewJob("b", vanaf: TestData.moment, uniek: "b")]) == [nil])
        // Held by a process that is no more: taken over, and by nobody twice.
        let gered = try await daar.rescue(naStilte: nil, soorten: ["a"], op: TestData.na(9))
        #expect(gered.count == 1)
        #expect(
            try await daar.tick("dagelijks", op: TestData.moment, job: NewJob("c", vanaf: TestData.moment)) == false
        )
        #expect(try await daar.linkAudit(hoogstens: 99) == 2, "de regel die er al stond, en die van de stap")
        let uitkomst = try await daar.verify(hoogstens: 9) { _ in }
        #expect(uitkomst.aantal == 0, "\(uitkomst.breuken)")
        #expect(uitkomst.auditNummer == kop + 2)
        _ = try await daar.seal(op: TestData.na(20))
        #expect(try await ander.verify(hoogstens: 9) { _ in }.aantal == 0)
        #expect(try await ander.listInbox(status: nil, limiet: 99, overslaan: 0).count == 3)
        await proef.sluit()
    }

    @Test(arguments: [
        ("gebeurtenis", "NEW.inhoud := set_byte(NEW.inhoud, 20, get_byte(NEW.inhoud, 20) # 1)"),
        ("inbox", "NEW.toelichting := NULL"), ("job", "NEW.vanaf := NEW.vanaf + 1"),
    ])
    func `wat in PostgreSQL anders aankomt dan het is verstuurd, wordt geweigerd en laat niets achter`(
        tabel: String,
        wijziging: String
    ) async throws {
        let proef = try await Overdrachtsproef()
        let hier = try await proef.store(proef.sqlite)
        _ = try await proef.vul(hier)
        try await proef.server.execute(
            """
            CREATE FUNCTION regie.knoei() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN \(wijziging); RETURN NEW; END $$;
            CREATE TRIGGER knoei BEFORE INSERT ON regie.\(tabel) FOR EACH ROW EXECUTE FUNCTION regie.knoei()
            """,
            database: proef.database
        )
        #expect(
            await code { try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite) } == "verzegeling-faalt"
        )
        #expect(try await proef.postgresql.hasRoom(for: proef.gemeente))
        #expect(
            try await proef.server.execute("SELECT count(*) FROM regie.gebeurtenis", database: proef.database) == "0"
        )
        try await proef.server.execute("DROP TRIGGER knoei ON regie.\(tabel)", database: proef.database)
        try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite)
        await proef.sluit()
    }

    @Test func `over iets heen gaat het niet, en van twee die tegelijk willen lukt het er een`() async throws {
        let proef = try await Overdrachtsproef()
        let hier = try await proef.store(proef.sqlite)
        _ = try await proef.vul(hier)
        let codes = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<2 {
                group.addTask {
                    await code { try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite) }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(codes.filter { $0 == nil }.count == 1)
        #expect(codes.contains { ["opslag-bezet", "bestaat-al"].contains($0) }, "\(codes)")
        #expect(await code { try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite) } == "bestaat-al")
        #expect(await code { try await proef.sqlite.receive(proef.gemeente, from: proef.postgresql) } == "bestaat-al")
        await proef.sluit()
    }

    @Test func `zolang een bron stilstaat kan niemand erin schrijven, en daarna weer wel`() async throws {
        let proef = try await Overdrachtsproef()
        let hier = try await proef.store(proef.sqlite)
        let (id, _) = try await proef.vul(hier)
        let bewijs = try await proef.postgresql.receive(proef.gemeente, from: proef.sqlite.frozen) {
            [proef] _ throws(RegieFout) in
            // The busy timeout of a storage is longer than a test wants to wait: look at the lock itself.
            let bezet = SQLiteTampering(path: "\(proef.map.path)/data/\(proef.gemeente).sqlite").isLocked
            if !bezet { throw RegieFout(.opslagFaalt, "er kon worden geschreven") }
        }
        #expect(bewijs.dossiers == 6)
        try await hier.log(TestData.audit(id))
        await proef.sluit()
    }

    @Test func `veel nieuwe dossiers in één keer zijn zoals zij stap voor stap waren geworden`() async throws {
        let proef = try await Overdrachtsproef()
        let stappen = (0..<1_100).map { plaats in
            let id = DossierID.nieuw()
            let feiten = [TestData.persoon(plaats), TestData.pip(), TestData.uren(plaats)].prefix(plaats % 3 + 1)
            let dossier = Dossier(
                id: id,
                gemeente: proef.gemeente,
                gebeurtenissen: feiten.enumerated().map { $1.gebeurtenis(volgnummer: $0 + 1) }
            )
            return Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: Array(feiten),
                zoeksleutels: dossier.zoeksleutels,
                audit: TestData.audit(id, "feit.PersoonsgegevensOntvangen", reden: "reden \(plaats)")
            )
        }.sorted { $0.dossier.tekst < $1.dossier.tekst }
        let keys = try proef.ring.keys(of: proef.gemeente)
        let bron = NewDossiers(keys) { take in for stap in stappen { try take(stap) } }
        let anders = proef.andereSQLite()
        try await anders.receive(proef.gemeente, from: bron)
        try await proef.postgresql.receive(proef.gemeente, from: bron)
        for engine in [anders, proef.postgresql] as [any StorageEngine] {
            let store = try await proef.store(engine)
            while try await store.linkAudit(hoogstens: 500) > 0 {}
            let uitkomst = try await store.verify(hoogstens: 9) { _ in }
            #expect(uitkomst.aantal == 0, "\(uitkomst.breuken)")
            #expect(uitkomst.dossiers == 1_100 && uitkomst.geketend == 1_100)
            for stap in [stappen[0], stappen[700]] {
                let dossier = try await store.readDossier(stap.dossier)
                #expect(dossier.gebeurtenissen.map(\.feit) == stap.feiten.map(\.feit))
                for sleutel in dossier.zoeksleutels {
                    #expect(try await store.findDossiers(by: sleutel).contains(stap.dossier))
                }
            }
            let (eerste, laatste) = (stappen[0].dossier, stappen[0].feiten.count)
            try await store.append(
                Stap(
                    dossier: eerste,
                    laatsteVolgnummer: laatste,
                    feiten: [TestData.uren(1)],
                    audit: TestData.audit(eerste)
                )
            )
            #expect(try await store.verifyChain(eerste) == nil)
        }
        let dubbel = NewDossiers(keys) { take in for stap in [stappen[1], stappen[1]] { try take(stap) } }
        #expect(await code { try await proef.andereSQLite().receive(proef.gemeente, from: dubbel) } == "feit-ongeldig")
        await anders.close()
        await proef.sluit()
    }

    @Test func `een kopie van een eerdere Regie herstelt op PostgreSQL en blijft zelf zoals zij was`() async throws {
        let map = try TemporaryDirectory()
        let bron = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "StorageSQLite/Fixtures/v1")
        for naam in ["0363.sqlite", "0363.key"] {
            let pad = "\(map.path)/\(naam)"
            try Data(contentsOf: bron.appending(path: naam)).write(to: URL(fileURLWithPath: pad))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: pad)
        }
        let eerst = try Data(contentsOf: URL(fileURLWithPath: "\(map.path)/0363.sqlite"))
        let engine = try await PostgreSQLUnderTest.empty(
            try KeyRing.load(from: map.path, credentials: nil),
            on: try await PostgresServer.shared()
        )
        try await engine.restore(TestData.gemeente, uit: map.path)
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let id = try #require(DossierID("0123456789ab"))
        #expect(try await store.readDossier(id).gebeurtenissen.count == 50)
        #expect(try await store.verifyChain(id) == nil)
        #expect(try await store.verifyAudit().breuk == nil)
        #expect(try await store.findDossiers(by: .bsn(TestIdentity.bsn(0))) == [id])
        #expect(try await store.findOutbox("u-1")?.bericht == TestData.uitgaand(id, "u-1"))
        await engine.close()
        #expect(try Data(contentsOf: URL(fileURLWithPath: "\(map.path)/0363.sqlite")) == eerst)
    }

    @Test func `een bron die halverwege ophoudt, laat niets achter`() async throws {
        let proef = try await Overdrachtsproef()
        _ = try await proef.vul(try await proef.store(proef.sqlite))
        let bron = Afbreker(bron: proef.sqlite)
        #expect(await code { try await proef.postgresql.receive(proef.gemeente, from: bron) } == "opslag-faalt")
        #expect(try await proef.postgresql.hasRoom(for: proef.gemeente))
        let anders = proef.andereSQLite()
        #expect(await code { try await anders.receive(proef.gemeente, from: bron) } == "opslag-faalt")
        #expect(try await anders.hasRoom(for: proef.gemeente))
        await proef.sluit()
    }
}

/// A source that gives up after the facts.
private struct Afbreker: TransferSource {
    let bron: SQLiteEngine

    func send(
        _ gemeente: Gemeentecode,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout) {
        try await bron.send(gemeente) { batch in
            if batch?.table.name == "zoeksleutel" { throw RegieFout(.opslagFaalt, "de schijf van de bron is stuk") }
            try take(batch)
        }
    }
}
