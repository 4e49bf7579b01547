// SPDX-License-Identifier: EUPL-1.2

import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// Pushes all notifications of a world file as fast as the receiver takes them, over a fixed number of connections.
///
/// Each connection is kept open and has one request under way. It speaks HTTP on NIO directly: on a machine that
/// also runs the receiver, every microsecond spent here is taken from what is being measured.
public struct Lastduwer: Sendable {
    /// The target cannot be used.
    public struct OngeldigeURL: Error, CustomStringConvertible, Sendable {
        /// What is wrong, in Dutch.
        public let description: String
    }

    private let bestand: Wereldbestand
    private let doel: Doel
    private let verbindingen: Int
    private let aantal: Int
    private let tls: NIOSSLContext?
    private let groep: any EventLoopGroup

    /// - Parameters:
    ///   - naarURL: base URL, for instance `http://127.0.0.1:8080/v1`.
    ///   - verbindingen: connections at the same time, at least 1.
    ///   - aantal: at most this many notifications; all when nil.
    public init(
        bestand: Wereldbestand,
        naarURL: String,
        verbindingen: Int = 32,
        aantal: Int? = nil,
        tls: TLSBestanden? = nil
    ) throws {
        self.bestand = bestand
        doel = try Doel(naarURL)
        self.verbindingen = max(1, verbindingen)
        self.aantal = aantal ?? .max
        self.tls = try tls.map { try NIOSSLContext(configuration: $0.client()) }
        groep = MultiThreadedEventLoopGroup.singleton
        if doel.versleuteld, self.tls == nil {
            throw OngeldigeURL(description: "Voor een https-doel zijn --tls-cert, --tls-key en --tls-ca nodig.")
        }
    }

    /// Runs to the end and measures.
    public func duw() async -> Duwuitslag {
        let begin = ContinuousClock.now
        var perStatus: [String: Int] = [:]
        var wachttijden: [UInt32] = []
        await withTaskGroup(of: Baan.self) { taken in
            for indexen in bestand.banen(verbindingen, hoogstens: aantal) where !indexen.isEmpty {
                taken.addTask { await loop(indexen) }
            }
            for await baan in taken {
                perStatus.merge(baan.perStatus) { $0 + $1 }
                wachttijden += baan.wachttijden
            }
        }
        return Duwuitslag(perStatus: perStatus, wachttijden: wachttijden, duur: begin.duration(to: .now))
    }

    /// What one connection measured.
    private struct Baan: Sendable {
        var perStatus: [String: Int] = [:]
        /// Microseconds.
        var wachttijden: [UInt32] = []
        var volgende = 0

        mutating func tel(_ status: String) {
            perStatus[status, default: 0] += 1
            volgende += 1
        }
    }

    private typealias Kanaal = NIOAsyncChannel<HTTPClientResponsePart, HTTPClientRequestPart>

    /// Sends one after the other; a connection that breaks is opened again for the next one.
    private func loop(_ indexen: [Int32]) async -> Baan {
        var baan = Baan()
        while baan.volgende < indexen.count, !Task.isCancelled {
            guard let kanaal = try? await verbind() else {
                baan.tel("geen-verbinding")
                continue
            }
            let voor = baan
            do {
                baan = try await kanaal.executeThenClose { binnen, buiten in
                    try await wissel(indexen, voor, binnen, buiten)
                }
            } catch let breuk as Breuk {
                baan = breuk.baan
                baan.tel("verbroken")
            } catch {
                baan.tel("verbroken")
            }
        }
        return baan
    }

    private struct Breuk: Error { let baan: Baan }

    private func wissel(
        _ indexen: [Int32],
        _ begin: Baan,
        _ binnen: NIOAsyncChannelInboundStream<HTTPClientResponsePart>,
        _ buiten: NIOAsyncChannelOutboundWriter<HTTPClientRequestPart>
    ) async throws -> Baan {
        var baan = begin
        var antwoorden = binnen.makeAsyncIterator()
        while baan.volgende < indexen.count, !Task.isCancelled {
            guard let notificatie = try? bestand.notificatie(Int(indexen[baan.volgende])) else {
                baan.tel("onleesbaar")
                continue
            }
            let start = ContinuousClock.now
            do {
                try await buiten.write(contentsOf: verzoek(notificatie))
                var status: UInt?
                var openBlijven = true
                lezen: while true {
                    switch try await antwoorden.next() {
                    case .head(let kop):
                        status = kop.status.code
                        openBlijven = kop.isKeepAlive
                    case .body: break
                    case .end: break lezen
                    case nil: throw Breuk(baan: baan)
                    }
                }
                let wacht = start.duration(to: .now).microseconden
                baan.wachttijden.append(UInt32(clamping: wacht))
                baan.tel(status.map { String($0) } ?? "verbroken")
                if !openBlijven { return baan }
            } catch {
                throw Breuk(baan: baan)
            }
        }
        return baan
    }

    private func verzoek(_ notificatie: Notificatie) -> [HTTPClientRequestPart] {
        let body = ByteBuffer(bytes: notificatie.body())
        let koppen: HTTPHeaders = [
            "host": doel.hostkop, "content-type": "application/json", "content-length": String(body.readableBytes),
            "berichtId": notificatie.berichtId, "bron": bestand.kop.duoOin,
            "doel": bestand.kop.oin(gemeentecode: notificatie.gemeentecode) ?? "",
        ]
        let kop = HTTPRequestHead(version: .http1_1, method: .POST, uri: doel.pad, headers: koppen)
        return [.head(kop), .body(.byteBuffer(body)), .end(nil)]
    }

    private func verbind() async throws -> Kanaal {
        try await ClientBootstrap(group: groep)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .connect(host: doel.host, port: doel.poort) { [tls, doel] kanaal in
                kanaal.eventLoop.makeCompletedFuture {
                    if let tls, doel.versleuteld {
                        // A server name must not be an address.
                        let naam = doel.host.contains(where: \.isLetter) && !doel.host.contains(":") ? doel.host : nil
                        try kanaal.pipeline.syncOperations.addHandler(
                            NIOSSLClientHandler(context: tls, serverHostname: naam)
                        )
                    }
                    try kanaal.pipeline.syncOperations.addHTTPClientHandlers()
                    return try Kanaal(wrappingChannelSynchronously: kanaal)
                }
            }
    }
}

/// Where notifications go.
private struct Doel: Sendable {
    let host: String
    let poort: Int
    let pad: String
    let versleuteld: Bool
    var hostkop: String { "\(host):\(poort)" }

    init(_ tekst: String) throws(Lastduwer.OngeldigeURL) {
        guard let url = URL(string: tekst), let host = url.host(), let schema = url.scheme,
            schema == "http" || schema == "https"
        else { throw Lastduwer.OngeldigeURL(description: "\(tekst) is geen http(s)-adres.") }
        self.host = host
        versleuteld = schema == "https"
        poort = url.port ?? (versleuteld ? 443 : 80)
        let basis = url.path()
        pad = (basis.hasSuffix("/") ? String(basis.dropLast()) : basis) + "/notificaties"
    }
}
