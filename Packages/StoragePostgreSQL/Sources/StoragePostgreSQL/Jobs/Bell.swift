// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Synchronization

/// Tells other processes that there is a job (NOTIFY), a moment after it was put in the queue.
///
/// Not in the transaction that puts it there: at its commit NOTIFY takes a lock that all of the database waits for. And not
/// for each job: what comes within the moment is told together. Who misses it looks by itself a second later.
final class Bell: Sendable {
    static let channel = "regie_taak"
    private static let moment = Duration.milliseconds(5)

    private let pool: PGPool
    /// The gemeente of which jobs came, to be told.
    private let waiting = Mutex<Set<Gemeentecode>>([])

    init(_ pool: PGPool) { self.pool = pool }

    func ring(_ gemeente: Gemeentecode) {
        let first = waiting.withLock { waiting in
            defer { waiting.insert(gemeente) }
            return waiting.isEmpty
        }
        guard first else { return }
        Task.detached {
            try? await Task.sleep(for: Self.moment)
            let some = self.waiting.withLock { waiting in
                defer { waiting = [] }
                return waiting.sorted()
            }
            for gemeente in some {
                _ = try? await self.pool.transaction(.write) { db in
                    try db.run("SELECT pg_notify($1, $2)", [.text(Self.channel), .text(gemeente.description)])
                }
            }
        }
    }
}
