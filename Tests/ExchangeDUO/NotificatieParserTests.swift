// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Een notificatie van DUO` {
    static let goed =
        #"{"registratieDatumTijd":"2025-06-14T23:30:00+02:00","gebeurtenisId":"SS101","bsn":"999990019","vNummer":1234567,"onbekendVeld":{"a":[1]}}"#
    static let id = "3F2504E0-4F89-41D3-9A0C-0305E82C3301"

    func beoordeel(
        _ body: String = goed,
        berichtId: String? = id,
        bron: String? = Proef.duoOIN,
        doel: String? = Proef.eigenOIN
    ) throws -> NotificatieAPI.Oordeel {
        let api = try NotificatieAPI(
            duo: Proef.oin(Proef.duoOIN),
            gemeenten: [Proef.gemeente(): Proef.oin(Proef.eigenOIN)]
        )
        return api.beoordeel(
            .init(berichtId: berichtId, bron: bron, doel: doel),
            body: Array(body.utf8),
            nu: VasteKlok().nu
        )
    }

    func status(_ oordeel: NotificatieAPI.Oordeel) -> Int {
        if case .weiger(let antwoord) = oordeel { antwoord.status } else { 201 }
    }

    @Test func `wordt een bericht voor de gemeente van het doel`() throws {
        guard case .ontvang(let gemeente, let bericht) = try beoordeel() else {
            Issue.record("geweigerd")
            return
        }
        #expect(gemeente == (try Proef.gemeente()))
        #expect(bericht.sleutel == Berichtsleutel(.duo, Self.id.lowercased()))
        #expect(bericht.soort == "SS101")
        #expect(bericht.bsn == Bsn(Proef.bsn))
        #expect(bericht.vnummer == VNummer(waarde: 1_234_567))
        #expect(bericht.ruw == Array(Self.goed.utf8))
        #expect(bericht.ontvangenOp == VasteKlok().nu)
    }

    @Test(arguments: [
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS999"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00.123456Z","gebeurtenisId":"1","vNummer":0,"bsn":null}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"ABC123","vNummer":9999999999}"#,
    ])
    func `die aan de specificatie voldoet wordt aangenomen, ook als wij de gebeurtenis niet kennen`(body: String) throws
    {
        #expect(status(try beoordeel(body)) == 201)
    }

    @Test(arguments: [
        "", "{", "[]", "null", #"{"registratieDatumTijd":"2025-06-14T23:30:00Z"}"#, #"{"gebeurtenisId":"SS101"}"#,
        #"{"registratieDatumTijd":"2025-06-14","gebeurtenisId":"SS101"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00","gebeurtenisId":"SS101"}"#,
        #"{"registratieDatumTijd":20250614,"gebeurtenisId":"SS101"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"ss101"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS10101"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":101}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","bsn":"999990018"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","bsn":999990019}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","vNummer":"1234567"}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","vNummer":10000000000}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","vNummer":-1}"#,
        #"{"registratieDatumTijd":"2025-06-14T23:30:00Z","gebeurtenisId":"SS101","vNummer":1.5}"#,
    ])
    func `die niet aan de specificatie voldoet is 400, zonder de waarde te noemen`(body: String) throws {
        let oordeel = try beoordeel(body)
        #expect(status(oordeel) == 400)
        if case .weiger(let antwoord) = oordeel {
            #expect(!antwoord.waarom.contains("99999001"))
            #expect(!antwoord.waarom.contains("1234567"))
        }
    }

    @Test func `van meer dan 64 KiB is 400`() throws {
        let vulling = String(repeating: " ", count: NotificatieAPI.grootsteBody)
        #expect(status(try beoordeel(Self.goed + vulling)) == 400)
        let net = String(repeating: " ", count: NotificatieAPI.grootsteBody - Self.goed.utf8.count)
        #expect(status(try beoordeel(Self.goed + net)) == 201)
    }

    @Test(arguments: [
        nil, "", "geen-uuid", "3F2504E0-4F89-41D3-9A0C-0305E82C330", "3F2504E0x4F89-41D3-9A0C-0305E82C3301",
    ])
    func `zonder geldig berichtId is 400`(berichtId: String?) throws {
        #expect(status(try beoordeel(berichtId: berichtId)) == 400)
    }

    @Test func `van een ander dan DUO is 401, voor een ander dan ons 403`() throws {
        #expect(status(try beoordeel(bron: Proef.eigenOIN)) == 401)
        #expect(status(try beoordeel(doel: Proef.duoOIN)) == 403)
        #expect(status(try beoordeel(bron: nil)) == 400)
        #expect(status(try beoordeel(bron: "123")) == 400)
        #expect(status(try beoordeel(doel: nil)) == 400)
        #expect(status(try beoordeel(doel: "0000000100256444000x")) == 400)
    }

    // How fast this goes is shown by `make bench`: a clock in a test measures whatever else the machine does.
    @Test func `drieduizend achter elkaar worden alle aangenomen`() throws {
        var aangenomen = 0
        for _ in 0..<3000 where status(try beoordeel()) == 201 { aangenomen += 1 }
        #expect(aangenomen == 3000)
    }
}
