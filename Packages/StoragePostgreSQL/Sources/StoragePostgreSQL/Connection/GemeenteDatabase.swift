// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing

/// The part of the database that is one gemeente's, with its keys.
///
/// Every transaction says for which gemeente it is (`regie.gemeente`), and the rows of others do not exist in it: row-level
/// security, as a second wall behind the `gemeente = $1` of each statement. Set for the transaction alone, so that it also
/// holds behind PgBouncer.
final class GemeenteDatabase: Sendable {
    let gemeente: Gemeentecode
    /// Its keys as they are now: a rotation changes them while the store is open.
    var keys: GemeenteKeys { (try? ring.keys(of: gemeente)) ?? first }
    let bell: Bell
    private let ring: KeyRing
    private let first: GemeenteKeys
    private let pool: PGPool
    private let queue: WriteQueue
    private let local: [(String, String)]

    /// How often a transaction is done again that another one stood in the way of.
    static let tries = 6

    init(_ gemeente: Gemeentecode, _ ring: KeyRing, _ pool: PGPool, _ bell: Bell) throws(RegieFout) {
        self.gemeente = gemeente
        self.ring = ring
        first = try ring.keys(of: gemeente)
        self.pool = pool
        self.bell = bell
        local = [("regie.gemeente", gemeente.description)]
        queue = WriteQueue(pool, gemeente: gemeente, local: local)
    }

    var place: String { "opslag van gemeente \(gemeente)" }

    /// Reads on a steady snapshot.
    /// - Parameter patient: whether a statement may take as long as it takes: it goes over everything there is.
    func read<Value: Sendable>(
        patient: Bool = false,
        _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws(RegieFout) -> Value {
        try await attempt(.snapshot, patient ? Self.unhurried : [], work)
    }

    /// Writes in a transaction of its own, durable when this returns.
    /// - Parameter patient: see `read`.
    func exclusive<Value: Sendable>(
        patient: Bool = false,
        _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws(RegieFout) -> Value {
        try await attempt(.write, patient ? Self.unhurried : [], work)
    }

    private static let unhurried = [("statement_timeout", "0")]

    /// Writes, durable when this returns; shares a transaction with whoever writes at the same time.
    func write<Value: Sendable>(_ work: @escaping @Sendable (PGConnection) throws -> Value) async throws(RegieFout)
        -> Value
    {
        try await queue.write(work)
    }

    private func attempt<Value: Sendable>(
        _ mode: PGMode,
        _ settings: [(String, String)],
        _ work: @escaping @Sendable (PGConnection) throws -> Value
    ) async throws(RegieFout) -> Value {
        var turn = 1
        while true {
            do {
                return try await pool.transaction(mode, local: local + settings) { [gemeente] db in
                    let value = try work(db)
                    try Tellers.write(gemeente, db)
                    return value
                }
            } catch {
                guard (error as? PGError)?.isRetryable ?? false, turn < Self.tries else {
                    throw StorageFault.from(error, place)
                }
                await Pause.wait(after: turn)
                turn += 1
            }
        }
    }
}

/// A short wait, longer each time and never the same twice, so that two who met do not meet again.
enum Pause {
    static func wait(after turn: Int) async {
        let longest = min(20 << turn, 1_000)
        try? await Task.sleep(for: .milliseconds(Int.random(in: 1...longest)))
    }
}
