// SPDX-License-Identifier: EUPL-1.2

import ExchangeDUO
import HTTPTypes
import Hummingbird
import Inburgering
import Logging
import Metrics

/// What holds for every request: it is counted and logged by its route (never by its path), a body that says it is too
/// large is not read, and no answer is kept by anybody on the way.
struct VerkeerMiddleware: RouterMiddleware {
    typealias Context = Verzoekcontext
    let logger: Logger

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws
        -> Response
    {
        let begin = ContinuousClock.now
        var response: Response
        if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Context.grootsteBody {
            // DUO's specification has no 413: what is too large does not fit it.
            response = .fouttekst(.badRequest, "Het bericht is groter dan \(Context.grootsteBody >> 10) KiB.")
            logger.warning("Verzoek geweigerd: te groot", metadata: ["status": "400", "bytes": "\(length)"])
        } else {
            do {
                response = try await next(request, context)
            } catch let error as any HTTPResponseError {
                response = .fouttekst(error.status, error.status.nederlands)
            } catch {
                // Outside goes that it failed, and nothing of why.
                logger.error("verzoek mislukt", error: error, metadata: ["route": "\(context.endpointPath ?? "-")"])
                response = .fouttekst(.internalServerError, "Er ging hier iets mis.")
            }
        }
        // Digikoppeling: every answer of the API names its version, also one that its route never got to give.
        if request.uri.path == NotificatieAPI.pad, let name = HTTPField.Name("API-Version") {
            response.headers[name] = NotificatieAPI.versie
        }
        response.headers[.cacheControl] = "no-store"
        if let name = HTTPField.Name("X-Content-Type-Options") { response.headers[name] = "nosniff" }
        note(request, context, response, ContinuousClock.now - begin)
        return response
    }

    private func note(_ request: Request, _ context: Context, _ response: Response, _ took: Duration) {
        // The route as it was declared: a path that was asked for may hold anything, and there are endlessly many.
        let route = context.endpointPath ?? "onbekend"
        let code = "\(response.status.code)"
        Counter(label: "regie_http_verzoeken_total", dimensions: [("route", route), ("code", code)]).increment()
        let nanoseconds = took.components.seconds * 1_000_000_000 + took.components.attoseconds / 1_000_000_000
        Timer(label: "regie_http_duur_seconds", dimensions: [("route", route)]).recordNanoseconds(nanoseconds)
        logger.debug(
            "verzoek",
            metadata: [
                "route": "\(route)", "code": "\(code)", "methode": "\(request.method)",
                "ms": "\(nanoseconds / 1_000_000)",
            ]
        )
    }
}

extension Response {
    /// An answer with an error text for whoever asked, in the form of DUO's Notificatie API.
    static func fouttekst(_ status: HTTPResponse.Status, _ text: String) -> Response {
        .json(status, .object([.init("fouttekst", .tekst(text))]))
    }

    /// An answer in JSON.
    static func json(_ status: HTTPResponse.Status, _ json: JSON) -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: json.bytes))
        )
    }
}

extension HTTPResponse.Status {
    /// What a status of the server itself means, for who reads Dutch.
    fileprivate var nederlands: String {
        switch code {
        case 400: "Dit verzoek is niet te lezen."
        case 404: "Dit pad is er niet."
        case 405: "Deze methode kan hier niet."
        case 413: "Het bericht is te groot."
        case 415: "Deze vorm van inhoud kan hier niet."
        default: "Dit verzoek kan zo niet (status \(code))."
        }
    }
}
