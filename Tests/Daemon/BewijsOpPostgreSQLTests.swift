// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

/// The proof as an operator meets it, with the storage on PostgreSQL: a real daemon, and this process beside it.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(3)))
struct BewijsOpPostgreSQLTests {
    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE bewijs_eigenaar LOGIN; CREATE ROLE bewijs_app LOGIN")
    }

    /// An installation of which the storage is a database of its own; migrated.
    private func maak() async throws -> (Proefinstallatie, Installatie) {
        _ = try await Self.rollen.value
        let server = try await PostgresServer.shared()
        let database = try await server.createDatabase()
        try await server.execute("ALTER DATABASE \(database) OWNER TO bewijs_eigenaar")
        let proef = try await Proefinstallatie()
        let bestand = proef.map.appending(path: "regie.yaml")
        let opslag = """
            storage:
              kind: postgresql
              url: "\(server.url(database: database, user: "bewijs_app"))"
              migratieUrl: "\(server.url(database: database, user: "bewijs_eigenaar"))"
            """
        let config = try String(contentsOf: bestand, encoding: .utf8)
            .replacing("storage: { kind: sqlite, path: data }", with: opslag)
        try Data(config.utf8).write(to: bestand)
        let installatie = try await proef.open()
        _ = try await installatie.migrate(proef.gemeente)
        return (proef, installatie)
    }

    @Test func `regied verzegelt en herverzegelt terwijl een ander proces schrijft en vernietigt`() async throws {
        let (proef, installatie) = try await maak()
        let eerste = try await proef.dossier(1, in: installatie)
        let regied = try await proef.startGereed()
        #expect(try await Proefinstallatie.curl(proef.notificatie()).code == 201)
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        let bewijs = installatie.bewijs(store)
        let beheer = installatie.sleutelbeheer(store)
        let vanaf = installatie.klok.nu.plus(milliseconden: 7_000)
        #expect(try await beheer.roteer(vanaf: vanaf, proef: false) == 2)
        _ = try await store.enqueue([NewJob(Verzegeling.soort, vanaf: installatie.klok.nu, uniek: "proef")])
        let tweede = try await proef.dossier(2, in: installatie)
        try await Wachten.tot("verzegeld", binnen: 30, toelichting: { regied.foutuitvoer }) {
            try await !store.listSeals(na: 0, limiet: 1).isEmpty
        }
        try await Wachten.tot("herverzegeld", binnen: 60, toelichting: { regied.foutuitvoer }) {
            let lijst = try await beheer.lijst()
            return lijst[0].totaal == 0 && lijst[1].totaal > 0
        }
        // Later than the seal that the daemon made.
        _ = try await bewijs.vernietig(eerste, reden: "bewaartermijn", op: installatie.klok.nu)
        try await beheer.verwijder(1, nu: vanaf.plus(milliseconden: Sleutelbeheer.aanloop), proef: false)
        #expect(try await store.readDossier(tweede).laatsteVolgnummer == 2)
        let zegel = try await bewijs.verzegel(op: installatie.klok.nu)
        #expect(zegel.vernietigd == 1)
        #expect(zegel.dossiers == 2)
        let controle = try await bewijs.controleer(hoogstens: 9)
        #expect(controle.breuken == [])
        // Two seals and a destroyed dossier.
        #expect(try proef.regels().count == 3)
        #expect(await regied.stop() == 0)
        await installatie.sluit()
    }
}
