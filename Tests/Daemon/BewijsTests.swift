// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(3)))
struct BewijsTests {
    private let proef: Proefinstallatie
    private let installatie: Installatie
    private let bewijs: Bewijs

    init() async throws {
        proef = try await Proefinstallatie()
        installatie = try await proef.open()
        bewijs = installatie.bewijs(try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder))
    }

    private func breuken() async throws -> [String] {
        try await bewijs.controleer(hoogstens: 20).breuken.map { "\($0.waar): \($0.wat)" }
    }

    @Test func `elke dag komt er een regel bij in het bewijsbestand, alleen voor de eigenaar`() async throws {
        _ = try await proef.dossier(1, in: installatie)
        for dag in 0..<3 { try await bewijs.verzegel(op: TestData.na(dag * 1440)) }
        #expect(try proef.regels().count == 3)
        #expect(try await breuken() == [])
        let rechten = try FileManager.default.attributesOfItem(atPath: proef.bewijsbestand.path)[.posixPermissions]
        #expect(rechten as? Int == 0o600)
        let tekst = try proef.regels().joined()
        #expect(!tekst.contains(TestIdentity.bsn(1).cijfers) && !tekst.contains("Naam1"))
    }

    @Test func `een zegel dat niet meer in het bestand kwam, komt er de volgende keer bij`() async throws {
        _ = try await bewijs.store.seal(op: TestData.na(1))
        #expect(try await breuken().contains { $0.contains("staat niet in het bewijsbestand") } == false)
        try await bewijs.verzegel(op: TestData.na(2))
        #expect(try proef.regels().count == 2)
        _ = try await bewijs.store.seal(op: TestData.na(3))
        #expect(try await breuken() == ["zegel 3: Dit zegel staat niet in het bewijsbestand."])
        try await bewijs.vulAan()
        #expect(try await breuken() == [])
    }

    @Test func `een byte die anders is, een regel weg of erbij in het bewijsbestand wordt gevonden`() async throws {
        for dag in 0..<3 { try await bewijs.verzegel(op: TestData.na(dag)) }
        let goed = try Data(contentsOf: proef.bewijsbestand)
        for plaats in stride(from: 0, to: goed.count, by: 97) {
            var anders = goed
            anders[plaats] ^= 1
            try anders.write(to: proef.bewijsbestand)
            #expect(try await !breuken().isEmpty, "byte \(plaats)")
        }
        let regels = String(decoding: goed, as: UTF8.self).split(separator: "\n").map { "\($0)\n" }
        for weg in 0..<3 {
            let rest = regels.enumerated().filter { $0.offset != weg }.map(\.element).joined()
            try Data(rest.utf8).write(to: proef.bewijsbestand)
            // The first ones may be of before the file was begun; the chain of lines says that they are not.
            #expect(try await !breuken().isEmpty, "zonder regel \(weg + 1)")
        }
        try Data((regels.joined() + regels[2]).utf8).write(to: proef.bewijsbestand)
        #expect(try await !breuken().isEmpty)
        try goed.write(to: proef.bewijsbestand)
        #expect(try await breuken() == [])
    }

    @Test func `een regel die half geschreven bleef, wordt overgedaan en is dan geen breuk`() async throws {
        try await bewijs.verzegel(op: TestData.na(1))
        let zegel = try await bewijs.store.seal(op: TestData.na(2))
        try await bewijs.vulAan()
        let heel = try String(contentsOf: proef.bewijsbestand, encoding: .utf8)
        try Data(heel.dropLast(40).utf8).write(to: proef.bewijsbestand)
        #expect(try await !breuken().isEmpty)
        try await bewijs.vulAan()
        #expect(try proef.regels().count == 3)
        #expect(try await breuken() == [])
        #expect(zegel.nummer == 2)
    }

    @Test func `wie de hele opslag door een oudere vervangt, wordt gevonden`() async throws {
        let id = try await proef.dossier(1, in: installatie)
        try await bewijs.verzegel(op: TestData.na(1))
        let map = proef.map.appending(path: "kopie").path()
        _ = try await installatie.kopieerder.maak(in: map, als: Proefinstallatie.beheerder)
        let dienst = try await installatie.dienst(proef.gemeente, als: Proefinstallatie.beheerder)
        _ = try await dienst.leg(vast: [TestData.uren(9)], in: id, reden: "later")
        try await bewijs.verzegel(op: TestData.na(2))
        await installatie.sluit()
        try proef.raakKwijt()
        let data = proef.map.appending(path: "data")
        try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
        try FileManager.default.copyItem(atPath: "\(map)/0363.sqlite", toPath: data.appending(path: "0363.sqlite").path)
        let weer = try await proef.open()
        let uitkomst = try await weer.bewijs(weer.store(proef.gemeente, als: Proefinstallatie.beheerder)).controleer(
            hoogstens: 9
        )
        #expect(uitkomst.breuken.map(\.waar) == ["zegel 2"])
        await weer.sluit()
    }

    @Test func `wat buiten Regie om verandert, vindt audit verify, en het volgende zegel blijft uit`() async throws {
        _ = try await proef.dossier(1, in: installatie)
        let tweede = try await proef.dossier(2, in: installatie)
        try await bewijs.verzegel(op: TestData.na(1))
        for sql in ["UPDATE gebeurtenis SET bron = 'DUO' WHERE volgnummer = 2", "DELETE FROM audit WHERE nr = 2"] {
            try proef.peuter(sql)
            #expect(try await !breuken().isEmpty, "\(sql)")
        }
        try proef.peuter("DELETE FROM gebeurtenis; DELETE FROM zoeksleutel; DELETE FROM werkregel")
        #expect(try await breuken().contains { $0.hasPrefix("dossier \(tweede)") })
        await #expect(throws: RegieFout.self) { try await bewijs.verzegel(op: TestData.na(2)) }
        #expect(try proef.regels().count == 1)
    }

    @Test func `de taak verzegeling zet een zegel en een auditregel`() async throws {
        let store = bewijs.store
        let taak = Verzegeling(bewijs: { installatie.bewijs($0) }, klok: installatie.klok)
        let id = try #require(try await store.enqueue([NewJob("verzegeling", vanaf: TestData.moment)]).first ?? nil)
        try await taak.run(try #require(try await store.findJob(id)), in: store)
        #expect(try await store.listSeals(na: 0, limiet: 9).count == 1)
        #expect(try await store.listAudit(object: "zegel 1", actor: nil, voor: nil, limiet: 9).count == 1)
        #expect(try proef.regels().count == 1)
    }
}
