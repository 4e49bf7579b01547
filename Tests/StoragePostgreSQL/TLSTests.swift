// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Versleuteld naar de server` {
    private static let vraag: @Sendable (PGConnection) throws -> Bool? = {
        try $0.row("SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()")?.bool(0)
    }

    private func vraag(_ url: String) async -> Result<Bool?, any Error> {
        let pool = PGPool(PGSettings(url: url, poolSize: 1))
        do {
            let antwoord = try await pool.transaction(.snapshot, Self.vraag)
            await pool.close()
            return .success(antwoord)
        } catch {
            await pool.close()
            return .failure(error)
        }
    }

    @Test func `alleen de server die wij bedoelen`() async throws {
        let server = try await PostgresServer.start(tls: true)
        let certificaten = try #require(server.certificaten)
        let goed = "sslmode=verify-full sslrootcert=\(certificaten.uitgever)"
        try await #expect(vraag("\(server.tcpURL(host: "localhost")) \(goed)").get() == true)
        try await #expect(vraag("\(server.tcpURL(host: "localhost")) sslmode=disable").get() == false)

        let vreemd = "sslmode=verify-full sslrootcert=\(certificaten.vreemdeUitgever)"
        let verkeerd = [
            "\(server.tcpURL(host: "localhost")) \(vreemd)",
            "\(server.tcpURL(host: "postgres.voorbeeld.nl")) \(goed)",
            "\(server.tcpURL(host: "127.0.0.1")) \(goed)",
        ]
        for url in verkeerd {
            guard case .failure(let fout as PGError) = await vraag(url) else {
                Issue.record("de server werd vertrouwd")
                continue
            }
            #expect(fout.kind == .connection)
            #expect(fout.message.contains("certificate"))
        }
        await server.stop()
    }
}
