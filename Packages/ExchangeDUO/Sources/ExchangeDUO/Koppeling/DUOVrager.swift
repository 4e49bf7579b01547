// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Foundation
import Inburgering

/// One request to DUO on behalf of one gemeente, with the headers that DUO's specification wants on every request.
struct DUOVrager: Sendable {
    let client: PartnerClient
    /// The gemeente's OIN.
    let bron: OIN
    /// DUO's OIN.
    let doel: OIN

    /// - Parameters:
    ///   - pad: after the base path, values filled in.
    ///   - sjabloon: the same with placeholders, for the log.
    func stuur(
        _ methode: PartnerRequest.Method,
        pad: String,
        sjabloon: String,
        berichtId: String,
        inhoud: JSON? = nil
    ) async -> Result<PartnerResponse, TransportFailure> {
        await client.send(
            PartnerRequest(
                methode,
                path: pad,
                template: sjabloon,
                berichtId: berichtId,
                headers: [("berichtId", berichtId), ("bron", bron.cijfers), ("doel", doel.cijfers)],
                body: inhoud?.bytes
            )
        )
    }

    /// A random id for a request that is not in the outbox.
    static func nieuwBerichtId() -> String { UUID().uuidString.lowercased() }
}

extension PartnerResponse {
    /// Whether this is the answer to that request.
    ///
    /// DUO puts the request's berichtId on the answer. An answer with another one belongs to somebody else's request
    /// (a proxy or a mix-up at the partner) and must not be used; one without it is taken, for the API's do not list
    /// the header among those an answer always has.
    func hoort(bij berichtId: String) -> Bool {
        guard let eigen = header("berichtId") else { return true }
        return eigen.lowercased() == berichtId.lowercased()
    }
}
