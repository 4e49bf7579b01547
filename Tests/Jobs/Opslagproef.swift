// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import Logging
import Sealing
import StorageSQLite
import Synchronization
import Testing

/// A real storage in a folder of its own.
final class Opslagproef: Sendable {
    let map: URL
    let engine: SQLiteEngine
    let gemeenten: [Gemeentecode]

    init(_ codes: [String] = ["0363"]) async throws {
        map = FileManager.default.temporaryDirectory.appending(path: "regie-jobs-\(UUID().uuidString)")
        gemeenten = codes.compactMap { Gemeentecode($0) }
        let keys = map.appending(path: "keys").path()
        for gemeente in gemeenten { try KeyRing.generate(gemeente, in: keys) }
        engine = SQLiteEngine(
            path: map.appending(path: "data").path(),
            keys: try KeyRing.load(from: keys, credentials: nil)
        )
        for gemeente in gemeenten { _ = try await engine.migrate(gemeente) }
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    func store(_ plaats: Int = 0) async throws -> any GemeenteStore {
        try await engine.open(
            gemeenten[plaats],
            als: Toegang(actor: "proef", rol: .systeem, doel: "proef", oorsprong: "proef")
        )
    }
}

/// A clock that stands still until it is moved.
final class Proefklok: Klok {
    private let stand: Mutex<Tijdstip>
    init(_ begin: Tijdstip) { stand = Mutex(begin) }
    var nu: Tijdstip { stand.withLock { $0 } }
    func zet(_ tijdstip: Tijdstip) { stand.withLock { $0 = tijdstip } }
    func verder(milliseconden: Int64) { stand.withLock { $0 = $0.plus(milliseconden: milliseconden) } }
}

/// Does what it is given, and remembers what it ran.
struct Proefwerk: JobHandler {
    let soort: String
    let werk: @Sendable (Job, any GemeenteStore) async throws -> Void
    init(_ soort: String, _ werk: @escaping @Sendable (Job, any GemeenteStore) async throws -> Void) {
        self.soort = soort
        self.werk = werk
    }
    func run(_ job: Job, in store: any GemeenteStore) async throws { try await werk(job, store) }
}

/// What was seen, in order.
final class Verslag<T: Sendable>: Sendable {
    private let lijst = Mutex<[T]>([])
    func noteer(_ ding: T) { lijst.withLock { $0.append(ding) } }
    var alles: [T] { lijst.withLock { $0 } }
}

/// Settings in which a test needs no patience.
/// `silence` is long, so that a machine that is busy with other tests is not taken for a process that died; a test of the
/// rescue shortens it.
func vlug(
    workers: Int = 4,
    exclusive: Bool = false,
    silence: Duration = .seconds(60),
    grace: Duration = .seconds(60)
) -> JobEngine.Settings {
    JobEngine.Settings(
        workers: workers,
        heartbeat: .milliseconds(100),
        silence: silence,
        poll: .milliseconds(50),
        look: .milliseconds(50),
        tick: .milliseconds(10),
        grace: grace,
        interruptGrace: .seconds(5),
        exclusive: exclusive,
        backoff: Backoff(first: 20, longest: 40)
    )
}

let stil = Logger(label: "proef") { _ in SwiftLogNoOpLogHandler() }
