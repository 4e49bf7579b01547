// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
public import KetensimulatorKit
import NIOCore
import NIOHTTP1

/// Calls the simulator as a gemeente does, and its control API.
public struct Proefclient: Sendable {
    /// Where it listens.
    public let poort: Int
    /// The OIN in `bron`, unless a call gives another.
    public let bron: String
    private let tls: TLSBestanden?

    /// A client of the simulator on this port of the loopback interface; over mutual TLS when `tls` is given.
    public init(poort: Int, bron: String, tls: TLSBestanden? = nil) {
        self.poort = poort
        self.bron = bron
        self.tls = tls
    }

    /// A berichtId that was not used before.
    public static func nieuwBerichtId() -> String { UUID().uuidString.lowercased() }

    /// Calls DUO's API with the three headers; a header that is given as nil is left out.
    public func vraag(
        _ methode: String,
        _ pad: String,
        _ body: JSONWaarde? = nil,
        berichtId: String? = Proefclient.nieuwBerichtId(),
        bron: String? = "",
        doel: String? = Wereldkop.standaardDuoOin
    ) async throws -> Proefantwoord {
        let koppen: [(String, String?)] = [
            ("berichtId", berichtId), ("bron", bron == "" ? self.bron : bron), ("doel", doel),
        ]
        return try await stuur(methode, "/v1\(pad)", body?.bytes(), koppen)
    }

    /// Calls DUO's API with a body that need not be JSON.
    public func vraag(_ methode: String, _ pad: String, ruw: String) async throws -> Proefantwoord {
        try await stuur(
            methode,
            "/v1\(pad)",
            Array(ruw.utf8),
            [("berichtId", UUID().uuidString), ("bron", bron), ("doel", Wereldkop.standaardDuoOin)]
        )
    }

    /// Calls the control API.
    @discardableResult
    public func beheer(_ methode: String, _ pad: String, _ body: JSONWaarde? = nil) async throws -> Proefantwoord {
        try await stuur(methode, "/beheer\(pad)", body?.bytes(), [])
    }

    private func stuur(
        _ methode: String,
        _ pad: String,
        _ body: [UInt8]?,
        _ koppen: [(String, String?)]
    ) async throws -> Proefantwoord {
        var verzoek = HTTPClientRequest(url: "http\(tls == nil ? "" : "s")://127.0.0.1:\(poort)\(pad)")
        verzoek.method = HTTPMethod(rawValue: methode)
        for (naam, waarde) in koppen {
            if let waarde { verzoek.headers.add(name: naam, value: waarde) }
        }
        if let body {
            verzoek.headers.add(name: "content-type", value: "application/json")
            verzoek.body = .bytes(ByteBuffer(bytes: body))
        }
        guard let tls else { return try await Self.stuur(verzoek, met: .shared) }
        var configuratie = HTTPClient.Configuration()
        configuratie.tlsConfiguration = try tls.client()
        let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuratie)
        do {
            let antwoord = try await Self.stuur(verzoek, met: client)
            try await client.shutdown()
            return antwoord
        } catch {
            try? await client.shutdown()
            throw error
        }
    }

    private static func stuur(_ verzoek: HTTPClientRequest, met client: HTTPClient) async throws -> Proefantwoord {
        let antwoord = try await client.execute(verzoek, timeout: .seconds(30))
        let inhoud = try await antwoord.body.collect(upTo: 16 << 20)
        return Proefantwoord(
            status: Int(antwoord.status.code),
            apiVersie: antwoord.headers.first(name: "API-Version"),
            berichtId: antwoord.headers.first(name: "berichtId"),
            ruw: Array(inhoud.readableBytesView)
        )
    }
}
