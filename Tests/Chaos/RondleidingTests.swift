// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

/// The walk in the handbook, line by line as it stands there, by somebody who begins with an empty PostgreSQL.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct RondleidingTests {
    private static let pagina = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../docs/handleiding/postgresql.md").standardizedFileURL

    @Test(.timeLimit(.minutes(10)))
    func `de rondleiding in de handleiding klopt, van een lege PostgreSQL tot een daemon die wegviel`() async throws {
        let stappen = try Self.stappen()
        #expect(stappen.count == 8)
        // Durable, as the reader's is: else doctor, which he is told to run, says so.
        let server = try await PostgresServer.start(
            tcp: true,
            settings: ["fsync": "on", "full_page_writes": "on"]
        )
        let map = FileManager.default.temporaryDirectory.appending(path: "regie-g4-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: map) }
        // Whatever happens, nothing that it started stays behind.
        let script = "trap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n" + stappen.joined(separator: "\n")
        let uitkomst = try await Programma.draai(
            "/bin/bash",
            ["-euo", "pipefail", "-c", try Self.metVrijePoorten(script)],
            map: map,
            omgeving: [
                "PGHOST": server.map.path, "PGPORT": "\(server.port)", "PGUSER": "postgres",
                "PATH": "\(Programma.map.path):\(ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")",
            ]
        )
        #expect(uitkomst.code == 0, "\(uitkomst.fout.suffix(3000))")
        // What the reader is told to look at: as many messages as notifications, and chains that hold.
        let getallen = uitkomst.uit.split(separator: "\n").compactMap { Int($0.trimmingCharacters(in: .whitespaces)) }
        #expect(getallen.count == 2 && getallen[0] > 200 && getallen[0] == getallen[1], "\(getallen)")
        #expect(uitkomst.uit.contains(/breuken +geen/), "\(uitkomst.uit.suffix(2000))")
        #expect(uitkomst.uit.contains("PIP_VASTSTELLEN"))
        // The first one was killed while DUO was sending to it.
        #expect(uitkomst.uit.contains("geen-verbinding") || uitkomst.uit.contains("verbroken"))
        let rest = try await server.execute("SELECT count(*) FROM pg_database WHERE datname = 'regie'")
        #expect(rest == "0")
        await server.stop()
    }

    /// The commands of the section, in order.
    private static func stappen() throws -> [String] {
        let tekst = try String(contentsOf: pagina, encoding: .utf8)
        let delen = tekst.components(separatedBy: "\n## ")
        let deel = try #require(delen.first { $0.hasPrefix("Zelf zien") })
        return deel.components(separatedBy: "```sh\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
    }

    /// The ports of the page may be in use here; the programs are those of this build.
    private static func metVrijePoorten(_ script: String) throws -> String {
        var script = script.replacing("export PATH=$PWD/.build/release:$PATH\n", with: "")
        for poort in ["8080", "8081", "9080"] { script = script.replacing(poort, with: "\(try Poort.vrij())") }
        return script
    }
}
