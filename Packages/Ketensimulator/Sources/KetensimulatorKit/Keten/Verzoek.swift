// SPDX-License-Identifier: EUPL-1.2

/// One request of a gemeente, as far as DUO's side needs it.
struct Verzoek: Sendable {
    let methode: String
    /// The path without query, starting with `/`.
    let pad: String
    let berichtId: String?
    let bron: String?
    let doel: String?
    let body: [UInt8]

    /// GET and HEAD have no effect; anything else is a write, of which one berichtId counts once.
    var isSchrijvend: Bool { methode != "GET" && methode != "HEAD" }
}

/// The answer to a request.
struct Antwoord: Sendable {
    var status: Int
    /// The header `API-Version`; nil for a path that no API has.
    var apiVersie: String?
    /// The header `berichtId`: that of the request, unless a fault asks otherwise.
    var berichtId: String?
    /// JSON, or nothing.
    var body: [UInt8]?
}

/// What DUO did with a request: the answer, and what follows from it.
struct Afhandeling: Sendable {
    var antwoord: Antwoord
    /// The path with `{bsn}` in place of the number, for the log.
    var sjabloon: String
    /// The person it was about.
    var persoon: Int?
    /// Notifications that follow.
    var notificaties: [Notificatie] = []
}
