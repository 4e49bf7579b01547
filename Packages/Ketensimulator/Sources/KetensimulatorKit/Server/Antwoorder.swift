// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import ServiceLifecycle

/// Takes requests from the wire, plays the faults that are on, and puts answers on the wire.
struct Antwoorder: HTTPResponder {
    private static let grootsteBody = 4 << 20
    private static let tijdUit = Duration.seconds(60)

    let keten: Keten
    let storingen: Storingenlijst
    let log: Verzoekenlog
    let duwer: Duwer
    let beheer: Beheer

    func respond(to request: Request, context: Verbindingscontext) async throws -> Response {
        var request = request
        let body = Array(try await request.collectBody(upTo: Self.grootsteBody).readableBytesView)
        if request.uri.path.hasPrefix("/beheer") {
            guard context.isLokaal else { return Response(status: .forbidden) }
            return await beheer.antwoord(request, body: body).response
        }
        let verzoek = Verzoek(
            methode: request.method.rawValue,
            pad: request.uri.path,
            berichtId: request.headers.waarde("berichtid"),
            bron: request.headers.waarde("bron"),
            doel: request.headers.waarde("doel"),
            body: body
        )
        let storing = storingen.neem(methode: verzoek.methode, pad: verzoek.pad, duw: false)
        if storing?.soort == .vertraging {
            try? await cancelWhenGracefulShutdown {
                try await Task.sleep(for: .milliseconds(storing?.millis ?? 1000))
            }
        }
        let afhandeling = await handelAf(verzoek, storing)
        schrijfOp(verzoek, afhandeling, storing)
        duwer.plaats(afhandeling.notificaties)
        guard afhandeling.geeftAntwoord else {
            if storing?.soort == .tijdUit {
                let duur = storing?.millis.map { Duration.milliseconds($0) } ?? Self.tijdUit
                try? await cancelWhenGracefulShutdown { try await Task.sleep(for: duur) }
            }
            // Awaited: once the channel is closed, what Hummingbird writes goes nowhere.
            try? await context.kanaal.close()
            return Response(status: .internalServerError)
        }
        return afhandeling.antwoord.response
    }

    private func handelAf(_ verzoek: Verzoek, _ storing: Storing?) async -> Afhandeling {
        let verwerkt = storing?.verwerkt ?? false
        switch storing?.soort {
        case .serverfout, .onbereikbaar, .verbreek, .tijdUit:
            var afhandeling =
                verwerkt
                ? await keten.verwerk(verzoek)
                : Afhandeling(
                    antwoord: Antwoord(status: 0, apiVersie: Routetabel.duo.versie(verzoek)),
                    sjabloon: Routetabel.duo.sjabloon(verzoek)
                )
            let antwoord = afhandeling.antwoord
            let status = storing?.soort == .onbereikbaar ? 503 : storing?.soort == .serverfout ? 500 : nil
            afhandeling.antwoord = Antwoord(
                status: status ?? Afhandeling.geenAntwoord,
                apiVersie: antwoord.apiVersie,
                berichtId: verzoek.berichtId
            )
            return afhandeling
        case .anderePersoon:
            return await keten.verwerk(verzoek, overAnder: true)
        case .kapotteJSON:
            var afhandeling = await keten.verwerk(verzoek)
            let body = afhandeling.antwoord.body ?? []
            afhandeling.antwoord.body = body.count > 3 ? Array(body[..<(body.count / 2)]) : Array("{".utf8)
            return afhandeling
        case .vertraging, .dubbel, nil:
            return await keten.verwerk(verzoek)
        }
    }

    private func schrijfOp(_ verzoek: Verzoek, _ afhandeling: Afhandeling, _ storing: Storing?) {
        log.voegToe(
            Verzoekregel(
                tijdstip: Date().ISO8601Format(),
                methode: verzoek.methode,
                pad: afhandeling.sjabloon,
                persoon: afhandeling.persoon,
                status: afhandeling.geeftAntwoord ? afhandeling.antwoord.status : nil,
                berichtId: verzoek.berichtId,
                bron: verzoek.bron,
                body: verzoek.body.isEmpty
                    ? nil
                    : (try? JSONWaarde(bytes: verzoek.body)) ?? .tekst(String(decoding: verzoek.body, as: UTF8.self)),
                storing: storing?.soort.rawValue
            )
        )
    }
}

extension Afhandeling {
    /// The status of a request that gets no answer at all.
    static let geenAntwoord = -1
    var geeftAntwoord: Bool { antwoord.status != Self.geenAntwoord }
}

extension Routetabel {
    fileprivate func versie(_ verzoek: Verzoek) -> String? {
        zoek(methode: verzoek.methode, pad: verzoek.pad)?.route.versie
    }

    fileprivate func sjabloon(_ verzoek: Verzoek) -> String {
        zoek(methode: verzoek.methode, pad: verzoek.pad)?.route.volledigSjabloon ?? Self.gemaskeerd(verzoek.pad)
    }
}

extension HTTPFields {
    /// The value of a header by its lower-case name.
    fileprivate func waarde(_ naam: String) -> String? {
        first { $0.name.canonicalName == naam }?.value
    }

    fileprivate mutating func zet(_ naam: String, _ waarde: String?) {
        guard let waarde, let naam = HTTPField.Name(naam) else { return }
        self[naam] = waarde
    }
}

extension Antwoord {
    /// The answer on the wire.
    var response: Response {
        var koppen = HTTPFields()
        koppen.zet("API-Version", apiVersie)
        koppen.zet("berichtId", berichtId)
        if body != nil { koppen[.contentType] = "application/json" }
        return Response(
            status: .init(code: status),
            headers: koppen,
            body: body.map { .init(byteBuffer: ByteBuffer(bytes: $0)) } ?? .init()
        )
    }
}
