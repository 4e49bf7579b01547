// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
public import Hummingbird
public import Inburgering
public import Logging
import NIOCore

/// What became of a notification that was offered for storing.
public enum Ontvangst: Hashable, Sendable {
    /// It is stored: now, or before with the same content.
    case bewaard
    /// Its berichtId is that of an earlier message with other content. It is kept for a beheerder and has no effect.
    case botst
}

/// Adds `POST /v1/notificaties`, which DUO calls at the gemeente.
///
/// 201 is answered only after `ontvang` returned: from then on the message is ours to keep. A duplicate gets 201 as
/// well, for DUO sends again when it missed our answer. One that says something else under a berichtId that was used
/// before is 400: a berichtId is unique (Notificatie API 1.8.0), and 201 would tell DUO that this event was taken in.
/// - Parameters:
///   - router: where the route is added.
///   - api: judges the request.
///   - klok: when it came.
///   - logger: one line per refused or failed request: berichtId and reason, no body.
///   - ontvang: stores the message, durable when it returns. `opslag-bezet` thrown from it becomes 503, any other error
///     500.
public func notificatieRoutes<Context: RequestContext>(
    op router: some RouterMethods<Context>,
    api: NotificatieAPI,
    klok: any Klok = Systeemklok(),
    logger: Logger,
    ontvang: @escaping @Sendable (Gemeentecode, InkomendBericht) async throws -> Ontvangst
) {
    router.post(RouterPath(NotificatieAPI.pad)) { verzoek, _ -> Response in
        var koppen = NotificatieAPI.Koppen(berichtId: nil, bron: nil, doel: nil)
        koppen.berichtId = verzoek.kop("berichtId")
        koppen.bron = verzoek.kop("bron")
        koppen.doel = verzoek.kop("doel")
        var body: [UInt8] = []
        do {
            // One byte more than allowed is enough to know that it is too much.
            let buffer = try await verzoek.body.collect(upTo: NotificatieAPI.grootsteBody)
            body = Array(buffer.readableBytesView)
        } catch is NIOTooManyBytesError {
            body = Array(repeating: 0, count: NotificatieAPI.grootsteBody + 1)
        }
        switch api.beoordeel(koppen, body: body, nu: klok.nu) {
        case .weiger(let antwoord):
            logger.warning(
                "Notificatie geweigerd",
                metadata: ["status": "\(antwoord.status)", "waarom": "\(antwoord.waarom)"]
            )
            return .notificatie(HTTPResponse.Status(code: antwoord.status), fout: antwoord.waarom)
        case .ontvang(let gemeente, let bericht):
            do {
                switch try await ontvang(gemeente, bericht) {
                case .bewaard: return .notificatie(.created)
                case .botst:
                    logger.error(
                        "Notificatie geweigerd: het berichtId is eerder gebruikt met een andere inhoud",
                        metadata: [
                            "berichtId": "\(bericht.sleutel.berichtId)", "gemeente": "\(gemeente)", "status": "400",
                            "gebeurtenis": "\(bericht.soort)",
                        ]
                    )
                    return .notificatie(
                        .badRequest,
                        fout: "Dit berichtId is eerder gebruikt voor een andere notificatie. "
                            + "Stuur deze met een nieuw berichtId."
                    )
                }
            } catch {
                let fout = error as? RegieFout
                let bezet = fout?.code == .opslagBezet
                logger.error(
                    "Notificatie niet opgeslagen",
                    metadata: [
                        "berichtId": "\(bericht.sleutel.berichtId)", "status": bezet ? "503" : "500",
                        "code": "\(fout?.code.rawValue ?? "onbekend")", "waarom": "\(fout?.wat ?? "onbekend")",
                        "watTeDoen": "\(fout?.watTeDoen ?? "")",
                    ]
                )
                return bezet
                    ? .notificatie(.serviceUnavailable, fout: "De opslag is tijdelijk niet beschikbaar.", wacht: 30)
                    : .notificatie(.internalServerError)
            }
        }
    }
}

extension Request {
    /// The value of a header; nil when it is absent or given more than once.
    fileprivate func kop(_ naam: String) -> String? {
        guard let naam = HTTPField.Name(naam) else { return nil }
        let waarden = headers[values: naam]
        return waarden.count == 1 ? waarden.first : nil
    }
}

extension Response {
    /// An answer of the Notificatie API, always with its version.
    fileprivate static func notificatie(
        _ status: HTTPResponse.Status,
        fout: String? = nil,
        wacht seconden: Int? = nil
    ) -> Response {
        var koppen = HTTPFields()
        if let naam = HTTPField.Name("API-Version") { koppen[naam] = NotificatieAPI.versie }
        if let seconden { koppen[.retryAfter] = String(seconden) }
        guard let fout else { return Response(status: status, headers: koppen) }
        koppen[.contentType] = "application/json"
        let inhoud: JSON = .object([.init("fouttekst", .tekst(fout))])
        return Response(
            status: status,
            headers: koppen,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: inhoud.bytes))
        )
    }
}
