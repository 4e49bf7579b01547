// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Synchronization

@testable import PostgreSQLClient

/// A database of its own on the server that all tests share, and a pool on it.
struct Proefdatabase {
    let server: PostgresServer
    let naam: String
    let pool: PGPool
    let settings: PGSettings

    /// Does `werk` with a database that is removed afterwards.
    static func met<T>(
        _ pas: (inout PGSettings) -> Void = { _ in },
        _ werk: (Proefdatabase) async throws -> T
    ) async throws -> T {
        let server = try await PostgresServer.shared()
        let naam = try await server.createDatabase()
        var settings = PGSettings(url: server.url(database: naam), poolSize: 4)
        pas(&settings)
        let proef = Proefdatabase(server: server, naam: naam, pool: PGPool(settings), settings: settings)
        do {
            let uit = try await werk(proef)
            await proef.pool.close()
            try await server.dropDatabase(naam)
            return uit
        } catch {
            await proef.pool.close()
            try? await server.dropDatabase(naam)
            throw error
        }
    }

    func script(_ sql: String) async throws { try await pool.session { try $0.script(sql) } }

    func aantal(_ tabel: String) async throws -> Int64 {
        try await pool.transaction(.snapshot) { try $0.row("SELECT count(*) FROM \(tabel)")?.int(0) ?? -1 }
    }
}

/// What a piece of work throws on purpose.
struct MetOpzet: Error {}

/// The error of the client that `werk` ends with; nil when it ends well, or with another error.
func fout(_ werk: () async throws -> Void) async -> PGError? {
    do {
        try await werk()
        return nil
    } catch {
        return error as? PGError
    }
}

/// The same for work inside a transaction.
func fout(_ werk: () throws -> Void) -> PGError? {
    do {
        try werk()
        return nil
    } catch {
        return error as? PGError
    }
}

/// Waits on the connection's thread, as the work of a transaction does, for something that others do meanwhile.
func blokkeer(_ werk: @escaping @Sendable () async throws -> Void) throws {
    let klaar = DispatchSemaphore(value: 0)
    let uitkomst = Gedeeld<Result<Void, any Error>?>(nil)
    Task {
        do {
            try await werk()
            uitkomst.pas { $0 = .success(()) }
        } catch {
            uitkomst.pas { $0 = .failure(error) }
        }
        klaar.signal()
    }
    klaar.wait()
    try uitkomst.waarde?.get()
}

/// A value that tasks and threads share.
final class Gedeeld<Waarde: Sendable>: Sendable {
    private let slot: Mutex<Waarde>

    init(_ waarde: Waarde) { slot = Mutex(waarde) }

    var waarde: Waarde { slot.withLock { $0 } }

    func pas(_ wijziging: (inout Waarde) -> Void) { slot.withLock { wijziging(&$0) } }
}
