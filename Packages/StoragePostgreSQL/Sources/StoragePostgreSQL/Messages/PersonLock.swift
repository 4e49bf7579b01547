// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

/// While the key is being rotated messages of one person can wait under two numbers. Whoever adds one looks under which
/// number others wait, and whoever seals them anew moves them: these take turns until their transactions end.
enum PersonLock {
    /// Locks of the server are a fixed stock, so that persons share a few.
    private static let locks: Int64 = 64
    /// An arbitrary number that never changes, above all numbers of gemeenten.
    private static let base: Int64 = 0x7065_7273 << 32

    static func take(_ persons: [Int64], _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        let first = base + Int64(gemeente.waarde) * locks
        // In one order, so that two who need the same ones do not wait for each other.
        let numbers = Set(persons.map { first + $0 % locks }).sorted()
        guard !numbers.isEmpty else { return }
        _ = try db.rows(
            "SELECT count(pg_advisory_xact_lock(nr)) FROM unnest($1::bigint[]) AS slot (nr)",
            [.ints(numbers)]
        )
    }
}
