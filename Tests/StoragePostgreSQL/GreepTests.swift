// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieTestKit
import StoragePostgreSQL
import Testing

/// A job that is taken over between the moment at which it lists messages and the moment at which it says of one of them that
/// it does not open.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct GreepTests {
    enum Bak: String, CaseIterable {
        case inbox, outbox
    }

    @Test(arguments: Bak.allCases)
    func `wie zijn taak kwijtraakt terwijl een bericht niet opengaat, zegt er niets van`(bak: Bak) async throws {
        let proef = try await Opslagproef()
        let engine = proef.engine()
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let id = DossierID.nieuw()
        try await store.append(
            Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                uitgaand: [TestData.uitgaand(id, "u-1")],
                audit: TestData.audit(id)
            )
        )
        _ = try await store.receive([TestData.inkomend("i-1")])
        _ = try await store.enqueue([NewJob("keten", vanaf: TestData.moment)])
        let taak = try #require(
            try await store.claim(soorten: ["keten"], aantal: 1, door: "oud", op: TestData.moment).first
        )
        // Whoever holds a message has his job taken over before the list is committed.
        try await proef.server.execute(
            """
            UPDATE regie.\(bak) SET inhoud = set_byte(inhoud, length(inhoud) - 1, get_byte(inhoud, length(inhoud) - 1) # 1);
            CREATE FUNCTION regie.neem_over() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS
                'BEGIN UPDATE regie.job SET lease = lease + 1 WHERE id = NEW.taak; RETURN NULL; END';
            CREATE TRIGGER neem_over AFTER UPDATE ON regie.\(bak) FOR EACH ROW WHEN (NEW.taak IS NOT NULL)
                EXECUTE FUNCTION regie.neem_over()
            """,
            database: proef.database
        )
        func lijst(_ greep: JobLease) async throws -> Int {
            switch bak {
            case .inbox:
                try await store.pendingInbox(op: TestData.moment, deel: 0, van: 1, limiet: 9, greep: greep).count
            case .outbox:
                try await store.pendingOutbox(op: TestData.moment, deel: 0, van: 1, limiet: 9, greep: greep).count
            }
        }
        func aantal(_ status: String) async throws -> Int? {
            switch bak {
            case .inbox: try await store.countInbox()[status]
            case .outbox: try await store.countOutbox()[status]
            }
        }
        let fout = await #expect(throws: RegieFout.self) { _ = try await lijst(taak.greep) }
        #expect(fout?.code == .leaseVerlopen)
        #expect(try await aantal("mislukt") == 0)
        // Who has the job now says it.
        try await proef.server.execute("DROP TRIGGER neem_over ON regie.\(bak)", database: proef.database)
        #expect(try await lijst(JobLease(taak.id, taak.lease + 1)) == 0)
        #expect(try await aantal("mislukt") == 1)
        await engine.close()
    }
}
