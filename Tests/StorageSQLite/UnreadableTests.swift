// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering
import RegieTestKit
import StorageCore
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
}
