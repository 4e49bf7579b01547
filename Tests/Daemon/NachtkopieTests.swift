// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import RegieTestKit
import Testing

@testable import RegieRuntime

/// A copy that was made while a night was under way on PostgreSQL, restored by the real program: the night is done there.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct NachtkopieTests {
    enum Doel: CaseIterable {
        case sqlite, postgresql
        /// Restored on SQLite, and moved from there before any daemon ran on it.
        case verhuisd
    }

    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE nacht_eigenaar LOGIN; CREATE ROLE nacht_app LOGIN")
    }

    private static func database() async throws -> (server: PostgresServer, storage: String) {
        _ = try await rollen.value
        let server = try await PostgresServer.shared()
        let naam = try await server.createDatabase()
        try await server.execute("ALTER DATABASE \(naam) OWNER TO nacht_eigenaar")
        let (app, eigenaar) = (
            server.url(database: naam, user: "nacht_app"), server.url(database: naam, user: "nacht_eigenaar")
        )
        return (server, "{ kind: postgresql, url: \"\(app)\", migratieUrl: \"\(eigenaar)\", pool: 4 }")
    }

    @Test(arguments: Doel.allCases)
    func `een kopie van midden in de nacht maakt die nacht op de nieuwe plek af, zonder mislukte taken`(doel: Doel)
        async throws
    {
        let bron = try await Proefinstallatie(storage: try await Self.database().storage)
        let oud = try await bron.open()
        _ = try await oud.migrate(bron.gemeente)
        var ids: [DossierID] = []
        for plaats in 0..<5 { ids.append(try await bron.dossier(plaats, in: oud)) }
        let store = try await oud.store(bron.gemeente, als: Proefinstallatie.beheerder)
        try await beginNacht(oud, store)
        let kopie = bron.map.appending(path: "kopie").path()
        _ = try await oud.kopieerder.maak(in: kopie, als: Proefinstallatie.beheerder)
        await oud.sluit()

        let plek = doel == .postgresql ? try await Self.database().storage : "{ kind: sqlite, path: nieuw }"
        var nieuw = try await neef(van: bron, op: plek)
        var installatie = try await nieuw.open()
        _ = try await installatie.hersteller.herstel(
            uit: kopie,
            als: Proefinstallatie.beheerder,
            reden: "proef",
            proef: false
        )
        if doel == .verhuisd {
            let verder = try await neef(van: nieuw, op: try await Self.database().storage)
            let daar = try await verder.open()
            guard case .postgresql(let server) = daar.config.storage else { throw Proeffout(description: "geen doel") }
            let verhuizer = try Verhuizer(installatie, naar: server)
            _ = try await verhuizer.verhuis(
                [nieuw.gemeente],
                als: Proefinstallatie.beheerder,
                reden: "proef",
                proef: false,
                voortgang: { _ in }
            )
            await verhuizer.sluit()
            await installatie.sluit()
            (nieuw, installatie) = (verder, daar)
        }
        let daar = try await installatie.store(nieuw.gemeente, als: Proefinstallatie.beheerder)
        let regied = try await nieuw.startGereed()
        try await Wachten.tot("geen deel en geen nacht staat nog open", binnen: 60, toelichting: { regied.foutuitvoer })
        {
            try await daar.listJobs(status: nil, limiet: 99).allSatisfy {
                !$0.soort.hasPrefix(Termijnbewaking.soort) || $0.status == .gedaan || $0.status == .mislukt
            }
        }
        #expect(await regied.stop() == 0)
        #expect(try await daar.listJobs(status: .mislukt, limiet: 99).isEmpty)
        let regels = try await daar.listAudit(object: nil, actor: nil, voor: nil, limiet: 999).map(\.regel)
        let nachten = regels.filter { $0.actie == Termijnbewaking.soort }
        #expect(nachten.count == 1, "\(nachten)")
        #expect(nachten.first?.object.hasPrefix("5 dossiers") == true && nachten.first?.resultaat == "gelukt")
        #expect(regied.foutuitvoer.contains("die hier niet is begonnen"), "\(regied.foutuitvoer)")
        // The next night is as any.
        let nogEens = NewJob(Termijnbewaking.soort, vanaf: installatie.klok.nu, uniek: Termijnbewaking.soort)
        #expect(try await daar.enqueue([nogEens]).compactMap { $0 }.count == 1)
        await installatie.sluit()
    }

    /// An installation on another storage with the same keys and proof.
    private func neef(van bron: Proefinstallatie, op plek: String) async throws -> Proefinstallatie {
        let nieuw = try await Proefinstallatie(storage: plek)
        for naam in ["keys", "bewijs"] {
            try? FileManager.default.removeItem(at: nieuw.map.appending(path: naam))
            try? FileManager.default.copyItem(at: bron.map.appending(path: naam), to: nieuw.map.appending(path: naam))
        }
        return nieuw
    }

    /// As the tick of a schedule begins one: its job is done, and its three parts wait.
    private func beginNacht(_ installatie: Installatie, _ store: any GemeenteStore) async throws {
        let nu = try #require(try await store.servertijd())
        let schema = try #require(installatie.config.schedules[Termijnbewaking.soort])
        let tik = try #require(schema.cron.laatste(totEnMet: nu))
        let eigen = NewJob(Termijnbewaking.soort, prioriteit: 40, vanaf: tik, uniek: Termijnbewaking.soort)
        #expect(try await store.tick(Termijnbewaking.soort, op: tik, job: eigen))
        let taak = try #require(
            try await store.claim(soorten: [Termijnbewaking.soort], aantal: 1, door: "proef", op: nu).first
        )
        try await Termijnbewaking(dienst: { installatie.dienst(op: $0) }, perDeel: 2).run(taak, in: store)
        #expect(try await store.complete(taak.id, lease: taak.lease, op: nu))
        #expect(try await store.listJobs(status: .klaar, limiet: 9).filter { $0.soort == Nachtwerk.soort }.count == 3)
        // One of them is at work: the process that does it is not there where the copy goes.
        let straks = try #require(try await store.servertijd())
        #expect(try await store.claim(soorten: [Nachtwerk.soort], aantal: 1, door: "proef", op: straks).count == 1)
    }
}
