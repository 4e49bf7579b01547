// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// A folder of its own for one test, gone afterwards, with `regie` at work in it.
final class Proefmap: Sendable {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "regie-cli-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Runs the real program in this folder.
    func regie(
        _ argumenten: String...,
        invoer: String? = nil,
        omgeving: [String: String] = [:]
    ) async throws -> Programma.Uitkomst {
        try await Programma.draai("regie", argumenten, map: url, invoer: invoer, omgeving: omgeving)
    }

    /// As `regie`, and it must end with a code; gives standard output as JSON.
    func json(_ argumenten: [String], invoer: String? = nil, code: Int32 = 0) async throws -> JSON {
        let uitkomst = try await Programma.draai("regie", argumenten + ["--output", "json"], map: url, invoer: invoer)
        try #require(uitkomst.code == code, "\(argumenten): \(uitkomst.fout)")
        return try JSON.lees(uitkomst.uit)
    }

    /// Writes a file and gives its path.
    @discardableResult
    func schrijf(_ naam: String, _ tekst: String) throws -> String {
        let doel = url.appending(path: naam)
        try FileManager.default.createDirectory(at: doel.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(tekst.utf8).write(to: doel)
        return doel.path
    }

    func lees(_ naam: String) throws -> String { try String(contentsOf: url.appending(path: naam), encoding: .utf8) }

    /// A working installation in this folder itself, so that `./regie.yaml` is found.
    func installatie() async throws {
        let uitkomst = try await regie(
            "init",
            "regie",
            "--gemeente",
            "0363",
            "--naam",
            "Amsterdam",
            "--poort",
            "\(try Poort.vrij())"
        )
        try #require(uitkomst.code == 0, "\(uitkomst.fout)")
        let begin = url.appending(path: "regie")
        for naam in try FileManager.default.contentsOfDirectory(atPath: begin.path) {
            try FileManager.default.moveItem(at: begin.appending(path: naam), to: url.appending(path: naam))
        }
    }

    /// A new dossier for a person whose plicht was established; its number.
    func dossier(bsn: String) async throws -> String {
        let feit = try schrijf(
            "plicht.json",
            #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-01-10","datumKennisgeving":"2024-01-15","doelgroep":"Asielstatushouder","bron":"DUO"}"#
        )
        let antwoord = try await json(
            ["gebeurtenis", "add", "nieuw", "--file", feit, "--bsn", "-", "--reden", "proef"],
            invoer: bsn + "\n"
        )
        return try #require(antwoord["id"]?.tekst)
    }
}

/// Made-up people: numbers that start with 9999 and pass the elfproef.
enum Proefpersoon {
    static let bsn = "999900031"
    static let andere = "999900018"
}
