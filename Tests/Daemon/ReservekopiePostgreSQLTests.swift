// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

/// Backup and restore of an installation on PostgreSQL, with real daemons, as the role that owns nothing.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"), .timeLimit(.minutes(5)))
struct ReservekopiePostgreSQLTests: Kopieproef {
    private static let rollen = Task {
        let server = try await PostgresServer.shared()
        try await server.execute("CREATE ROLE kopie_eigenaar LOGIN; CREATE ROLE kopie_app LOGIN")
    }

    private let server: PostgresServer
    private let database: String
    let proef: Proefinstallatie

    init() async throws {
        _ = try await Self.rollen.value
        server = try await PostgresServer.shared()
        database = try await server.createDatabase()
        try await server.execute("ALTER DATABASE \(database) OWNER TO kopie_eigenaar")
        let (app, eigenaar) = (
            server.url(database: database, user: "kopie_app"), server.url(database: database, user: "kopie_eigenaar")
        )
        proef = try await Proefinstallatie(
            storage: "{ kind: postgresql, url: \"\(app)\", migratieUrl: \"\(eigenaar)\", pool: 4 }"
        )
    }

    /// The database is gone, as with the machine that it stood on; an empty one has its name.
    private func raakKwijt() async throws {
        try await server.dropDatabase(database)
        try await server.execute("CREATE DATABASE \(database) OWNER kopie_eigenaar")
    }

    private func open() async throws -> Installatie {
        let installatie = try await proef.open()
        _ = try await installatie.migrate(proef.gemeente)
        return installatie
    }

    @Test func `herstelproef: kopie onder schrijven, kill -9, database weg, herstel, en de koppen zijn gelijk`()
        async throws
    {
        let installatie = try await open()
        let eerste = try await proef.dossier(0, in: installatie)
        let regied = try await proef.startGereed()
        let proef = proef
        let genoeg = Teken()
        let schrijver = Task {
            let dienst = try await installatie.dienst(proef.gemeente, als: Proefinstallatie.beheerder)
            var aantal = 0
            while !genoeg.isGegeven {
                _ = try await dienst.leg(vast: [TestData.uren(aantal)], in: eerste, reden: "proef")
                aantal += 1
            }
            return aantal
        }
        let partner = Task {
            while !genoeg.isGegeven { _ = try? await Proefinstallatie.curl(proef.notificatie()) }
        }
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        try await Wachten.tot("er wordt geschreven", binnen: 60, toelichting: { regied.foutuitvoer }) {
            try await store.readDossier(eerste).laatsteVolgnummer > 20
        }
        let gekopieerd = try #require(try await maak(installatie).first)
        await regied.dood()
        genoeg.geef()
        #expect(try await schrijver.value > 0)
        await partner.value
        await installatie.sluit()
        try await raakKwijt()

        let nieuw = try await proef.open()
        let hersteld = try #require(try await herstel(nieuw).first)
        #expect(hersteld.bewijs.aantal == 0, "\(hersteld.bewijs.breuken)")
        #expect(hersteld.bewijs.koppen == gekopieerd.bewijs.koppen)
        #expect(hersteld.bewijs.feiten == gekopieerd.bewijs.feiten)
        #expect(hersteld.bewijs.auditCode == gekopieerd.bewijs.auditCode)
        #expect(await code { _ = try await herstel(nieuw) } == "bestaat-al")
        await nieuw.sluit()
        let weer = try await proef.startGereed()
        #expect(try await Proefinstallatie.curl(proef.notificatie()).code == 201)
        #expect(await weer.stop() == 0)
    }

    @Test func `een kopie waarin een byte is veranderd, wordt geweigerd en laat de database leeg`() async throws {
        let installatie = try await open()
        let id = try await proef.dossier(1, in: installatie)
        _ = try await maak(installatie)
        await installatie.sluit()
        try await raakKwijt()
        let nieuw = try await proef.open()
        #expect(await code { _ = try await herstel(nieuw, proef: true) } == nil)
        #expect(try await nieuw.inspect(proef.gemeente).migrations.isEmpty, "een proef schrijft niets")
        let bestand = URL(filePath: "\(kopie)/0363.sqlite")
        let goed = try Data(contentsOf: bestand)
        var anders = goed
        anders[goed.count / 2] ^= 1
        try anders.write(to: bestand)
        #expect(await code { _ = try await herstel(nieuw) } == "verzegeling-faalt")
        #expect(try await nieuw.inspect(proef.gemeente).migrations.isEmpty)
        try goed.write(to: bestand)
        #expect(try await herstel(nieuw).first?.bewijs.aantal == 0)
        let store = try await nieuw.store(proef.gemeente, als: Proefinstallatie.beheerder)
        #expect(try await store.readDossier(id).laatsteVolgnummer == 2)
        await nieuw.sluit()
    }

    @Test func `van een database waaruit een bericht is weggehaald, komt geen reservekopie`() async throws {
        let installatie = try await open()
        _ = try await proef.dossier(1, in: installatie)
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        _ = try await store.receive((1...3).map { TestData.inkomend("i-\($0)") })
        try await server.execute("DELETE FROM regie.inbox WHERE bericht_id = 'i-2'", database: database)
        #expect(await code { _ = try await maak(installatie) } == "verzegeling-faalt")
        #expect(!FileManager.default.fileExists(atPath: "\(kopie)/manifest.json"))
        await installatie.sluit()
    }

    @Test func `een kopie van SQLite herstelt op PostgreSQL, en wat daarna is vernietigd komt niet terug`() async throws
    {
        let sqlite = try await Proefinstallatie()
        let oud = try await sqlite.open()
        let weg = try await sqlite.dossier(1, in: oud)
        let blijft = try await sqlite.dossier(2, in: oud)
        let bewijs = oud.bewijs(try await oud.store(sqlite.gemeente, als: Proefinstallatie.beheerder))
        try await bewijs.verzegel(op: TestData.na(1))
        _ = try await oud.kopieerder.maak(in: kopie, als: Proefinstallatie.beheerder)
        _ = try await bewijs.vernietig(weg, reden: "bewaartermijn", op: oud.klok.nu)
        await oud.sluit()
        // The same gemeente with its keys and its proof file, on another machine with PostgreSQL.
        for naam in ["keys", "bewijs"] {
            try? FileManager.default.removeItem(at: proef.map.appending(path: naam))
            try FileManager.default.copyItem(at: sqlite.map.appending(path: naam), to: proef.map.appending(path: naam))
        }
        let nieuw = try await proef.open()
        let hersteld = try #require(try await herstel(nieuw).first)
        #expect(hersteld.vernietigd == [weg])
        #expect(hersteld.bewijs.aantal == 0, "\(hersteld.bewijs.breuken)")
        let store = try await nieuw.store(proef.gemeente, als: Proefinstallatie.beheerder)
        #expect(await code { _ = try await store.readDossier(weg) } == "dossier-vernietigd")
        #expect(try await store.readDossier(blijft).laatsteVolgnummer == 2)
        await nieuw.sluit()
    }
}
