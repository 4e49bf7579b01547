// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(5)))
struct ReservekopieTests: Kopieproef {
    let proef: Proefinstallatie

    init() async throws { proef = try await Proefinstallatie() }

    @Test func `herstelproef: kopie onder schrijven, kill -9, schijf weg, herstel, en de koppen zijn gelijk`()
        async throws
    {
        let installatie = try await proef.open()
        let eerste = try await proef.dossier(0, in: installatie)
        let regied = try await proef.startGereed()
        let proef = proef
        // A writer beside the daemon, and partners that go on sending. They are told to stop, not cancelled: what is cut
        // off in the middle of a write is rightly an error of the storage.
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
        let store = try await proef.store()
        try await Wachten.tot("er wordt geschreven", binnen: 30, toelichting: { regied.foutuitvoer }) {
            try await store.readDossier(eerste).laatsteVolgnummer > 20
        }
        let gekopieerd = try #require(try await maak(installatie).first)
        await regied.dood()
        genoeg.geef()
        #expect(try await schrijver.value > 0)
        await partner.value
        await installatie.sluit()
        try proef.raakKwijt()

        let nieuw = try await proef.open()
        let hersteld = try #require(try await herstel(nieuw).first)
        #expect(hersteld.bewijs.aantal == 0, "\(hersteld.bewijs.breuken)")
        #expect(hersteld.bewijs.koppen == gekopieerd.bewijs.koppen)
        #expect(hersteld.bewijs.feiten == gekopieerd.bewijs.feiten)
        #expect(hersteld.bewijs.auditCode == gekopieerd.bewijs.auditCode)
        await nieuw.sluit()
        // The daemon goes on from there.
        let weer = try await proef.startGereed()
        #expect(try await Proefinstallatie.curl(proef.notificatie()).code == 201)
        #expect(await weer.stop() == 0)
    }

    @Test func `wat na de kopie is vernietigd, komt met herstel niet terug`() async throws {
        let installatie = try await proef.open()
        let weg = try await proef.dossier(1, in: installatie)
        let blijft = try await proef.dossier(2, in: installatie)
        let bewijs = installatie.bewijs(try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder))
        try await bewijs.verzegel(op: TestData.na(1))
        _ = try await maak(installatie)
        let later = try await proef.dossier(3, in: installatie)
        for id in [weg, later] {
            _ = try await bewijs.vernietig(id, reden: "bewaartermijn", op: installatie.klok.nu)
        }
        try await bewijs.verzegel(op: TestData.na(2))
        await installatie.sluit()
        try proef.raakKwijt()

        let nieuw = try await proef.open()
        #expect(try await herstel(nieuw, proef: true).first?.vernietigd == [weg])
        let hersteld = try #require(try await herstel(nieuw).first)
        #expect(hersteld.vernietigd == [weg])
        #expect(hersteld.bewijs.aantal == 0, "\(hersteld.bewijs.breuken)")
        let store = try await nieuw.store(proef.gemeente, als: Proefinstallatie.beheerder)
        #expect(await code { _ = try await store.readDossier(weg) } == "dossier-vernietigd")
        #expect(try await store.readDossier(blijft).laatsteVolgnummer == 2)
        // The seals of before the restore count no more, and the next one goes on from the backup.
        try await nieuw.bewijs(store).verzegel(op: TestData.na(3))
        #expect(try await nieuw.bewijs(store).controleer(hoogstens: 9).breuken.isEmpty)
        await nieuw.sluit()
    }

    @Test func `zonder bewijsbestand neemt herstel dat van de kopie, en zegt wat dan niet bekend is`() async throws {
        let installatie = try await proef.open()
        _ = try await proef.dossier(1, in: installatie)
        let bewijs = installatie.bewijs(try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder))
        try await bewijs.verzegel(op: TestData.na(1))
        _ = try await maak(installatie)
        await installatie.sluit()
        try proef.raakKwijt()
        try FileManager.default.removeItem(at: proef.bewijsbestand)
        let nieuw = try await proef.open()
        let hersteld = try #require(try await herstel(nieuw).first)
        #expect(hersteld.meldingen.contains { $0.contains("niet bekend") })
        #expect(try proef.regels().count == 1)
        #expect(hersteld.bewijs.aantal == 0)
        await nieuw.sluit()
    }

    @Test func `over een opslag heen wordt niet hersteld, en naast een regied ook niet`() async throws {
        let installatie = try await proef.open()
        let id = try await proef.dossier(1, in: installatie)
        _ = try await maak(installatie)
        #expect(await code { _ = try await herstel(installatie) } == "bestaat-al")
        let regied = try await proef.startGereed()
        #expect(await code { _ = try await herstel(installatie) } == "opslag-bezet")
        #expect(await regied.stop() == 0)
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        #expect(try await store.readDossier(id).laatsteVolgnummer == 2)
    }

    @Test func `een kopie waaraan iets is veranderd of waarvan iets mist, wordt geweigerd`() async throws {
        let installatie = try await proef.open()
        _ = try await proef.dossier(1, in: installatie)
        _ = try await maak(installatie)
        await installatie.sluit()
        try proef.raakKwijt()
        let nieuw = try await proef.open()
        #expect(await code { _ = try await herstel(nieuw, proef: true) } == nil)
        let (bestand, manifest) = ("\(kopie)/0363.sqlite", "\(kopie)/manifest.json")
        let (goed, tekst) = (
            try Data(contentsOf: URL(filePath: bestand)), try String(contentsOfFile: manifest, encoding: .utf8)
        )
        var anders = goed
        anders[goed.count / 2] ^= 1
        try anders.write(to: URL(filePath: bestand))
        #expect(await code { _ = try await herstel(nieuw) } == "verzegeling-faalt")
        try goed.prefix(goed.count / 2).write(to: URL(filePath: bestand))
        #expect(await code { _ = try await herstel(nieuw) } == "verzegeling-faalt")
        try goed.write(to: URL(filePath: bestand))
        for (van, naar) in [("\"dossiers\": 1", "\"dossiers\": 2"), ("\"versie\": 1", "\"versie\": 9")] {
            let veranderd = tekst.replacing(van, with: naar)
            #expect(veranderd != tekst)
            try Data(veranderd.utf8).write(to: URL(filePath: manifest))
            #expect(await code { _ = try await herstel(nieuw) } == "verzegeling-faalt")
        }
        try FileManager.default.removeItem(atPath: manifest)
        #expect(await code { _ = try await herstel(nieuw) } == "niet-gevonden")
        #expect(try await nieuw.inspect(proef.gemeente).migrations.isEmpty)
        try Data(tekst.utf8).write(to: URL(filePath: manifest))
        #expect(await code { _ = try await herstel(nieuw) } == nil)
        await nieuw.sluit()
    }

    @Test func `van een opslag die niet klopt komt geen reservekopie, en niet in een map waar al iets staat`()
        async throws
    {
        let installatie = try await proef.open()
        _ = try await proef.dossier(1, in: installatie)
        try proef.peuter("UPDATE gebeurtenis SET bron = 'DUO' WHERE volgnummer = 2")
        #expect(await code { _ = try await maak(installatie) } == "verzegeling-faalt")
        #expect(!FileManager.default.fileExists(atPath: "\(kopie)/manifest.json"))
        #expect(await code { _ = try await maak(installatie) } == "bestaat-al")
        await installatie.sluit()
    }

    @Test func `in een kopie staan geen sleutels`() async throws {
        let installatie = try await proef.open()
        _ = try await proef.dossier(1, in: installatie)
        _ = try await maak(installatie)
        let sleutel = try String(contentsOf: proef.map.appending(path: "keys/0363.key"), encoding: .utf8)
            .split(separator: "\n").last?.split(separator: " ").last
        let geheim = Data(try #require(sleutel).utf8)
        for naam in try FileManager.default.contentsOfDirectory(atPath: kopie) {
            #expect(!naam.hasSuffix(".key"))
            #expect(try Data(contentsOf: URL(filePath: "\(kopie)/\(naam)")).range(of: geheim) == nil)
        }
        await installatie.sluit()
    }
}
