// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite

/// An installation in a directory of its own: keys, a migrated database, and an engine on it.
final class Installation: Sendable {
    let directory: TemporaryDirectory
    let engine: SQLiteEngine
    let ring: KeyRing

    var data: String { "\(directory.path)/data" }
    var keys: String { "\(directory.path)/keys" }
    var file: String { "\(data)/\(TestData.gemeente).sqlite" }

    init() async throws {
        directory = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: "\(directory.path)/keys")
        ring = try KeyRing.load(from: "\(directory.path)/keys", credentials: nil)
        engine = SQLiteEngine(path: "\(directory.path)/data", keys: ring)
        _ = try await engine.migrate(TestData.gemeente)
    }

    func store() async throws -> any GemeenteStore {
        try await engine.open(TestData.gemeente, als: TestData.toegang)
    }

    /// A connection past the engine, as another program would have it.
    func raw(_ path: String? = nil) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.allowsUnsafeTransactions = true
        return try DatabaseQueue(path: path ?? file, configuration: configuration)
    }
}

/// The code of the error that work throws; nil when it throws none.
func code(_ work: () async throws -> Void) async -> RegieFout.Code? {
    do {
        try await work()
        return nil
    } catch {
        return (error as? RegieFout)?.code
    }
}
