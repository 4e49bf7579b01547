// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `De lijsten van DUO en de koppeling` {
    @Test func `scholen en verlengingsgronden worden gelezen`() async throws {
        let scholen = try Proef.fixture("instellingen.json").description
        let gronden = try Proef.fixture("verlengingsgronden.json").description
        try await Proefserver.met(antwoord: { $0.pad == "/v1/instellingen" ? .init(200, scholen) : .init(200, gronden) }
        ) { server in
            let koppeling = try Proef.koppeling(server.url)
            let lijsten = try #require(koppeling.lijsten(voor: Proef.gemeente()))
            let gelezen = try await lijsten.instellingen()
            let redenen = try await lijsten.verlengingsgronden()
            #expect(gelezen.count == 2)
            #expect(redenen.count == 1)
            #expect(server.verzoeken.map(\.pad) == ["/v1/instellingen", "/v1/verlengingsgronden"])
            await koppeling.sluit()
        }
    }

    @Test(arguments: [
        (503, "", RegieFout.Code.partnerFaalt), (200, "{", .partnerAntwoordOngeldig),
        (200, "[{}]", .partnerAntwoordOngeldig),
    ])
    func `een lijst die niet komt of niet klopt is een fout`(status: Int, body: String, code: RegieFout.Code)
        async throws
    {
        try await Proefserver.met(antwoord: { _ in .init(status, body) }) { server in
            let koppeling = try Proef.koppeling(server.url)
            let lijsten = try #require(koppeling.lijsten(voor: Proef.gemeente()))
            let fout = await #expect(throws: RegieFout.self) { try await lijsten.instellingen() }
            #expect(fout?.code == code)
            await koppeling.sluit()
        }
    }

    @Test func `een gemeente die hier niet werkt krijgt niets`() async throws {
        let koppeling = try Proef.koppeling("http://127.0.0.1:1/v1")
        let ander = try #require(Gemeentecode("0599"))
        #expect(koppeling.lezer(voor: ander).map { _ in 1 } == nil)
        #expect(koppeling.verzender(voor: ander).map { _ in 1 } == nil)
        await koppeling.sluit()
    }
}
