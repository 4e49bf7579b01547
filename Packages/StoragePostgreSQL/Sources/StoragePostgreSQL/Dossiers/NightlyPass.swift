// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// The nightly assessment: walks dossiers, all or a part, in the order of their ids, in stretches, with a few workers.
///
/// A worker takes the next stretch, reads and assesses it on one snapshot on the thread of a connection of its own, and
/// keeps only the lines that differ from what stands there (by digest). A dossier that cannot be read stops nobody else:
/// it is reported when all others are done.
struct NightlyPass: Sendable {
    /// Changed dossiers per write transaction.
    private static let perWrite = 2_000

    /// What belongs to a write, in the same transaction; given the number of dossiers that got new lines in it.
    typealias Alongside = @Sendable (PGConnection, Int) throws -> Void

    private let database: GemeenteDatabase
    private let stretches: Stretches
    private let workers: Int
    private let alongside: Alongside
    private let assess: @Sendable (Dossier) -> [Werkregel]

    /// - Parameters:
    ///   - bounds: the dossiers whose id comes after the lower bound and not after the upper one.
    ///   - workers: at most so many at the same time, each with a connection.
    init(
        _ database: GemeenteDatabase,
        batch: Int,
        bounds: Range<Int64> = NightlyPass.everything,
        workers: Int = 4,
        alongside: @escaping Alongside = { _, _ in },
        assess: @escaping @Sendable (Dossier) -> [Werkregel]
    ) {
        self.database = database
        self.assess = assess
        self.workers = workers
        self.alongside = alongside
        stretches = Stretches(database, size: batch, bounds: bounds)
    }

    /// The bounds of all dossiers there can be.
    static let everything: Range<Int64> = -1..<Int64.max

    func run() async throws(RegieFout) -> (gezien: Int, gewijzigd: Int) {
        let workers = min(max(ProcessInfo.processInfo.activeProcessorCount, 1), workers)
        var total = Total()
        let outcomes = await withTaskGroup(of: Result<Total, RegieFout>.self) { group in
            for _ in 0..<workers { group.addTask { await work() } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        for outcome in outcomes { total.add(try outcome.get()) }
        if let fault = RegieFout.unreadable(total.broken, seen: total.seen) { throw fault }
        return (total.seen, total.changed)
    }

    private struct Total: Sendable {
        var seen = 0
        var changed = 0
        var broken: [RegieFout] = []

        mutating func add(_ other: Total) {
            seen += other.seen
            changed += other.changed
            broken += other.broken
        }
    }

    private func work() async -> Result<Total, RegieFout> {
        var total = Total()
        var pending: [ChangedLines] = []
        do throws(RegieFout) {
            while let stretch = try await stretches.next() {
                let (gemeente, keys, assess) = (database.gemeente, database.keys, assess)
                let outcome = try await database.read { db in
                    var reader = StretchReader(gemeente: gemeente, keys: keys, assess: assess)
                    return try reader.read(stretch, db)
                }
                total.seen += outcome.seen
                total.broken += outcome.broken
                pending += outcome.changed
                if pending.count >= Self.perWrite {
                    total.changed += try await write(pending)
                    pending.removeAll(keepingCapacity: true)
                }
            }
            total.changed += try await write(pending)
            return .success(total)
        } catch {
            await stretches.stop()
            return .failure(error)
        }
    }

    private func write(_ changes: [ChangedLines]) async throws(RegieFout) -> Int {
        guard !changes.isEmpty else { return 0 }
        let (gemeente, alongside) = (database.gemeente, alongside)
        return try await database.exclusive { db in
            let written = try LinesWriter(db: db, gemeente: gemeente).write(changes)
            try alongside(db, written)
            return written
        }
    }
}

/// Gives out stretches of dossiers.
private actor Stretches {
    private let database: GemeenteDatabase
    private let size: Int
    private let end: Int64
    private var last: Int64?
    /// Whoever asks waits for whoever asked before: the next stretch begins where that one ends.
    private var before: Task<Void, Never>?

    init(_ database: GemeenteDatabase, size: Int, bounds: Range<Int64>) {
        self.database = database
        self.size = size
        end = bounds.upperBound
        last = bounds.lowerBound
    }

    func stop() { last = nil }

    /// The next (lower, upper]; nil when all were given out or something failed.
    func next() async throws(RegieFout) -> Range<Int64>? {
        while let before { await before.value }
        guard let lower = last else { return nil }
        let (done, finish) = AsyncStream<Void>.makeStream()
        before = Task { for await _ in done {} }
        defer {
            before = nil
            finish.finish()
        }
        let (gemeente, size, end) = (database.gemeente.description, size, end)
        let upper = try await database.read { db in
            try db.row(
                """
                SELECT max(id) FROM (
                    SELECT id FROM regie.dossier
                    WHERE gemeente = $1 AND id > $2 AND id <= $4 AND vernietigd_op IS NULL ORDER BY id LIMIT $3
                ) AS stuk
                """,
                [.text(gemeente), .int(lower), .int(Int64(size)), .int(end)]
            )?.intOrNil(0)
        }
        guard last != nil else { return nil }
        last = upper
        return upper.map { lower..<$0 }
    }
}
