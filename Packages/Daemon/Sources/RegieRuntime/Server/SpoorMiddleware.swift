// SPDX-License-Identifier: EUPL-1.2

import Exchange
import HTTPTypes
import Hummingbird

/// Reads what a partner says of the action from which it calls (W3C Trace Context), for the Logboek Dataverwerkingen: our
/// action goes on in that trace. A header that is none, or given twice, is as if it were not there, as W3C asks.
struct SpoorMiddleware: RouterMiddleware {
    typealias Context = Verzoekcontext

    func handle(_ request: Request, context: Context, next: (Request, Context) async throws -> Response) async throws
        -> Response
    {
        let waarden = HTTPField.Name("traceparent").map { request.headers[values: $0] } ?? []
        guard waarden.count == 1, let aanroeper = waarden.first.flatMap(TraceContext.init(traceparent:)) else {
            return try await next(request, context)
        }
        return try await Verwerking.$aanroeper.withValue(aanroeper) { try await next(request, context) }
    }
}
