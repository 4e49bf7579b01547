// SPDX-License-Identifier: EUPL-1.2

import ExchangeDUO
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite(.timeLimit(.minutes(3)))
struct NotificatieontvangstTests {
    private let een = TestIdentity.bsn(1)
    private let twee = TestIdentity.bsn(2)

    private func bericht(_ bsn: Bsn, _ ruw: String? = nil) -> InkomendBericht {
        InkomendBericht(
            sleutel: Berichtsleutel(.duo, "3f2504e0-4f89-41d3-9a0c-0305e82c3301"),
            soort: "SS101",
            ontvangenOp: TestData.moment,
            bsn: bsn,
            vnummer: nil,
            ruw: Array(
                (ruw
                    ?? #"{"registratieDatumTijd":"2024-03-01T09:00:00Z","gebeurtenisId":"SS101","bsn":"\#(bsn.cijfers)"}"#)
                    .utf8
            )
        )
    }

    @Test func `dezelfde melding in een andere schrijfwijze is dezelfde`() async throws {
        let proef = try await Ketenproef()
        let ontvangst = Notificatieontvangst(store: proef.store)
        #expect(try await ontvangst.neem(bericht(een)) == .bewaard)
        let anders =
            #"{ "bsn": "\#(een.cijfers)", "gebeurtenisId": "SS101", "registratieDatumTijd": "2024-03-01T10:00:00+01:00" }"#
        #expect(try await ontvangst.neem(bericht(een, anders)) == .bewaard)
        #expect(try await proef.store.countInbox() == Self.aantal(ontvangen: 1))
    }

    @Test func `een melding onder een gebruikt berichtId blijft bewaard en heeft geen gevolg`() async throws {
        let proef = try await Ketenproef()
        let store = proef.store
        let ontvangst = Notificatieontvangst(store: store)
        _ = try await ontvangst.neem(bericht(een))
        #expect(try await ontvangst.neem(bericht(twee)) == .botst)
        #expect(try await ontvangst.neem(bericht(twee)) == .botst, "DUO probeert het nog eens")
        #expect(try await store.countInbox() == Self.aantal(ontvangen: 1, mislukt: 1))
        let sleutel = Berichtsleutel(.duo, "3f2504e0-4f89-41d3-9a0c-0305e82c3301~2")
        let dood = try #require(try await store.findInbox(sleutel))
        #expect(dood.bericht.ruw == bericht(twee).ruw && dood.bericht.bsn == twee, "tot op de byte")
        guard case .mislukt(let waarom) = dood.status else { throw Proeffout(description: "\(dood.status)") }
        #expect(waarom.contains("eerder gebruikt") && waarom.contains("bied haar dan opnieuw aan"))

        try await proef.met(duo: Ketenproef.plicht) { duo, _ in
            try await proef.verwerk(duo)
            #expect(try await store.findDossiers(by: .bsn(een)).count == 1)
            #expect(try await store.findDossiers(by: .bsn(twee)).isEmpty, "geen gevolg zolang niemand keek")
            // As `regie bericht retry` does.
            try await store.setInbox(sleutel, .ontvangen, dossier: nil)
            try await proef.verwerk(duo)
        }
        #expect(try await store.findDossiers(by: .bsn(twee)).count == 1)
        #expect(try await proef.status(sleutel) == .verwerkt)
        #expect(try await proef.status(bericht(een).sleutel) == .verwerkt)
    }

    @Test func `van elke inhoud is er een, hoe vaak hij ook komt`() async throws {
        let proef = try await Ketenproef()
        let ontvangst = Notificatieontvangst(store: proef.store)
        try await withThrowingTaskGroup(of: Void.self) { groep in
            for nummer in 0..<60 {
                groep.addTask { _ = try await ontvangst.neem(bericht(TestIdentity.bsn(nummer % 3 + 1))) }
            }
            try await groep.waitForAll()
        }
        let alle = try await proef.store.listInbox(status: nil, limiet: 99, overslaan: 0)
        #expect(Set(alle.map(\.bericht.bsn)) == Set((1...3).map { TestIdentity.bsn($0) }))
        #expect(alle.count == 3)
        #expect(try await proef.store.countInbox() == Self.aantal(ontvangen: 1, mislukt: 2))
    }

    private static func aantal(ontvangen: Int = 0, mislukt: Int = 0) -> [String: Int] {
        ["ontvangen": ontvangen, "wacht": 0, "verwerkt": 0, "mislukt": mislukt, "vervallen": 0]
    }
}
