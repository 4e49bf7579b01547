// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

/// How long the logboek dataverwerkingen is kept.
@Suite(.timeLimit(.minutes(3)))
struct LogboekbewaarTests {
    private func leg(_ namen: [String], in map: URL) throws {
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        for naam in namen { try Data("{}\n".utf8).write(to: map.appending(path: naam)) }
    }

    private func wat(in map: URL) throws -> Set<String> {
        Set(try FileManager.default.contentsOfDirectory(atPath: map.path))
    }

    @Test func `onderhoud verwijdert hele dagen na de termijn, zegt dat in het auditlog, en raakt niets anders aan`()
        async throws
    {
        let proef = try await Ketenproef(logboek: "logboek")
        let map = proef.installatie.map.appending(path: "logboek")
        let logboek = try #require((proef.store as? GelogdeStore)?.logboek)
        let grens = logboek.bewaardVanaf(proef.klok.vandaag)
        let (laatste, lang) = (grens.plus(dagen: -1), grens.plus(dagen: -400))
        let oud = ["0363-\(lang).jsonl", "0363-\(grens.plus(dagen: -2)).jsonl.xz", "0363-\(laatste).jsonl"]
        let blijft = [
            "0363-\(grens).jsonl", "0363-\(proef.klok.vandaag).jsonl", "0599-\(lang).jsonl", "0363-\(lang).jsonl.deel",
            "0363-\(lang).txt", "0363-\(lang)-\(lang).jsonl",
        ]
        try leg(oud + blijft, in: map)
        let onderhoud = Onderhoud(dagen: 30, klok: proef.klok) { _ in logboek }
        try await proef.alsTaak { try await onderhoud.run($0, in: proef.store) }
        #expect(try wat(in: map) == Set(blijft))
        func regels() async throws -> [AuditRegel] {
            try await proef.store.listAudit(object: nil, actor: nil, voor: nil, limiet: 50).map(\.regel)
                .filter { $0.actie == "logboek.opruim" }
        }
        let regel = try #require(try await regels().first)
        #expect(regel.object.hasPrefix("\(lang) t/m \(laatste), bestanden: 3"), "\(regel.object)")
        #expect(regel.resultaat == "gelukt" && regel.reden?.contains("logboek.bewaarDagen") == true)
        try await proef.alsTaak { try await onderhoud.run($0, in: proef.store) }
        #expect(try await regels().count == 1, "er was niets meer")
    }

    private func regels(_ proef: Ketenproef) async throws -> [AuditRegel] {
        try await proef.store.listAudit(object: nil, actor: nil, voor: nil, limiet: 50).map(\.regel)
            .filter { $0.actie == "logboek.opruim" }
    }

    @Test func `een bestand dat niet weg kan houdt de andere niet tegen, en onderhoud mislukt en wacht niet eindeloos`()
        async throws
    {
        let proef = try await Ketenproef(logboek: "logboek")
        let map = proef.installatie.map.appending(path: "logboek")
        let logboek = try #require((proef.store as? GelogdeStore)?.logboek)
        let grens = logboek.bewaardVanaf(proef.klok.vandaag)
        func naam(_ dagen: Int) -> String { "0363-\(grens.plus(dagen: -dagen)).jsonl" }
        // The oldest cannot be put aside, whoever asks: its new name is that of a folder. One went halfway before.
        try leg([naam(9), naam(8), naam(7) + ".xz.weg"], in: map)
        try FileManager.default.createDirectory(
            at: map.appending(path: naam(9) + ".weg"),
            withIntermediateDirectories: true
        )
        let onderhoud = Onderhoud(dagen: 30, klok: proef.klok) { _ in logboek }
        for _ in 1...2 {
            let fout = await #expect(throws: RegieFout.self) {
                try await proef.alsTaak { try await onderhoud.run($0, in: proef.store) }
            }
            // Not a fault of the storage, for which the engine would wait without counting.
            #expect(
                fout?.code == .configOngeldig && fout?.waar?.hasSuffix(naam(9)) == true,
                "\(String(describing: fout))"
            )
            #expect(try wat(in: map) == [naam(9), naam(9) + ".weg"])
        }
        let gezegd = try await regels(proef)
        #expect(gezegd.count == 1, "wat blijft, staat er niet elk uur als weg")
        #expect(
            gezegd.first?.object.hasPrefix("\(grens.plus(dagen: -8)) t/m \(grens.plus(dagen: -7)), bestanden: 2")
                == true
        )
    }

    @Test func `wat als een logbestand heet en er geen is, blijft, en houdt niets tegen`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let map = proef.installatie.map.appending(path: "logboek")
        let logboek = try #require((proef.store as? GelogdeStore)?.logboek)
        let grens = logboek.bewaardVanaf(proef.klok.vandaag)
        let (vreemd, verwijzing, oud) = (
            "0363-\(grens.plus(dagen: -9)).jsonl", "0363-\(grens.plus(dagen: -8)).jsonl",
            "0363-\(grens.plus(dagen: -7)).jsonl"
        )
        try leg([oud], in: map)
        try FileManager.default.createDirectory(at: map.appending(path: vreemd), withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: map.appending(path: verwijzing),
            withDestinationURL: map.appending(path: oud)
        )
        #expect(try await logboek.ruimOp(proef.store, door: proef.store.toegang) == 1)
        #expect(try wat(in: map) == [vreemd, verwijzing])
        #expect(try await logboek.ruimOp(proef.store, door: proef.store.toegang) == 0)
        #expect(try await regels(proef).count == 1)
    }

    @Test func `zolang een ander proces van deze machine opruimt, doet dit het niet ook`() async throws {
        let proef = try await Ketenproef(logboek: "logboek")
        let map = proef.installatie.map.appending(path: "logboek")
        let logboek = try #require((proef.store as? GelogdeStore)?.logboek)
        let oud = "0363-\(logboek.bewaardVanaf(proef.klok.vandaag).plus(dagen: -9)).jsonl"
        try leg([oud], in: map)
        let ander = open(map.path, O_RDONLY | O_DIRECTORY)
        #expect(flock(ander, LOCK_EX | LOCK_NB) == 0)
        #expect(try await logboek.ruimOp(proef.store, door: proef.store.toegang) == 0)
        let (bestanden, gezegd) = (try wat(in: map), try await regels(proef))
        #expect(bestanden == [oud] && gezegd.isEmpty)
        // Not by closing alone: a process that another test starts right now holds on to what is open.
        #expect(flock(ander, LOCK_UN) == 0)
        close(ander)
        #expect(try await logboek.ruimOp(proef.store, door: proef.store.toegang) == 1)
    }

    @Test func `elke regied ruimt het logboek van zijn eigen machine op, ook als een ander het onderhoud doet`()
        async throws
    {
        let proef = try await Proefinstallatie(logboek: "logboek")
        let map = proef.map.appending(path: "logboek")
        let (oud, jong) = ("0363-1999-12-31.jsonl", "0363-\(Systeemklok().vandaag).jsonl")
        try leg([oud, jong], in: map)
        let regied = try await proef.startGereed()
        try await Wachten.tot("het oude bestand is weg", binnen: 30, toelichting: { regied.foutuitvoer }) {
            try wat(in: map) == [jong]
        }
        let store = try await proef.store()
        // The job itself has not run: its schedule counts from now.
        #expect(try await store.listJobs(status: nil, limiet: 99).allSatisfy { $0.soort != Onderhoud.soort })
        let regels = try await store.listAudit(object: nil, actor: "regied", voor: nil, limiet: 50).map(\.regel)
        #expect(regels.count { $0.actie == "logboek.opruim" } == 1)
        #expect(await regied.stop() == 0)
    }
}
