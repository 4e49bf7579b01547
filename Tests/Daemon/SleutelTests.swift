// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(3)))
struct SleutelTests {
    private func code(_ werk: () async throws -> Void) async -> String? {
        do {
            try await werk()
            return nil
        } catch {
            return (error as? RegieFout)?.code.rawValue ?? "\(error)"
        }
    }

    @Test func `een draaiende regied leest de nieuwe sleutel zonder herstart en brengt alles eronder`() async throws {
        let proef = try await Proefinstallatie()
        let installatie = try await proef.open()
        let id = try await proef.dossier(1, in: installatie)
        let regied = try await proef.startGereed()
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        let beheer = installatie.sleutelbeheer(store)
        // Sooner than an operator would: the daemon looks every five seconds.
        let vanaf = installatie.klok.nu.plus(milliseconden: 7_000)
        #expect(try await beheer.roteer(vanaf: vanaf, proef: false) == 2)
        #expect(await code { _ = try await beheer.roteer(vanaf: vanaf, proef: false) } == "geweigerd")
        try await Wachten.tot("herverzegeld", binnen: 60, toelichting: { regied.foutuitvoer }) {
            let lijst = try await beheer.lijst()
            return lijst[0].totaal == 0 && lijst[1].totaal > 0
        }
        #expect(regied.foutuitvoer.contains("sleutels opnieuw gelezen"))
        // The daemon goes on receiving, now under the new version.
        #expect(try await Proefinstallatie.curl(proef.notificatie()).code == 201)
        #expect(await code { try await beheer.verwijder(2, nu: installatie.klok.nu, proef: false) } == "geweigerd")
        #expect(await code { try await beheer.verwijder(1, nu: installatie.klok.nu, proef: false) } == "geweigerd")
        let later = vanaf.plus(milliseconden: Sleutelbeheer.aanloop)
        try await beheer.verwijder(1, nu: later, proef: true)
        #expect(try await beheer.lijst().map(\.versie.isFull) == [true, true])
        try await beheer.verwijder(1, nu: later, proef: false)
        #expect(try await beheer.lijst().map(\.versie.isFull) == [false, true])
        #expect(try await store.readDossier(id).laatsteVolgnummer == 2)
        #expect(try await installatie.bewijs(store).controleer(hoogstens: 9).breuken.isEmpty)
        #expect(await regied.stop() == 0)
        await installatie.sluit()
    }

    @Test func `een verkeerd sleutelbestand onder een draaiende regied wordt niet gebruikt, en dat is te zien`()
        async throws
    {
        let proef = try await Proefinstallatie()
        let installatie = try await proef.open()
        let regied = try await proef.startGereed()
        let bestand = proef.map.appending(path: "keys/0363.key")
        let eigen = try Data(contentsOf: bestand)
        let elders = proef.map.appending(path: "elders")
        try KeyRing.generate(proef.gemeente, in: elders.path())
        func zet(_ sleutel: Data) throws {
            try sleutel.write(to: bestand, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: bestand.path())
        }
        try zet(try Data(contentsOf: elders.appending(path: "0363.key")))
        try await Wachten.tot("geweigerd", binnen: 30, toelichting: { regied.foutuitvoer }) {
            regied.foutuitvoer.contains("sleutels geweigerd; de vorige blijven in gebruik")
        }
        #expect(regied.foutuitvoer.contains("0363.key over van de machine"), "\(regied.foutuitvoer)")
        #expect(!regied.foutuitvoer.contains("sleutels opnieuw gelezen"))
        let (code, tekst) = try await proef.vraag("/health")
        #expect(code == 503 && tekst.contains("hoort niet bij deze opslag"), "\(tekst)")
        // It goes on under its own key: what it takes now, whoever has that key can read.
        #expect(try await proef.vraag("/health/ready").code == 200)
        #expect(try await Proefinstallatie.curl(proef.notificatie()).code == 201)
        try zet(eigen)
        try await Wachten.tot("weer goed", binnen: 30, toelichting: { regied.foutuitvoer }) {
            try await proef.vraag("/health").code == 200
        }
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        #expect(try await installatie.bewijs(store).controleer(hoogstens: 9).breuken.isEmpty)
        #expect(await regied.stop() == 0)
        await installatie.sluit()
    }

    @Test func `zolang er iets onder is verzegeld, blijft een sleutel`() async throws {
        let proef = try await Proefinstallatie()
        let installatie = try await proef.open()
        _ = try await proef.dossier(1, in: installatie)
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        let beheer = installatie.sleutelbeheer(store)
        let nu = installatie.klok.nu
        #expect(try await beheer.roteer(vanaf: nu, proef: true) == 2)
        #expect(try await beheer.lijst().count == 1)
        _ = try await beheer.roteer(vanaf: nu.plus(milliseconden: -600_000), proef: false)
        #expect(await code { try await beheer.verwijder(1, nu: nu, proef: false) } == "geweigerd")
        #expect(await code { try await beheer.verwijder(9, nu: nu, proef: false) } == "niet-gevonden")
        let id = try #require(
            try await store.enqueue([NewJob("herverzegeling", vanaf: nu, uniek: "h")]).first ?? nil
        )
        try await Herverzegeling(klok: installatie.klok).run(try #require(try await store.findJob(id)), in: store)
        // The jobs themselves and the line that tells of it are under the new version by now.
        #expect(try await beheer.lijst()[0].totaal == 0)
        try await beheer.verwijder(1, nu: nu, proef: false)
        await installatie.sluit()
    }

    @Test func `vernietigen vraagt een beheerder en een bewijsbestand`() async throws {
        let proef = try await Proefinstallatie()
        let installatie = try await proef.open()
        let id = try await proef.dossier(1, in: installatie)
        let klantmanager = Toegang(actor: "km", rol: .klantmanager, doel: "proef", oorsprong: "proef")
        let hunne = installatie.bewijs(try await installatie.store(proef.gemeente, als: klantmanager))
        let nu = installatie.klok.nu
        #expect(await code { _ = try await hunne.vernietig(id, reden: "r", op: nu) } == "geweigerd")
        let store = try await installatie.store(proef.gemeente, als: Proefinstallatie.beheerder)
        let zonder = Bewijs(store: store, bestand: nil)
        #expect(await code { _ = try await zonder.vernietig(id, reden: "r", op: nu) } == "config-ongeldig")
        let bewijs = installatie.bewijs(store)
        #expect(try await bewijs.vernietig(id, reden: "r", op: nu, proef: true).feiten == 2)
        #expect(try await store.readDossier(id).laatsteVolgnummer == 2)
        #expect(!FileManager.default.fileExists(atPath: proef.bewijsbestand.path))
        _ = try await bewijs.vernietig(id, reden: "r", op: nu)
        #expect(await code { _ = try await bewijs.vernietig(id, reden: "r", op: nu) } == "dossier-vernietigd")
        #expect(try proef.regels().count == 1)
        #expect(try await bewijs.controleer(hoogstens: 9).breuken.isEmpty)
        await installatie.sluit()
    }
}
