// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization
import Testing

@testable import Jobs

/// Drives a dispatcher by hand: time moves when told to, and what it asks for is answered when told to.
private struct Proef {
    var dispatcher: Dispatcher
    var nu = Duration.zero

    init(stores: Int = 1, workers: Int = 2, single: Set<String> = []) {
        let teller = Mutex(0)
        dispatcher = Dispatcher(stores: stores, settings: .init(workers: workers), single: single) {
            "p\(teller.withLock { $0 += 1; return $0 })"
        }
    }

    mutating func hoor(_ event: DispatchEvent, na later: Duration = .zero) -> [DispatchAction] {
        nu += later
        return dispatcher.handle(event, at: Moment(wall: Tijdstip(milliseconden: nu.milliseconden), elapsed: nu))
    }

    /// Up to the first claim.
    mutating func begin() -> [DispatchAction] {
        _ = hoor(.tick)
        return hoor(.beaten(store: 0, succeeded: true, lost: [], rescued: 0))
    }
}

private func job(_ id: Int64, _ soort: String = "x", lease: Int64 = 1, prioriteit: Int = 100) -> Job {
    Job(
        id: id,
        soort: soort,
        inhoud: .object([]),
        prioriteit: prioriteit,
        status: .bezig,
        vanaf: Tijdstip(milliseconden: 0),
        pogingen: 1,
        hoogstens: 5,
        lease: lease,
        fout: nil
    )
}

@Test func `een proces maakt zich bekend voordat het werk pakt`() {
    var proef = Proef()
    #expect(proef.hoor(.tick) == [.beat(store: 0, processes: ["p1"], running: [], first: true)])
    #expect(proef.begin().contains(.claim(store: 0, process: "p1", count: 4)))
}

@Test func `er lopen nooit meer taken dan er plaatsen zijn, de dringendste eerst`() {
    var proef = Proef(workers: 2)
    _ = proef.begin()
    let taken = [job(1), job(2), job(3, prioriteit: 10), job(4)]
    let daden = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: taken))
    #expect(daden == [.start(store: 0, job: taken[2]), .start(store: 0, job: taken[0])])
    #expect(proef.hoor(.finished(store: 0, job: 3)).contains(.start(store: 0, job: taken[1])))
    #expect(proef.dispatcher.runningCount == 2)
}

@Test func `een hartslag die twintig seconden uitblijft breekt af wat loopt en neemt een nieuwe gedaante`() {
    var proef = Proef()
    _ = proef.begin()
    _ = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: [job(1)]))
    _ = proef.hoor(.tick, na: .seconds(5))
    #expect(!proef.hoor(.tick, na: .seconds(8)).contains(.interrupt(store: 0, job: 1)))
    let daden = proef.hoor(.tick, na: .seconds(2))
    #expect(daden.contains(.interrupt(store: 0, job: 1)))
    #expect(!daden.contains { if case .claim = $0 { true } else { false } })
    // When the storage is back, what the old one held is given back once its job has returned.
    _ = proef.hoor(.finished(store: 0, job: 1))
    let later = proef.hoor(.beaten(store: 0, succeeded: true, lost: [], rescued: 0), na: .seconds(1))
    #expect(proef.dispatcher.processes(of: 0) == ["p2", "p1"])
    _ = later
    #expect(
        proef.hoor(.released(store: 0, process: "p1")) == [
            .beat(store: 0, processes: ["p2"], running: [], first: false)
        ] || proef.dispatcher.processes(of: 0) == ["p2"]
    )
}

@Test func `een claim waarvan het antwoord zoekraakt houdt geen taak vast`() {
    var proef = Proef()
    _ = proef.begin()
    let daden = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: nil))
    #expect(daden.contains(.release(store: 0, process: "p1")))
    // Under the new name nothing is claimed before it is known.
    #expect(!daden.contains { if case .claim = $0 { true } else { false } })
    let hartslag = proef.hoor(.tick, na: .seconds(1))
    #expect(hartslag == [.beat(store: 0, processes: ["p2", "p1"], running: [], first: false)])
    #expect(
        proef.hoor(.beaten(store: 0, succeeded: true, lost: [], rescued: 0)).contains(
            .claim(store: 0, process: "p2", count: 4)
        )
    )
}

@Test func `een taak die een ander heeft of die geannuleerd is, wordt afgebroken`() {
    var proef = Proef()
    _ = proef.begin()
    _ = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: [job(1, lease: 7), job(2)]))
    let hartslag = proef.hoor(.tick, na: .seconds(5))
    #expect(
        hartslag.contains(
            .beat(
                store: 0,
                processes: ["p1"],
                running: [.init(job: 1, number: 7), .init(job: 2, number: 1)],
                first: false
            )
        )
    )
    let daden = proef.hoor(.beaten(store: 0, succeeded: true, lost: [1], rescued: 0))
    #expect(daden.filter { if case .interrupt = $0 { true } else { false } } == [.interrupt(store: 0, job: 1)])
}

@Test func `een melding die komt terwijl zo'n taak loopt, wordt daarna opgepakt en niet vergeten`() {
    var proef = Proef()
    _ = proef.begin()
    _ = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: [job(1, "inbox")]))
    for _ in 1...50 { #expect(!proef.hoor(.wake(store: 0, kind: "inbox")).contains(.enqueue(store: 0, kind: "inbox"))) }
    let daden = proef.hoor(.finished(store: 0, job: 1))
    #expect(daden.filter { $0 == .enqueue(store: 0, kind: "inbox") }.count == 1)
    #expect(proef.hoor(.woken(store: 0, kind: "inbox")).contains { if case .claim = $0 { true } else { false } })
}

@Test func `gemeenten delen de plaatsen eerlijk`() {
    var proef = Proef(stores: 4, workers: 4)
    _ = proef.hoor(.tick)
    for store in 0..<4 {
        let daden = proef.hoor(.beaten(store: store, succeeded: true, lost: [], rescued: 0))
        #expect(daden.contains(.claim(store: store, process: "p\(store + 1)", count: 2)))
    }
    for store in 0..<4 {
        _ = proef.hoor(.claimed(store: store, process: "p\(store + 1)", asked: 2, jobs: [job(1), job(2)]))
    }
    // The first two came first and hold all places; as places come free, the others have their turn.
    #expect((0..<4).map { proef.dispatcher.stores[$0].running.count } == [2, 2, 0, 0])
    _ = proef.hoor(.finished(store: 0, job: 1))
    _ = proef.hoor(.finished(store: 1, job: 1))
    #expect((0..<4).map { proef.dispatcher.stores[$0].running.count } == [1, 1, 1, 1])
}

@Test func `stoppen maakt af wat loopt, breekt na de grens af, en geeft dan alles vrij`() {
    var proef = Proef()
    _ = proef.begin()
    _ = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: [job(1), job(2), job(3)]))
    #expect(proef.hoor(.stop) == [])
    #expect(proef.hoor(.finished(store: 0, job: 1)) == [])
    #expect(
        proef.hoor(.tick, na: .seconds(24)) == [
            .beat(store: 0, processes: ["p1"], running: [.init(job: 2, number: 1)], first: false)
        ]
    )
    _ = proef.hoor(.beaten(store: 0, succeeded: true, lost: [], rescued: 0))
    #expect(proef.hoor(.tick, na: .seconds(2)).contains(.interrupt(store: 0, job: 2)))
    #expect(proef.hoor(.finished(store: 0, job: 2)) == [.release(store: 0, process: "p1")])
    #expect(proef.hoor(.released(store: 0, process: "p1")) == [.end])
}

@Test func `een taak die zich niet laat afbreken houdt het stoppen niet voor altijd op`() {
    var proef = Proef()
    _ = proef.begin()
    _ = proef.hoor(.claimed(store: 0, process: "p1", asked: 4, jobs: [job(1)]))
    _ = proef.hoor(.stop)
    var daden: [DispatchAction] = []
    for _ in 1...40 {
        daden += proef.hoor(.tick, na: .seconds(1))
        if daden.contains(where: { if case .beat = $0 { true } else { false } }) {
            daden += proef.hoor(.beaten(store: 0, succeeded: true, lost: [], rescued: 0))
        }
    }
    #expect(daden.contains(.release(store: 0, process: "p1")))
    #expect(daden.last == .end)
}

@Test func `van een soort die alleen loopt, begint geen tweede in dezelfde gemeente`() {
    var proef = Proef(workers: 4, single: ["inbox"])
    _ = proef.begin()
    let taken = [job(1, "inbox"), job(2, "inbox"), job(3, "outbox"), job(4, "outbox")]
    let daden = proef.hoor(.claimed(store: 0, process: "p1", asked: 8, jobs: taken))
    #expect(
        daden.prefix(3) == [
            .start(store: 0, job: taken[0]), .start(store: 0, job: taken[2]), .start(store: 0, job: taken[3]),
        ]
    )
    #expect(proef.hoor(.finished(store: 0, job: 1)).contains(.start(store: 0, job: taken[1])))
}
