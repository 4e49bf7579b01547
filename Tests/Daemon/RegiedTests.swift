// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(3)))
struct RegiedTests {
    @Test func `regied is gereed, vertelt hoe het gaat, en stopt netjes op SIGTERM`() async throws {
        let installatie = try await Proefinstallatie()
        let begin = ContinuousClock.now
        let regied = try await installatie.startGereed()
        // How soon is for `make bench` to say; here it is only told.
        print("gereed na \(ContinuousClock.now - begin)")
        #expect(try await installatie.vraag("/health/live").code == 200)
        let (code, tekst) = try await installatie.vraag("/health")
        let verslag = try JSON.lees(tekst.utf8)
        #expect(code == 200)
        let namen = Set((verslag["controles"]?.lijst ?? []).compactMap { $0["naam"]?.tekst })
        #expect(namen.isSuperset(of: ["taken", "sleutels", "opslag", "schema", "dode-brieven"]), "\(tekst)")
        // The same port that partners reach does not tell.
        #expect(try await Proefinstallatie.curl(["http://127.0.0.1:\(installatie.poort)/metrics"]).code == 404)
        let metrieken = try await installatie.vraag("/metrics").tekst
        #expect(metrieken.contains("regie_info{versie=\"\(RegieVersie.tekst)\"} 1"))
        #expect(metrieken.contains("regie_dossiers{gemeente=\"0363\"} 0"))
        #expect(await regied.stop() == 0)
        #expect(regied.foutuitvoer.contains("gestopt"))
    }

    @Test func `een sleutel die wegraakt maakt de gezondheid rood`() async throws {
        let installatie = try await Proefinstallatie()
        let regied = try await installatie.startGereed()
        try FileManager.default.removeItem(at: installatie.map.appending(path: "keys/0363.key"))
        let (code, tekst) = try await installatie.vraag("/health")
        #expect(code == 503 && tekst.contains("Geen sleutel meer te vinden van gemeente 0363"))
        #expect(await regied.stop() == 0)
    }

    @Test func `een opslag die niet meer schrijft is niet gereed, en daarna vanzelf weer wel`() async throws {
        let installatie = try await Proefinstallatie()
        let regied = try await installatie.startGereed()
        // SQLite itself refuses every sign of life, as it does on a full disk; reading goes on.
        let pad = installatie.map.appending(path: "data/0363.sqlite").path()
        func zet(_ sql: String) throws {
            var configuratie = Configuration()
            configuratie.busyMode = .timeout(5)
            let queue = try DatabaseQueue(path: pad, configuration: configuratie)
            try queue.write { try $0.execute(sql: sql) }
            try queue.close()
        }
        try zet("CREATE TRIGGER vol BEFORE UPDATE ON proces BEGIN SELECT RAISE(ABORT, 'vol'); END")
        try await Wachten.tot("niet gereed", binnen: 30, toelichting: { regied.foutuitvoer }) {
            try await installatie.vraag("/health/ready").code == 503
        }
        let (code, tekst) = try await installatie.vraag("/health")
        #expect(code == 503 && tekst.contains("neemt niets aan"), "\(tekst)")
        #expect(try await installatie.vraag("/health/live").code == 200, "herstarten helpt niet")
        try zet("DROP TRIGGER vol")
        try await Wachten.tot("weer gereed", binnen: 30, toelichting: { regied.foutuitvoer }) {
            try await installatie.vraag("/health/ready").code == 200
        }
        #expect(await regied.stop() == 0)
    }

    @Test func `een berichtId met een andere inhoud krijgt 400, en de beheerder ziet dat`() async throws {
        let installatie = try await Proefinstallatie()
        let regied = try await installatie.startGereed()
        let id = "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
        func meld(_ bsn: Bsn) async throws -> Int {
            var argumenten = installatie.notificatie()
            argumenten[3] = "berichtId: \(id)"
            let body = try #require(argumenten.firstIndex(of: "-d")) + 1
            argumenten[body] =
                #"{"registratieDatumTijd":"2026-01-10T09:30:00+01:00","gebeurtenisId":"SS102","bsn":"\#(bsn.cijfers)"}"#
            return try await Proefinstallatie.curl(argumenten).code
        }
        #expect(try await meld(TestIdentity.bsn(1)) == 201)
        #expect(try await meld(TestIdentity.bsn(1)) == 201)
        #expect(try await meld(TestIdentity.bsn(2)) == 400)
        let store = try await installatie.store()
        let dood = try #require(try await store.findInbox(Berichtsleutel(.duo, "\(id)~2")))
        #expect(dood.status.woord == "mislukt" && dood.bericht.bsn == TestIdentity.bsn(2))
        let metrieken = try await installatie.vraag("/metrics").tekst
        #expect(metrieken.contains("regie_notificaties_botsing_total{gemeente=\"0363\"} 1"), "\(metrieken)")
        #expect(try await installatie.vraag("/health").tekst.contains("1 ontvangen"))
        #expect(regied.foutuitvoer.contains("eerder gebruikt"))
        #expect(!regied.foutuitvoer.contains(TestIdentity.bsn(2).cijfers))
        #expect(await regied.stop() == 0)
    }

    @Test func `een notificatie van DUO is bewaard als zij 201 kreeg, en wordt meteen opgepakt`() async throws {
        let installatie = try await Proefinstallatie()
        let regied = try await installatie.startGereed()
        #expect(try await Proefinstallatie.curl(installatie.notificatie()).code == 201)
        let store = try await installatie.store()
        #expect(try await store.listInbox(status: nil, limiet: 10, overslaan: 0).count == 1)
        try await Wachten.tot("opgepakt", binnen: 20, toelichting: { regied.foutuitvoer }) {
            try await store.listInbox(status: "ontvangen", limiet: 10, overslaan: 0).isEmpty
        }
        // DUO cannot be reached here, and that shows.
        try await Wachten.tot("zichtbaar", binnen: 20, toelichting: { regied.foutuitvoer }) {
            let tekst = try await installatie.vraag("/health").tekst
            return tekst.contains("0363 duo") && tekst.contains("keer geprobeerd")
        }
        #expect(
            try await installatie.vraag("/metrics").tekst.contains(
                "regie_inbox_berichten{gemeente=\"0363\",status=\"wacht\"} 1"
            )
        )
        #expect(await regied.stop() == 0)
        #expect(!regied.foutuitvoer.contains(TestIdentity.bsn(1).cijfers))
    }

    @Test func `een notificatie die niet kon worden bewaard krijgt 500, telt mee, en het log zegt waarom`() async throws
    {
        let installatie = try await Proefinstallatie()
        let regied = try await installatie.startGereed()
        var configuratie = Configuration()
        configuratie.busyMode = .timeout(5)
        let pad = installatie.map.appending(path: "data/0363.sqlite").path()
        let queue = try DatabaseQueue(path: pad, configuration: configuratie)
        try await queue.write { db in try db.execute(sql: "ALTER TABLE inbox RENAME TO weg") }
        try queue.close()
        #expect(try await Proefinstallatie.curl(installatie.notificatie()).code == 500)
        let metrieken = try await installatie.vraag("/metrics").tekst
        #expect(metrieken.contains("regie_opslag_fouten_total{bij=\"notificatie\"} 1"), "\(metrieken)")
        #expect(await regied.stop() == 0)
        #expect(regied.foutuitvoer.contains("Notificatie niet opgeslagen"))
        #expect(regied.foutuitvoer.contains("no such table"))
        #expect(!regied.foutuitvoer.contains(TestIdentity.bsn(1).cijfers))
    }

    @Test func `een tweede regied op dezelfde opslag stopt met uitleg`() async throws {
        let installatie = try await Proefinstallatie()
        let regied = try await installatie.startGereed()
        let tweede = try await Programma.draai("regied", ["--config", "regie.yaml"], map: installatie.map)
        #expect(tweede.code == 1)
        #expect(tweede.fout.contains("Er draait al een regied op deze opslag") && tweede.fout.contains("\(regied.pid)"))
        #expect(await regied.stop() == 0)
    }

    @Test func `na kill -9 pakt een nieuwe regied het werk meteen weer op`() async throws {
        let installatie = try await Proefinstallatie()
        let store = try await installatie.store()
        let regied = try await installatie.startGereed()
        // A job that is held by the process at the moment it dies.
        let id = try #require(try await store.enqueue([NewJob("auditketen", vanaf: Systeemklok().nu)]).first ?? nil)
        await regied.dood()
        let stand = try #require(try await store.findJob(id)).status
        if stand == .klaar {
            try await store.heartbeat("dood", op: Systeemklok().nu)
            _ = try await store.claim(soorten: ["auditketen"], aantal: 100, door: "dood", op: Systeemklok().nu)
        }
        let begin = ContinuousClock.now
        let opnieuw = try await installatie.startGereed()
        try await Wachten.tot("gedaan", binnen: 19, toelichting: { opnieuw.foutuitvoer }) {
            try await store.findJob(id)?.status == .gedaan
        }
        #expect(ContinuousClock.now - begin < .seconds(20))
        #expect(await opnieuw.stop() == 0)
    }

    @Test func `--once doet een ronde en stopt met 0`() async throws {
        let installatie = try await Proefinstallatie()
        let uit = try await Programma.draai("regied", ["--config", "regie.yaml", "--once"], map: installatie.map)
        #expect(uit.code == 0, "\(uit.fout)")
        let gedaan = try await installatie.store().listJobs(status: .gedaan, limiet: 10)
        #expect(
            gedaan.reversed().map(\.soort).sorted() == [
                "auditketen", "inbox", "onderhoud", "outbox", "termijnbewaking", "verzegeling",
            ],
            "\(uit.fout)"
        )
    }

    @Test func `verkeerd gebruik en een verkeerde configuratie geven 2`() async throws {
        let installatie = try await Proefinstallatie()
        let onzin = try await Programma.draai("regied", ["--onzin"], map: installatie.map)
        #expect(onzin.code == 2 && onzin.uit.isEmpty && !onzin.fout.isEmpty)
        #expect(onzin.fout.contains("Onbekende optie '--onzin'") && onzin.fout.contains("Gebruik: regied"))
        let help = try await Programma.draai("regied", ["--help"], map: installatie.map)
        #expect(help.code == 0 && help.uit.contains("GEBRUIK: regied [--config <pad>]"), "\(help.uit)")
        #expect(!help.uit.contains("USAGE") && !help.uit.contains("OPTIONS"))
        let weg = try await Programma.draai("regied", ["--config", "weg.yaml"], map: installatie.map)
        #expect(weg.code == 2 && weg.fout.contains("weg.yaml"))
        let versie = try await Programma.draai("regied", ["--version"], map: installatie.map)
        #expect(versie.code == 0 && versie.uit == "regied \(RegieVersie.tekst)\n")
    }

    @Test func `zonder database begint regied niet aan een lege`() async throws {
        let installatie = try await Proefinstallatie()
        try FileManager.default.removeItem(at: installatie.map.appending(path: "data"))
        let uit = try await Programma.draai("regied", ["--config", "regie.yaml"], map: installatie.map)
        #expect(uit.code == 1 && uit.fout.contains("regie migrate"), "\(uit.fout)")
        let bestanden = (try? FileManager.default.contentsOfDirectory(atPath: installatie.map.path() + "/data")) ?? []
        #expect(!bestanden.contains { $0.hasSuffix(".sqlite") })
    }

    @Test func `systemd hoort dat regied gereed is, leeft en stopt`() async throws {
        let installatie = try await Proefinstallatie()
        let socket = try Meldsocket(installatie.map.appending(path: "notify").path())
        let regied = try await installatie.startGereed(["NOTIFY_SOCKET": socket.pad, "WATCHDOG_USEC": "200000"])
        try await Wachten.tot("drie tekenen van leven", binnen: 20) {
            socket.lees()
            return socket.berichten.filter { $0 == "WATCHDOG=1" }.count >= 3
        }
        #expect(await regied.stop() == 0)
        socket.lees()
        #expect(socket.berichten.contains("READY=1"))
        #expect(socket.berichten.contains("STOPPING=1"))
    }
}
