// SPDX-License-Identifier: EUPL-1.2

public import ExchangeDUO
import ExchangeTestKit
import Hummingbird
public import Inburgering
public import Logging

/// Runs the gemeente's side of the Notificatie API on a real socket for the length of a test.
public enum Notificatieproef {
    /// - Parameters:
    ///   - ontvang: stores a message, as in `notificatieRoutes`.
    ///   - proef: gets `http://127.0.0.1:port/v1`.
    public static func met<Uitslag: Sendable>(
        _ api: NotificatieAPI,
        logger: Logger,
        ontvang: @escaping @Sendable (Gemeentecode, InkomendBericht) async throws -> Ontvangst,
        _ proef: @Sendable (String) async throws -> Uitslag
    ) async throws -> Uitslag {
        let router = Router(context: BasicRequestContext.self)
        notificatieRoutes(op: router, api: api, logger: logger, ontvang: ontvang)
        return try await Proefserver.draai(router.buildResponder()) { poort in
            try await proef("http://127.0.0.1:\(poort)/v1")
        }
    }
}
