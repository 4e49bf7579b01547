// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import NIOCore
import NIOHTTP1

/// Talks to `regied` over its socket, as DUO does, and looks at its health.
struct Regieclient: Sendable {
    let poort: Int
    let gemeente: String
    static let duo = "00000001800866472000"

    struct Antwoord: Sendable {
        let status: Int
        let apiVersie: String?
        let tekst: String
    }

    /// Posts a notification; a header given as nil is left out.
    func notificatie(
        _ body: String,
        berichtId: String? = UUID().uuidString.lowercased(),
        bron: String? = Regieclient.duo,
        doel: String? = nil,
        zonderDoel: Bool = false,
        extra: [(String, String)] = []
    ) async throws -> Antwoord {
        var koppen = HTTPHeaders([("content-type", "application/json")])
        if let berichtId { koppen.add(name: "berichtId", value: berichtId) }
        if let bron { koppen.add(name: "bron", value: bron) }
        if !zonderDoel { koppen.add(name: "doel", value: doel ?? gemeente) }
        koppen.add(contentsOf: extra)
        return try await stuur("POST", "/v1/notificaties", koppen, body)
    }

    /// Asks the daemon about itself.
    func beheer(_ methode: String, _ pad: String) async throws -> Antwoord { try await stuur(methode, pad, [:], nil) }

    private func stuur(_ methode: String, _ pad: String, _ koppen: HTTPHeaders, _ body: String?) async throws
        -> Antwoord
    {
        var verzoek = HTTPClientRequest(url: "http://127.0.0.1:\(poort)\(pad)")
        verzoek.method = HTTPMethod(rawValue: methode)
        verzoek.headers = koppen
        if let body { verzoek.body = .bytes(ByteBuffer(string: body)) }
        let antwoord = try await HTTPClient.shared.execute(verzoek, timeout: .seconds(20))
        let tekst = try await antwoord.body.collect(upTo: 1 << 22)
        return Antwoord(
            status: Int(antwoord.status.code),
            apiVersie: antwoord.headers.first(name: "API-Version"),
            tekst: String(buffer: tekst)
        )
    }
}
