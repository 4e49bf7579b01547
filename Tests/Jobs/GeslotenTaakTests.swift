// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Logging
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

@testable import Jobs

@Suite(.timeLimit(.minutes(2)))
struct GeslotenTaakTests {
    @Test func `een taak die niet opengaat staat in het log, en een ronde doet wat erachter ligt`() async throws {
        let opslag = try await Opslagproef()
        let nu = Systeemklok().nu
        let oud = try await opslag.store().enqueue([NewJob("werk", prioriteit: 1, vanaf: nu)]).first ?? nil
        // Its key goes: what was sealed under it opens nowhere any more.
        let keys = opslag.map.appending(path: "keys").path()
        try KeyRing.rotate(opslag.gemeenten[0], in: keys)
        try KeyRing.retire(1, of: opslag.gemeenten[0], in: keys)
        let engine = SQLiteEngine(
            path: opslag.map.appending(path: "data").path(),
            keys: try KeyRing.load(from: keys, credentials: nil)
        )
        let toegang = Toegang(actor: "proef", rol: .systeem, doel: "proef", oorsprong: "proef")
        let store = try await engine.open(opslag.gemeenten[0], als: toegang)
        let nieuw = try await store.enqueue([NewJob("werk", vanaf: nu)]).first ?? nil
        let regels = Verslag<String>()
        let gedaan = Verslag<Int64>()
        let motor = JobEngine(
            stores: [store],
            handlers: [Proefwerk("werk") { job, _ in gedaan.noteer(job.id) }],
            schedules: [],
            settings: vlug(),
            logger: Logger(label: "proef") { _ in Meelezer(regels: regels) }
        )
        let ronde = try await motor.runOnce()
        #expect(gedaan.alles.map(Optional.some) == [nieuw])
        #expect(ronde.done == 1 && ronde.failed == 1)
        let fout = regels.alles.filter { $0.hasPrefix("error") }
        #expect(fout.count == 1 && fout.first?.contains("verzegeling-faalt") == true, "\(regels.alles)")
        #expect(fout.first?.contains("job=\(oud ?? 0)") == true, "\(fout)")
        await engine.close()
    }
}

/// Remembers what is logged.
private struct Meelezer: LogHandler {
    let regels: Verslag<String>
    var metadata: Logger.Metadata = [:]
    var logLevel: Logger.Level = .info
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        let velden = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
        regels.noteer("\(event.level) \(event.message) \(velden)")
    }
}
