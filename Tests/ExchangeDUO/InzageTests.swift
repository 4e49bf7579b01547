// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

/// DUO shows a person only to the gemeente that the person belongs to (README, Scope); to others it answers 403.
@Suite struct `Wie DUO niet meer laat zien` {
    private func alles(_ soort: String, _ status: Int = 403) -> DUOServer.Antwoorden {
        var antwoorden: DUOServer.Antwoorden = [:]
        for raadpleging in Gebeurtenistabel.raadplegingen[soort] ?? [] {
            antwoorden[raadpleging.sjabloon.replacing("/personen/{bsn}", with: "")] = .init(status)
        }
        return antwoorden
    }

    private func verhuisd(_ dag: String, naar code: String) -> String {
        #"{"soort":"Verhuisd","datum":"\#(dag)","naarGemeente":"\#(code)","bron":"BRP"}"#
    }

    @Test(arguments: ["SS101", "SS102", "SS113", "SS199"])
    func `wie naar een andere gemeente verhuisde is daarmee afgehandeld`(_ soort: String) async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie(soort),
            voor: try Proef.dossier([verhuisd("2025-05-01", naar: "0599")]),
            alles(soort)
        )
        #expect(uitkomst.soorten == [], "\(uitkomst)")
    }

    @Test(arguments: ["SS101", "SS102", "SS113", "SS199"])
    func `van wie hier nog woont hoort de klantmanager het, en het bericht wacht`(_ soort: String) async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie(soort),
            voor: try Proef.dossier([
                #"{"soort":"IngeschrevenInGemeente","datum":"2025-01-10","gemeente":"0363","bron":"BRP"}"#
            ]),
            alles(soort)
        )
        #expect(uitkomst.signaal?.code == .duoGeenInzage, "\(uitkomst)")
        #expect(uitkomst.later?.contains("403") == true)
        guard case .geenInzage(_, _, let tot) = uitkomst else { return }
        #expect(tot == VasteKlok().nu.plus(milliseconden: Inzage.wachten))
        #expect(!"\(uitkomst)".contains(Proef.bsn))
    }

    @Test func `wie terugkwam woont hier, ook al ging hij eerder weg`() throws {
        let heen = verhuisd("2025-02-01", naar: "0599")
        let terug = verhuisd("2025-06-01", naar: "0363")
        #expect(try Proef.dossier([heen]).isElders)
        #expect(try !Proef.dossier([heen, terug]).isElders)
        #expect(try !Proef.dossier([]).isElders, "van wie niets bekend is")
    }

    @Test func `een weigering van één API is iets voor de beheerder, niet voor de klantmanager`() async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie("SS101"),
            voor: try Proef.dossier([]),
            ["/inburgeringsplicht": .init(403)]
        )
        #expect(uitkomst.mislukt?.contains("403") == true, "\(uitkomst)")
    }

    @Test func `een vertrek naar een andere gemeente staat op de werkvoorraad tot het is vastgelegd`() async throws {
        let (uitkomst, _) = try await DUOServer.lees(
            try Proef.notificatie("SS122"),
            voor: try Proef.dossier([]),
            alles("SS122")
        )
        #expect(uitkomst.signaal?.code == .duoVertrekGemeld, "\(uitkomst)")
        let (bekend, _) = try await DUOServer.lees(
            try Proef.notificatie("SS122"),
            voor: try Proef.dossier([verhuisd("2025-05-01", naar: "0599")]),
            alles("SS122")
        )
        #expect(bekend.soorten == [], "\(bekend)")
    }
}
