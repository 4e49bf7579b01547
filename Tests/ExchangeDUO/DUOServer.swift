// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

/// A DUO of the test's own: answers per path, the request's berichtId on every answer.
enum DUOServer {
    typealias Antwoorden = [String: Proefserver.Antwoord]

    /// Answers of somebody about whom DUO knows everything, by the end of the path.
    static let alles: [String: String] = [
        "/doelgroep": #"{"indeling":"Asielstatushouder","begindatum":"2024-02-01"}"#,
        "/doelgroep/historie": "[]",
        "/inburgeringsplicht": #"{"indicatorInburgeringsplicht":true,"begindatum":"2024-02-01"}"#,
        "/inburgeringsplicht/historie": "[]",
        "/inburgeringstermijn": #"{"startdatum":"2024-03-16","einddatum":"2027-03-16"}"#,
        "/inburgeringstermijn/historie": "[]",
        "/verlengingen": "[]",
        "/lbt/examennummer": #"{"examennummer":"1"}"#,
        "/lbt/resultaten": "[]",
        "/vrijstellingen": "[]",
        "/ontheffingen": "[]",
        "/examens/resultaten": "[]",
        "/examens/gratispogingen": "[]",
        "/PIP": #"{"gemeentecode":"0363","pip":{"dagtekeningPip":"2024-03-15","leerroute":"B"}}"#,
        "/uren": "[]",
        "/map": #"{"datumEindgesprekMap":"2025-05-01"}"#,
        "/pvt": #"{"datumOndertekeningPvt":"2024-06-01"}"#,
        "/boetes": #"[{"bedrag":250,"datum":"2025-05-01"}]"#,
        "/gebeurtenissen": "[]",
    ]

    /// The end of a path, after the BSN.
    static func einde(_ pad: String) -> String { pad.replacing("/v1/personen/\(Proef.bsn)", with: "") }

    /// Answers from the lists, 404 for what is in neither.
    static func antwoord(_ eigen: Antwoorden = [:], standaard: [String: String] = alles)
        -> @Sendable (Proefserver.Verzoek) async -> Proefserver.Antwoord
    {
        { verzoek in
            let pad = einde(verzoek.pad)
            var uit = eigen[pad] ?? standaard[pad].map { .init(200, $0) } ?? .init(404)
            if uit.koppen["berichtId"] == nil { uit.koppen["berichtId"] = verzoek.koppen["berichtid"] ?? "" }
            uit.koppen["API-Version"] = "1.0.0"
            return uit
        }
    }

    /// What reading a notification gives, and what DUO was asked.
    static func lees(
        _ bericht: InkomendBericht,
        voor dossier: Dossier,
        _ eigen: Antwoorden = [:],
        standaard: [String: String] = alles,
        log: Logvanger = Logvanger()
    ) async throws -> (uitkomst: Leesuitkomst, gevraagd: [Proefserver.Verzoek]) {
        try await Proefserver.met(antwoord: antwoord(eigen, standaard: standaard)) { server in
            let koppeling = try Proef.koppeling(server.url, log: log)
            let lezer = try #require(koppeling.lezer(voor: Proef.gemeente()))
            let uitkomst = await lezer.lees(bericht, voor: dossier)
            await koppeling.sluit()
            return (uitkomst, server.verzoeken)
        }
    }
}

extension Leesuitkomst {
    /// The kinds of fact; nil when it is no list of facts.
    var soorten: [String]? {
        switch self {
        case .feiten(let feiten), .melding(let feiten, _): feiten.map(\.feit.soort)
        default: nil
        }
    }
    /// The reason to wait; nil when there is nothing to wait for.
    var later: String? {
        switch self {
        case .later(let waarom, _), .nogNiet(let waarom), .wachtOp(let waarom, _): waarom
        case .geenInzage(_, let waarom, _): waarom
        case .feiten, .melding, .mislukt: nil
        }
    }
    /// What a klantmanager hears of it.
    var signaal: Signaal? {
        switch self {
        case .melding(_, let signaal), .geenInzage(let signaal, _, _): signaal
        default: nil
        }
    }
    /// The reason it failed.
    var mislukt: String? { if case .mislukt(let waarom) = self { waarom } else { nil } }
}
