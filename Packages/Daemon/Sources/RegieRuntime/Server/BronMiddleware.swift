// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Inburgering
import Logging

/// Over TLS, the OIN of the sender's certificate must be the one that its `bron` header names (Digikoppeling: a message
/// says who sent it, the certificate proves it). Without this, every party with a certificate of the CA could speak for
/// DUO.
///
/// The statuses are those of DUO's Notificatie API: who cannot be identified gets 401, a missing header is 400.
struct BronMiddleware: RouterMiddleware {
    typealias Context = Verzoekcontext
    let logger: Logger

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws
        -> Response
    {
        guard let certificate = try await ClientCertificate.peer(of: context.channel) else {
            // The listener asks for a certificate, so a connection without one did not get here over TLS.
            return refuse("Er is geen certificaat van de afzender.")
        }
        guard let oin = try? ClientCertificate.oin(of: certificate) else {
            return refuse("In het certificaat van de afzender staat geen OIN (serialNumber van het onderwerp).")
        }
        let named = HTTPField.Name("bron").map { request.headers[values: $0] } ?? []
        guard named.count == 1, let bron = named.first.flatMap({ OIN($0) }) else {
            return refuse("De header bron ontbreekt of is geen OIN van 20 cijfers.", oin, .badRequest)
        }
        guard bron == oin else {
            return refuse("Het OIN in het certificaat is niet dat van de header bron.", oin)
        }
        return try await next(request, context)
    }

    private func refuse(_ why: String, _ oin: OIN? = nil, _ status: HTTPResponse.Status = .unauthorized) -> Response {
        logger.warning(
            "verzoek geweigerd",
            metadata: ["code": "\(status.code)", "waarom": "\(why)", "oin": "\(oin?.cijfers ?? "-")"]
        )
        return .fouttekst(status, why)
    }
}
