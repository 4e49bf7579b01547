// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Synchronization
import Testing

@testable import RegieRuntime

/// What processes share on PostgreSQL, with the log before it and with more than one gemeente.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct LogboekOpPostgreSQLTests {
    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE logboek_eigenaar LOGIN; CREATE ROLE logboek_app LOGIN")
    }

    /// An installation of which the storage is a database of its own; not migrated.
    private func maak() async throws -> (proef: Proefinstallatie, server: PostgresServer, database: String) {
        _ = try await Self.rollen.value
        let server = try await PostgresServer.shared()
        let database = try await server.createDatabase()
        try await server.execute("ALTER DATABASE \(database) OWNER TO logboek_eigenaar")
        let opslag =
            "{ kind: postgresql, url: \"\(server.url(database: database, user: "logboek_app"))\", "
            + "migratieUrl: \"\(server.url(database: database, user: "logboek_eigenaar"))\" }"
        return (try await Proefinstallatie(storage: opslag, logboek: "logboek"), server, database)
    }

    @Test func `een deel van de nacht waarvan de logregels er niet staan is niet klaar, en krijgt ze de volgende keer`()
        async throws
    {
        let (proef, _, _) = try await maak()
        let installatie = try await proef.open()
        _ = try await installatie.migrate(proef.gemeente)
        for plaats in 0..<3 { _ = try await proef.dossier(plaats, in: installatie) }
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        let nu = installatie.klok.nu
        func taak(_ soort: String) async throws -> Job {
            _ = try await store.enqueue([NewJob(soort, vanaf: nu)])
            return try #require(try await store.claim(soorten: [soort], aantal: 1, door: "proef", op: nu).first)
        }
        let nacht = try #require(store.inDelen(omvang: 10))
        let plan = Nachtplan(
            peildatum: installatie.klok.vandaag,
            omvang: 10,
            tijdstip: nu,
            taak: { _ in NewJob("deel", vanaf: nu) },
            opgegeven: { _ in AuditRegel("nacht", object: "opgegeven", door: Proefinstallatie.beheerder, op: nu) }
        )
        let begin = try await nacht.beginNight(plan, greep: try await taak("nacht").greep)
        #expect(begin.delen == 1)
        let greep = try await taak("deel").greep
        let logboek = Logproef(map: proef.map.appending(path: "logboek"))
        let opzij = proef.map.appending(path: "opzij")
        func doe(_ halverwege: @escaping @Sendable () throws -> Void) async throws -> Deeluitkomst? {
            try await nacht.assessPart(
                Nachtdeel(nacht: begin.nacht, nummer: 1),
                greep: greep,
                op: nu,
                omvang: 10,
                verwerk: { _, _ in
                    try? halverwege()
                    return []
                },
                voorKlaar: {},
                verslag: { _ in AuditRegel("nacht", object: "klaar", door: Proefinstallatie.beheerder, op: nu) }
            )
        }
        let voor = try logboek.spans().count
        let weg = Mutex(false)
        await #expect(throws: RegieFout.self) {
            _ = try await doe {
                try weg.withLock { weg in
                    guard !weg else { return }
                    weg = true
                    // The disk of the log goes away while the part is under way.
                    try FileManager.default.moveItem(at: proef.map.appending(path: "logboek"), to: opzij)
                    try Data().write(to: proef.map.appending(path: "logboek"))
                }
            }
        }
        #expect(weg.withLock { $0 })
        try FileManager.default.removeItem(at: proef.map.appending(path: "logboek"))
        try FileManager.default.moveItem(at: opzij, to: proef.map.appending(path: "logboek"))
        #expect(try await doe {}?.nacht?.gezien == 3)
        // One for each of them, under one for the whole: counted once.
        #expect(try logboek.spans().count == voor + 4)
        await installatie.sluit()
    }

    @Test func `regied werkt de opslag van elke gemeente bij, ook als zij er een delen`() async throws {
        let (proef, server, database) = try await maak()
        let tweede = try #require(Gemeentecode("0599"))
        try KeyRing.generate(tweede, in: proef.map.appending(path: "keys").path())
        let bestand = proef.map.appending(path: "regie.yaml")
        let regel = "gemeenten: { \"0363\": { naam: Amsterdam, oin: \"\(Proefinstallatie.oin)\" }"
        let config = try String(contentsOf: bestand, encoding: .utf8)
        try #require(config.contains(regel))
        try Data(
            config.replacing(regel, with: regel + ", \"0599\": { naam: Rotterdam, oin: \"00000001002564440001\" }").utf8
        ).write(to: bestand)
        let installatie = try await proef.open()
        _ = try await installatie.migrate(proef.gemeente)
        await installatie.sluit()
        // As it was before the last step, and before anything was noted of the second gemeente.
        try await server.execute(
            """
            ALTER TABLE regie.inbox DROP COLUMN taak, DROP COLUMN lease;
            ALTER TABLE regie.outbox DROP COLUMN taak, DROP COLUMN lease;
            DELETE FROM regie.migratie WHERE naam = '007-greep'
            """,
            database: database
        )
        let regied = try await proef.startGereed()
        #expect(try await server.execute("SELECT count(*) FROM regie.teller", database: database).contains("2"))
        #expect(await regied.stop() == 0)
    }
}
