// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite

/// A real installation in a folder of its own: config, keys and a database, on free ports.
final class Proefinstallatie: Sendable {
    static let oin = "00000001002564440000"
    static let duo = "00000001800866472000"
    static let sqlite = "{ kind: sqlite, path: data }"

    static let register = "https://register.amsterdam.example/avg"

    let map: URL
    let poort: Int
    let beheerpoort: Int
    let gemeente: Gemeentecode

    /// - Parameters:
    ///   - tls: lines of the `tls` block of `listen`; empty for plain HTTP.
    ///   - storage: the `storage` block; another than this one is the caller's to migrate.
    ///   - logboek: the folder of the logboek dataverwerkingen; nil for none.
    init(
        tls: String = "",
        storage: String = Proefinstallatie.sqlite,
        logboek: String? = nil
    ) async throws {
        guard let code = Gemeentecode("0363") else { throw Proeffout(description: "geen gemeente") }
        gemeente = code
        map = FileManager.default.temporaryDirectory.appending(path: "regie-daemon-\(UUID().uuidString)")
        (poort, beheerpoort) = (try Poort.vrij(), try Poort.vrij())
        try FileManager.default.createDirectory(at: map.appending(path: "wet"), withIntermediateDirectories: true)
        let config = """
            storage: \(storage)
            keys: keys
            bewijs: bewijs
            listen: { address: 127.0.0.1, port: \(poort)\(tls.isEmpty ? "" : ", tls: { \(tls) }") }
            beheer: { address: 127.0.0.1, port: \(beheerpoort) }
            gemeenten: { "0363": { naam: Amsterdam, oin: "\(Self.oin)" } }
            ketenpartners: { duo: { url: "http://127.0.0.1:\(try Poort.vrij())/v1", oin: "\(Self.duo)" } }
            wet: \(Self.wet)
            \(logboek.map { "logboek: { map: \($0), register: \"\(Self.register)\" }" } ?? "# geen logboek")
            log: { level: debug }
            """
        try Data(config.utf8).write(to: map.appending(path: "regie.yaml"))
        try KeyRing.generate(code, in: map.appending(path: "keys").path())
        if storage == Self.sqlite { _ = try await engine().migrate(code) }
    }

    deinit { try? FileManager.default.removeItem(at: map) }

    private static let wet = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "config/wet").path()

    func engine() throws -> SQLiteEngine {
        let keys = try KeyRing.load(from: map.appending(path: "keys").path(), credentials: nil)
        return SQLiteEngine(path: map.appending(path: "data").path(), keys: keys)
    }

    /// A look at the storage beside the daemon.
    func store() async throws -> any GemeenteStore {
        try await engine().open(
            gemeente,
            als: Toegang(actor: "proef", rol: .beheerder, doel: "proef", oorsprong: "proef")
        )
    }

    func start(_ omgeving: [String: String] = [:]) throws -> Programma {
        try Programma.start("regied", ["--config", "regie.yaml"], map: map, omgeving: omgeving)
    }

    /// Starts, and waits until it is ready.
    func startGereed(_ omgeving: [String: String] = [:]) async throws -> Programma {
        let regied = try start(omgeving)
        try await Wachten.tot("gereed", binnen: 30, toelichting: { regied.foutuitvoer }) {
            guard regied.leeft else { throw Proeffout(description: regied.foutuitvoer) }
            return try await self.vraag("/health/ready").code == 200
        }
        return regied
    }

    /// Asks the beheerpoort something, with curl.
    func vraag(_ pad: String) async throws -> (code: Int, tekst: String) {
        try await Self.curl(["http://127.0.0.1:\(beheerpoort)\(pad)"])
    }

    /// The status and body of an answer; 0 when there was none.
    static func curl(_ argumenten: [String]) async throws -> (code: Int, tekst: String) {
        let vraag = ["-s", "--max-time", "10", "-w", "\n%{http_code}"] + argumenten
        let alles = try await Programma.draai("/usr/bin/curl", vraag, map: FileManager.default.temporaryDirectory).uit
        let regels = alles.split(separator: "\n", omittingEmptySubsequences: false)
        return (Int(regels.last ?? "") ?? 0, regels.dropLast().joined(separator: "\n"))
    }

    /// A notification of DUO, as it stands in its specification.
    func notificatie(_ extra: [String] = [], schema: String = "http", bron: String = Proefinstallatie.duo) -> [String] {
        [
            "-X", "POST", "-H", "berichtId: \(UUID().uuidString)", "-H", "bron: \(bron)", "-H", "doel: \(Self.oin)",
            "-H", "Content-Type: application/json", "-d",
            #"{"registratieDatumTijd":"2026-01-10T09:30:00+01:00","gebeurtenisId":"SS102","bsn":"\#(TestIdentity.bsn(1).cijfers)"}"#,
            "\(schema)://127.0.0.1:\(poort)/v1/notificaties",
        ] + extra
    }
}

/// Something that a test needs and cannot have.
struct Proeffout: Error, CustomStringConvertible {
    let description: String
}
