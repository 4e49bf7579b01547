// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Foundation
import Glibc
import Inburgering
import RegieTestKit
import Synchronization
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(5)))
struct LogboekTests {
    private let bsn = TestIdentity.bsn(1)

    private func logboek(_ proef: Ketenproef) -> Logproef {
        Logproef(map: proef.installatie.map.appending(path: "logboek"))
    }

    @Test func `ontvangen, verwerken en verzenden geven elk één regel over dezelfde persoon, zonder zijn nummer`()
        async throws
    {
        let proef = try await Ketenproef(logboek: "logboek")
        let sporen = Mutex<[String]>([])
        try await proef.met(duo: { verzoek in
            sporen.withLock { $0.append(verzoek.koppen["traceparent"] ?? "geen") }
            return verzoek.methode == "GET" ? Ketenproef.plicht(verzoek) : .init(201)
        }) { duo, _ in
            try await proef.meld("een", bsn: bsn)
            try await proef.verwerk(duo)
            let id = try #require(try await proef.store.findDossiers(by: .bsn(bsn)).first)
            _ = try await proef.store.alsVerwerking("feit.vastleggen") {
                try await proef.dienst.leg(vast: [proef.pip(0)], in: id, reden: "proef")
            }
            try await proef.verzend(duo)
        }
        let spans = try logboek(proef).spans()
        // Receive, deal with, look for (the test itself), record, send.
        #expect(
            spans.map(\.naam) == [
                "Melding van een ketenpartner ontvangen", "Melding van een ketenpartner verwerken", "proef",
                "Feit vastleggen in een dossier", "Bericht aan een ketenpartner verzenden",
            ]
        )
        #expect(Set(spans.map(\.wie)).count == 1 && spans.allSatisfy { $0.soort == "BSN" && $0.ouder == nil })
        #expect(spans.allSatisfy { $0.status == 1 }, "\(spans.map(\.status))")
        #expect(Set(spans.map(\.id)).count == 5 && Set(spans.map(\.spoor)).count == 5)
        #expect(
            spans.map { $0.attributen["dpl.core.processing_activity_id"] }
                == [
                    "uitwisseling-met-ketenpartners", "uitwisseling-met-ketenpartners", "regie-op-inburgering",
                    "regie-op-inburgering", "uitwisseling-met-ketenpartners",
                ].map { "\(Proefinstallatie.register)/\($0)" }
        )
        #expect(!logboek(proef).noemt(bsn.cijfers))
        // What was asked of DUO carries the trace of the processing for which it was asked.
        let gevraagd = Set(sporen.withLock { $0 }.map { String($0.dropFirst(3).prefix(49)) })
        #expect(gevraagd == Set([spans[1], spans[4]].map { "\($0.spoor)-\($0.id)" }))
        // Who did it stands in the audit log, by the same trace.
        let audit = try await proef.store.listAudit(object: nil, actor: nil, voor: nil, limiet: 50)
        #expect(audit.contains { $0.regel.oorsprong.hasSuffix("verwerking=\(spans[3].spoor)") })
        // And nowhere in the log: there is nothing in a line but these.
        #expect(
            Set(spans.flatMap(\.attributen.keys)) == [
                "dpl.core.processing_activity_id", "dpl.core.data_subject_id", "dpl.core.data_subject_id_type",
            ]
        )
    }

    @Test func `de nacht geeft elke persoon een regel onder die van de nacht`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let store = try await proef.installatie.store()
        let zonder = DossierService(
            store: store,
            beoordelaar: proef.dienst.beoordelaar,
            berichtmakers: [],
            klok: proef.klok
        )
        for plaats in 0..<7 {
            let wie = proef.identiteit(bsn: TestIdentity.bsn(plaats), vnummer: TestIdentity.vnummer(plaats))
            _ = try await zonder.leg(vast: [wie], in: nil, reden: "proef")
        }
        let dienst = proef.dienst
        try await proef.alsTaak { try await Termijnbewaking(dienst: { _ in dienst }).run($0, in: proef.store) }
        let spans = try logboek(proef).spans()
        #expect(spans.count == 8)
        let geheel = try #require(spans.last)
        #expect(geheel.ouder == nil && geheel.wie == nil && geheel.status == 1)
        #expect(spans.dropLast().allSatisfy { $0.ouder == geheel.id && $0.spoor == geheel.spoor })
        #expect(Set(spans.compactMap(\.wie)).count == 7)
    }

    @Test func `een partner die niet antwoordt geeft een mislukte verwerking, en wat geweigerd werd geen`() async throws
    {
        let proef = try await Ketenproef(logboek: "logboek")
        try await proef.met(duo: { _ in .init(503) }) { duo, _ in
            try await proef.meld("een", bsn: bsn)
            try await proef.verwerk(duo)
        }
        await #expect(throws: RegieFout.self) {
            try await proef.store.alsVerwerking("feit.vastleggen") {
                _ = try await proef.dienst.leg(vast: [proef.pip(400)], in: .nieuw(), reden: "proef")
            }
        }
        let dossier = try await proef.dossier(bsn: TestIdentity.bsn(2))
        let voor = try logboek(proef).spans().count
        await #expect(throws: RegieFout.self) {
            try await proef.store.alsVerwerking("feit.vastleggen") {
                // A PIP of a day that is still to come is refused after the dossier was read.
                _ = try await proef.dienst.leg(vast: [proef.pip(400)], in: dossier, reden: "proef")
            }
        }
        let spans = try logboek(proef).spans()
        #expect(spans[1].status == 2 && spans[1].attributen["exception.type"] == "partner-faalt")
        #expect(spans.count == voor + 1 && spans.last?.status == 0 && spans.last?.wie != nil)
    }

    @Test func `wat na de regel niet doorging krijgt een regel die dat zegt`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let id = try await proef.dossier(bsn: bsn)
        let voor = try logboek(proef).spans().count
        await #expect(throws: Proeffout.self) {
            try await proef.store.alsVerwerking("feit.vastleggen") {
                _ = try await proef.dienst.leg(vast: [proef.pip(0)], in: id, reden: "proef")
                throw Proeffout(description: "met opzet")
            }
        }
        let spans = try logboek(proef).spans().dropFirst(voor)
        #expect(spans.map(\.status) == [1, 2])
        #expect(spans.last?.ouder == spans.first?.id && spans.last?.wie == spans.first?.wie)
    }

    @Test func `ook de proef van een vernietiging geeft een regel, want het dossier is gelezen`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let id = try await proef.dossier(bsn: bsn)
        let voor = try logboek(proef).spans().count
        _ = try await proef.store.alsVerwerking("dossier.vernietig") { try await proef.store.inspectDestruction(id) }
        let spans = try logboek(proef).spans().dropFirst(voor)
        #expect(spans.map(\.naam) == ["Dossier vernietigen"] && spans.map(\.soort) == ["BSN"])
        // Whoever walks chains sees nobody.
        _ = try await proef.store.alsVerwerking("audit.verify") { try await proef.store.inspectDestruction(id) }
        #expect(try logboek(proef).spans().count == voor + 1)
    }

    @Test func `wie het spoor van een partner volgt staat onder de actie van die partner`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let partner = TraceContext.random()
        try await Verwerking.$aanroeper.withValue(partner) { _ = try await proef.meld("een", bsn: bsn) }
        let span = try #require(try logboek(proef).spans().first)
        #expect(span.spoor == partner.traceID && span.ouder == partner.spanID && span.id != partner.spanID)
        #expect(span.attributen["dpl.core.foreign_operation.processor"]?.hasSuffix("/v1") == true)
    }

    @Test func `zonder plek voor een regel wordt niets verwerkt, en gezondheid zegt het`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let id = try await proef.dossier(bsn: bsn)
        let map = proef.installatie.map.appending(path: "logboek")
        try FileManager.default.removeItem(at: map)
        try Data("in de weg".utf8).write(to: map)
        func fout(_ werk: () async throws -> Void) async -> String? {
            do {
                try await werk()
                return nil
            } catch { return (error as? RegieFout)?.code.rawValue }
        }
        #expect(await fout { _ = try await proef.store.readDossier(id) } == "logboek-faalt")
        #expect(await fout { _ = try await proef.meld("een", bsn: bsn) } == "logboek-faalt")
        #expect(await fout { _ = try await proef.store.assessAll(omvang: 10) { _ in [] } } == "logboek-faalt")
        #expect(
            await fout { _ = try await proef.dienst.leg(vast: [proef.pip(0)], in: id, reden: "proef") }
                == "logboek-faalt"
        )
        // What touches nobody goes on, so that the beheerder can look and mend.
        #expect(await fout { _ = try await proef.store.listJobs(status: nil, limiet: 1) } == nil)
        let beside = try await proef.installatie.store()
        #expect(try await beside.countInbox().values.reduce(0, +) == 0)
        #expect(try await beside.readDossier(id).gebeurtenissen.count == 1)

        let regied = try proef.installatie.start()
        try await Wachten.tot("de daemon geeft gezondheid", toelichting: { regied.foutuitvoer }) {
            try await proef.installatie.vraag("/health/live").code == 200
        }
        #expect(try await proef.installatie.vraag("/health/ready").code == 503)
        #expect(try await proef.installatie.vraag("/health").tekst.contains(#""naam":"logboek""#))
        #expect(try await Proefinstallatie.curl(proef.installatie.notificatie()).code == 500)
        #expect(try await beside.countInbox().values.reduce(0, +) == 0)
        try FileManager.default.removeItem(at: map)
        #expect(try await Proefinstallatie.curl(proef.installatie.notificatie()).code == 201)
        #expect(try await proef.installatie.vraag("/health/ready").code == 200)
        #expect(await regied.stop() == 0)
    }
}

@Suite(.timeLimit(.minutes(2)))
struct LogboekbestandTests {
    private func bestand() throws -> (Logboekbestand, TemporaryDirectory) {
        let map = try TemporaryDirectory()
        return (Logboekbestand(map: "\(map.path)/logboek", gemeente: try #require(Gemeentecode("0363"))), map)
    }
    private let dag = TestClock().vandaag

    @Test func `wat een crash half achterliet verdwijnt bij de volgende regel, en alleen dat`() throws {
        let (bestand, map) = try bestand()
        defer { withExtendedLifetime(map) {} }
        try bestand.voegToe(Array("een\n".utf8), op: dag, vast: true)
        for half in ["h", String(repeating: "half", count: 3000)] {
            let schrijver = try FileHandle(forWritingTo: URL(filePath: bestand.pad(dag)))
            try schrijver.seekToEnd()
            try schrijver.write(contentsOf: Data(half.utf8))
            try schrijver.close()
            try bestand.voegToe(Array("twee\n".utf8), op: dag, vast: true)
        }
        #expect(try String(contentsOfFile: bestand.pad(dag), encoding: .utf8) == "een\ntwee\ntwee\n")
        let rechten = try FileManager.default.attributesOfItem(atPath: bestand.pad(dag))[.posixPermissions] as? Int
        #expect(rechten == 0o600)
        let mapRechten = try FileManager.default.attributesOfItem(atPath: bestand.map)[.posixPermissions] as? Int
        #expect(mapRechten == 0o700)
    }

    @Test(.enabled(if: geteuid() == 0, "alleen root kan een bestand weggeven"))
    func `wat root als eerste van de dag schrijft, is van het account van de map`() throws {
        let (bestand, map) = try bestand()
        defer { withExtendedLifetime(map) {} }
        try bestand.gereed(op: dag)
        let account = [FileAttributeKey.ownerAccountID: 12_345, .groupOwnerAccountID: 12_346]
        try FileManager.default.setAttributes(account, ofItemAtPath: bestand.map)
        try bestand.voegToe(Array("een\n".utf8), op: dag, vast: true)
        let van = try FileManager.default.attributesOfItem(atPath: bestand.pad(dag))
        #expect(van[.ownerAccountID] as? Int == 12_345 && van[.groupOwnerAccountID] as? Int == 12_346)
        #expect(van[.posixPermissions] as? Int == 0o600)
    }

    @Test func `een koppeling naar elders wordt niet beschreven`() throws {
        let (bestand, map) = try bestand()
        let elders = "\(map.path)/elders"
        try bestand.gereed(op: dag)
        try Data().write(to: URL(filePath: elders))
        try FileManager.default.createSymbolicLink(atPath: bestand.pad(dag), withDestinationPath: elders)
        #expect(throws: RegieFout.self) { try bestand.voegToe([10], op: dag, vast: true) }
        // Whoever asks beforehand hears it too.
        #expect(throws: RegieFout.self) { try bestand.gereed(op: dag) }
        #expect(try Data(contentsOf: URL(filePath: elders)).isEmpty)
    }

    @Test func `wie tegelijk schrijven krijgen allen hele regels, elk een keer`() async throws {
        let (bestand, map) = try bestand()
        defer { withExtendedLifetime(map) {} }
        // Two writers are two processes: each opens the file for itself.
        let schrijvers = (0..<2).map { _ in Logboekschrijver(bestand, klok: TestClock()) }
        try await withThrowingTaskGroup(of: Void.self) { groep in
            for nummer in 0..<400 {
                groep.addTask {
                    let regel = "\(nummer) " + String(repeating: "x", count: nummer * 7) + "\n"
                    try await schrijvers[nummer % 2].schrijf(Array(regel.utf8))
                }
            }
            try await groep.waitForAll()
        }
        let regels = try String(contentsOfFile: bestand.pad(dag), encoding: .utf8).split(separator: "\n")
        #expect(regels.count == 400)
        #expect(
            Set(regels.map(String.init)) == Set((0..<400).map { "\($0) " + String(repeating: "x", count: $0 * 7) })
        )
    }
}
