// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

@Suite struct TwoProcessesTests {
    @Test func `wie schrijft terwijl een ander schrijft, wacht en slaagt`() async throws {
        let installation = try await Installation()
        let store = try await installation.store()
        let other = try installation.raw()
        try await other.writeWithoutTransaction { db in try db.execute(sql: "BEGIN IMMEDIATE") }
        let received = Task { try await store.receive([TestData.inkomend("i-1")]) }
        // Reading goes on meanwhile, and shows that the message is not there yet.
        let until = ContinuousClock.now + .milliseconds(300)
        while ContinuousClock.now < until {
            #expect(try await store.countInbox()["ontvangen"] == 0)
        }
        try await other.writeWithoutTransaction { db in try db.execute(sql: "COMMIT") }
        #expect(try await received.value == [true])
        await installation.engine.close()
    }

    @Test func `twee processen die tegelijk schrijven, raken niets kwijt`() async throws {
        let installation = try await Installation()
        let first = try await installation.store()
        let second = try await SQLiteEngine(path: installation.data, keys: installation.ring)
            .open(TestData.gemeente, als: TestData.toegang)
        let written = try await withThrowingTaskGroup(of: Int.self) { group in
            for worker in 0..<8 {
                group.addTask {
                    let store = worker.isMultiple(of: 2) ? first : second
                    var written = 0
                    for number in 0..<50 {
                        written += try await store.receive([TestData.inkomend("i-\(worker)-\(number)")]).count
                    }
                    return written
                }
            }
            return try await group.reduce(0, +)
        }
        #expect(written == 400)
        #expect(try await first.countInbox()["ontvangen"] == 400)
        #expect(try await installation.engine.integrity(TestData.gemeente).isEmpty)
        await installation.engine.close()
    }

    @Test func `een tweede regied op dezelfde opslag wordt geweigerd met het procesnummer van de eerste`() throws {
        let directory = try TemporaryDirectory()
        var lock: DaemonLock? = try DaemonLock.acquire(directory.path)
        #expect(lock != nil)
        let fout = #expect(throws: RegieFout.self) { _ = try DaemonLock.acquire(directory.path) }
        #expect(fout?.code == .opslagBezet)
        #expect(fout?.wat.contains("\(ProcessInfo.processInfo.processIdentifier)") == true)
        lock = nil
        #expect(throws: Never.self) { _ = try DaemonLock.acquire(directory.path) }
    }
}
