// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import Testing

@testable import Exchange

struct TraceContextTests {
    private static let trace = "4bf92f3577b34da6a3ce929d0e0e4736"
    private static let span = "00f067aa0ba902b7"

    @Test func `de kopregel van een partner wordt gelezen zoals W3C haar schrijft`() throws {
        let gelezen = try #require(TraceContext(traceparent: "00-\(Self.trace)-\(Self.span)-01"))
        #expect(gelezen.traceID == Self.trace && gelezen.spanID == Self.span)
        #expect(gelezen.traceparent == "00-\(Self.trace)-\(Self.span)-01")
        #expect(gelezen.next.traceID == Self.trace && gelezen.next.spanID != Self.span)
        // A later version may have more after the flags; what is known of it still counts.
        #expect(TraceContext(traceparent: "cc-\(Self.trace)-\(Self.span)-00-wat er ook komt")?.spanID == Self.span)
    }

    @Test(arguments: [
        "", "00", "00-\(trace)-\(span)", "00-\(trace)-\(span)-01-meer", "00-\(trace)-\(span)-0",
        "ff-\(trace)-\(span)-01", "00-\(trace.uppercased())-\(span)-01",
        "00-00000000000000000000000000000000-\(span)-01", "00-\(trace)-0000000000000000-01",
        "00-\(trace)x\(span)-01", "0x-\(trace)-\(span)-01", "cc-\(trace)-\(span)-00.meer",
    ])
    func `een kopregel die er geen is telt niet`(_ tekst: String) {
        #expect(TraceContext(traceparent: tekst) == nil)
    }

    @Test func `een verzoek aan een partner draagt het spoor van de verwerking, en anders geen`() async throws {
        try await Proefserver.met(antwoord: { _ in .init(200, "{}") }) { server in
            let client = try PartnerClient(
                .duo,
                at: PartnerEndpoint(url: server.url, partnerOIN: nil),
                logger: Logvanger().logger
            )
            let verzoek = PartnerRequest(.get, path: "/x", template: "/x", berichtId: "1")
            let spoor = TraceContext.random()
            _ = await TraceContext.$current.withValue(spoor) { await client.send(verzoek) }
            _ = await client.send(verzoek)
            await client.shutdown()
            #expect(server.verzoeken.map { $0.koppen["traceparent"] } == [spoor.traceparent, nil])
        }
    }
}
