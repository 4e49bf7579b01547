// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import Jobs

private func tijd(_ tekst: String) throws -> Tijdstip { try #require(Tijdstip(tekst)) }

private func schema(_ regel: String, _ inhalen: Inhaalbeleid) throws -> Schedule {
    Schedule(naam: "nacht", cron: try Cron(regel), inhalen: inhalen)
}

private func stand(_ laatste: Tijdstip, gepauzeerd: Bool = false) -> ScheduleState {
    ScheduleState(laatste: laatste, isTik: true, gepauzeerd: gepauzeerd)
}

@Test func `na drie dagen stilstand haalt elk beleid in wat het belooft`() throws {
    let laatste = try tijd("2026-01-10T01:15:00Z")
    let nu = try tijd("2026-01-13T09:00:00Z")
    let gemist = try ["2026-01-11T01:15:00Z", "2026-01-12T01:15:00Z", "2026-01-13T01:15:00Z"].map(tijd)
    func tikken(_ inhalen: Inhaalbeleid) throws -> [Tijdstip] {
        TickPlan.plan(try schema("15 2 * * *", inhalen), stand(laatste), now: nu).ticks
    }
    #expect(try tikken(.alle) == gemist)
    #expect(try tikken(.laatste) == [gemist[2]])
    #expect(try tikken(.geen) == [])
}

@Test func `zonder inhalen loopt een schema wel als er op tijd wordt gekeken`() throws {
    let schema = try schema("15 2 * * *", .geen)
    let gisteren = stand(try tijd("2026-01-10T01:15:00Z"))
    let tik = try tijd("2026-01-11T01:15:00Z")
    #expect(TickPlan.plan(schema, gisteren, now: tik.plus(milliseconden: 900)).ticks == [tik])
    #expect(TickPlan.plan(schema, gisteren, now: tik.plus(milliseconden: 60_001)).ticks == [])
}

@Test func `een nieuw schema telt vanaf nu, ook als het proces vaker herstart dan het schema loopt`() throws {
    let schema = try schema("0 4 * * 1", .laatste)
    let nu = try tijd("2026-01-10T12:00:00Z")
    let eerste = TickPlan.plan(schema, nil, now: nu)
    #expect(eerste.ticks == [] && eerste.countFrom == nu)
    // Every day a new process that knows only what was stored.
    var tikken: [Tijdstip] = []
    for dag in 1...10 {
        tikken += TickPlan.plan(schema, stand(nu), now: nu.plus(milliseconden: Int64(dag) * 86_400_000)).ticks
    }
    #expect(tikken.first == (try tijd("2026-01-12T03:00:00Z")))
}

@Test func `regied --once voert een schema uit dat nooit liep`() throws {
    let nu = try tijd("2026-01-10T12:00:00Z")
    let plan = TickPlan.plan(try schema("15 2 * * *", .laatste), nil, now: nu, once: true)
    #expect(plan.ticks == [try tijd("2026-01-10T01:15:00Z")])
}

@Test func `een klok die wat terugloopt geeft geen dubbele tik`() throws {
    let schema = try schema("*/1 * * * *", .alle)
    let nu = try tijd("2026-01-10T12:00:30Z")
    let vooruit = stand(try tijd("2026-01-10T12:10:00Z"))
    let plan = TickPlan.plan(schema, vooruit, now: nu)
    #expect(plan.ticks == [] && plan.countFrom == nil)
    // And when time has caught up it goes on where it was.
    #expect(
        TickPlan.plan(schema, vooruit, now: try tijd("2026-01-10T12:11:00Z")).ticks == [
            try tijd("2026-01-10T12:11:00Z")
        ]
    )
}

@Test func `een klok die jaren voorliep laat een schema niet jaren stilstaan`() throws {
    let nu = try tijd("2026-01-10T12:00:30Z")
    let plan = TickPlan.plan(try schema("*/1 * * * *", .laatste), stand(try tijd("2030-01-01T00:00:00Z")), now: nu)
    #expect(plan.ticks == [] && plan.countFrom == nu)
}

@Test func `een gepauzeerd schema tikt niet`() throws {
    let toen = stand(try tijd("2026-01-01T00:00:00Z"), gepauzeerd: true)
    for inhalen in Inhaalbeleid.allCases {
        let plan = TickPlan.plan(try schema("*/1 * * * *", inhalen), toen, now: try tijd("2026-01-10T12:00:00Z"))
        #expect(plan.ticks == [] && plan.countFrom == nil)
    }
}

@Test func `een maand stilstand van een schema van elke minuut komt in hanteerbare porties terug`() throws {
    let schema = try schema("*/1 * * * *", .alle)
    let nu = try tijd("2026-02-10T12:00:00Z")
    var laatste = try tijd("2026-01-10T12:00:00Z")
    var tikken = 0
    var rondes = 0
    while true {
        let plan = TickPlan.plan(schema, stand(laatste), now: nu)
        guard let einde = plan.ticks.last else { break }
        #expect(plan.ticks.count <= TickPlan.mostAtOnce)
        tikken += plan.ticks.count
        rondes += 1
        laatste = einde
    }
    #expect(tikken == 31 * 24 * 60)
    #expect(rondes == 45)
}

@Test func `mislukte taken wachten steeds langer, nooit langer dan de grens, en niet allemaal even lang`() {
    let zaad = UInt64.random(in: .min ... .max)
    print("zaad van de wachttijdproef: \(zaad)")
    var toeval = Toeval(zaad: zaad)
    let backoff = Backoff()
    for (poging, midden) in [(1, 15_000.0), (2, 30_000), (3, 60_000), (9, 3_600_000), (60, 3_600_000)] {
        let waarden = (0..<200).map { _ in Double(backoff.wait(after: poging, using: &toeval)) }
        #expect(waarden.allSatisfy { ($0 / midden - 1).magnitude <= 0.1001 }, "zaad \(zaad), poging \(poging)")
        #expect(Set(waarden).count > 100, "zaad \(zaad), poging \(poging)")
    }
}
