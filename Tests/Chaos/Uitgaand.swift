// SPDX-License-Identifier: EUPL-1.2

import AsyncHTTPClient
import Foundation
import Inburgering
import NIOCore
import RegieTestKit

/// What goes out: a job whose effect is seen with somebody else.
extension Stad {
    /// A klantmanager sets the PIP of so many people; each is a message to DUO.
    func stelPIPsVast(_ aantal: Int) async throws {
        let lijst = try await regie(["dossier", "list", "--limiet", "\(aantal)", "--output", "csv"])
        let dossiers = lijst.tekst.split(whereSeparator: \.isNewline).dropFirst().prefix(aantal)
            .compactMap { $0.split(separator: ",").first.map(String.init) }
        guard lijst.code == 0, dossiers.count == aantal else { throw TeLaat(description: lijst.tekst) }
        let pip = "--leerroute Z --gesprekken 6 --uren-pvt 12 --reden proef".split(separator: " ").map(String.init)
        for dossier in dossiers {
            let dag = ["--dagtekening", "\(Systeemklok().vandaag)"]
            let (code, tekst) = try await regie(["pip", "vaststellen", dossier] + dag + pip)
            guard code == 0 else { throw TeLaat(description: "regie pip vaststellen gaf \(code): \(tekst)") }
        }
    }

    /// Of how many people DUO has a PIP, and of how many it got more than one.
    func pipsBijDUO() async throws -> (personen: Int, dubbel: Int) {
        var uit = (personen: 0, dubbel: 0)
        for nummer in 1...Self.bsns.count {
            let verzoek = HTTPClientRequest(url: "http://127.0.0.1:\(duopoort)/beheer/personen/\(nummer)")
            let antwoord = try await HTTPClient.shared.execute(verzoek, timeout: .seconds(30))
            let persoon = try JSON.lees(String(buffer: try await antwoord.body.collect(upTo: 1 << 20)))["persoon"]
            if let pip = persoon?["pip"], pip != .null { uit.personen += 1 }
            // What a later PIP took the place of.
            if persoon?["pipHistorie"]?.lijst?.isEmpty == false { uit.dubbel += 1 }
        }
        return uit
    }
}
