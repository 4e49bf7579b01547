// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import RegieTestKit
import StorageCore
import Synchronization
import Testing

@testable import StorageSQLite

/// A message that somebody damaged is for the beheerder; those of other people go on.
@Suite struct UnreadableTests {
    @Test func `één ontvangen bericht dat niet opengaat houdt de andere niet op en staat gesloten in de lijst`()
        async throws
    {
        let installation = try await Installation()
        let store = try await installation.store()
        _ = try await store.receive((0..<3).map { (place: Int) in TestData.inkomend("i-\(place)", persoon: place) })
        try await installation.raw().write { db in
            try db.execute(sql: "UPDATE inbox SET inhoud = zeroblob(length(inhoud)) WHERE bericht_id = 'i-1'")
        }
        let pending = try await store.pendingInbox(op: TestData.moment, deel: 0, van: 1, limiet: 9)
        #expect(pending.map(\.bericht.sleutel.berichtId) == ["i-0", "i-2"])
        let list = try await store.listInbox(status: nil, limiet: 9, overslaan: 0)
        let closed = try #require(list.first { $0.bericht.sleutel.berichtId == "i-1" })
        #expect(list.count == 3)
        #expect(closed.status == .mislukt(waarom: Unreadable.words))
        #expect(closed.bericht.ruw.isEmpty && closed.bericht.bsn == nil)
        #expect(try await store.countInbox()["mislukt"] == 1)
        await installation.engine.close()
    }

    @Test func `één te verzenden bericht dat niet opengaat houdt de andere niet op en staat gesloten in de lijst`()
        async throws
    {
        let installation = try await Installation()
        let store = try await installation.store()
        for place in 0..<3 {
            let id = DossierID.nieuw()
            let bericht = TestData.uitgaand(id, "u-\(place)")
            try await store.append(
                Stap(dossier: id, laatsteVolgnummer: 0, uitgaand: [bericht], audit: TestData.audit(id))
            )
        }
        // Of one the content is damaged, of another the key of its dossier.
        try await installation.raw().write { db in
            try db.execute(
                sql: """
                    UPDATE outbox SET inhoud = zeroblob(length(inhoud)) WHERE bericht_id = 'u-1';
                    UPDATE dossier SET sleutel = zeroblob(length(sleutel))
                    WHERE id = (SELECT dossier FROM outbox WHERE bericht_id = 'u-2')
                    """
            )
        }
        let pending = try await store.pendingOutbox(op: TestData.moment, deel: 0, van: 1, limiet: 9)
        #expect(pending.map(\.bericht.berichtId) == ["u-0"])
        let list = try await store.listOutbox(status: "mislukt", limiet: 9, overslaan: 0)
        #expect(list.map(\.bericht.berichtId) == ["u-2", "u-1"])
        #expect(list.allSatisfy { $0.status == .mislukt(waarom: Unreadable.words) && $0.bericht.inhoud == .null })
        // A beheerder can still put the one without a key aside.
        try await store.setOutbox("u-2", .vervallen(waarom: "dossier is vernietigd"))
        await installation.engine.close()
    }

    /// GRDB ends the process when a column has another type than it is asked for; a night must not end by one row.
    @Test func `een feit waarvan iemand een kolom een andere soort gaf houdt de nacht van anderen niet op`()
        async throws
    {
        for column in ["volgnummer", "geldig_op", "bekend_op", "bron", "bericht_id", "versie", "inhoud", "hash"] {
            let installation = try await Installation()
            let store = try await installation.store()
            let ids = [DossierID.nieuw(), DossierID.nieuw()]
            for id in ids {
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, feiten: [TestData.pip()], audit: TestData.audit(id))
                )
            }
            let number = ids[0].number
            let value = column == "bron" || column == "bericht_id" ? "x'FFFE'" : "'tekst'"
            // SQLite itself refuses another type, until somebody with the file takes that away.
            try await installation.raw().writeWithoutTransaction { db in
                try db.execute(
                    sql: """
                        DROP TRIGGER gebeurtenis_staat_vast;
                        PRAGMA writable_schema = ON;
                        UPDATE sqlite_schema SET sql = replace(sql, 'STRICT, WITHOUT', 'WITHOUT') WHERE name = 'gebeurtenis';
                        PRAGMA writable_schema = RESET
                        """
                )
                try db.execute(sql: "UPDATE gebeurtenis SET \(column) = \(value) WHERE dossier = \(number)")
            }
            let seen = Mutex<[DossierID]>([])
            let fault = await #expect(throws: RegieFout.self, "\(column)") {
                try await store.assessAll(omvang: 9) { dossier in
                    seen.withLock { $0.append(dossier.id) }
                    return []
                }
            }
            #expect(fault?.code == .verzegelingFaalt, "\(column): \(fault?.description ?? "")")
            #expect(seen.withLock { $0 } == [ids[1]], "\(column)")
            #expect(try await store.verifyChain(ids[0]) == 1, "\(column)")
            let broken = try await store.verify(hoogstens: 9) { _ in }.breuken
            #expect(broken.contains { $0.waar == "dossier \(ids[0])" }, "\(column): \(broken)")
            await installation.engine.close()
        }
    }
}
