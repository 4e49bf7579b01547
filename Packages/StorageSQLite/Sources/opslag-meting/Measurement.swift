// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering

/// What is measured, and how it is told.
struct Measurement: Sendable {
    let store: any GemeenteStore
    let population: Population

    func run() async throws {
        try await report("dossiers vullen, 500 per aanroep", population.count) {
            for start in stride(from: 0, to: population.count, by: 500) {
                let steps = (start..<min(start + 500, population.count)).map(population.step)
                for outcome in try await store.append(steps) { _ = try outcome.get() }
            }
        }
        try await nights()
        try await worklist()
        try await report("ontvangen, één aanroeper", 5000) { try await receive(5000, callers: 1, "a") }
        try await report("ontvangen, 64 aanroepers", 40_000) { try await receive(40_000, callers: 64, "b") }
        try await report("feit toevoegen, één aanroeper", 5000) { try await append(5000, callers: 1) }
        try await report("feit toevoegen, 64 aanroepers", 20_000) { try await append(20_000, callers: 64) }
        try await jobs()
    }

    private func nights() async throws {
        let count = population.count
        for (name, shift) in [
            ("eerste nacht: elke regel nieuw", 0), ("gewone nacht: niets verandert", 0), ("alles een dag verder", 1),
        ] {
            try await report("beoordelen, \(name)", count) {
                let outcome = try await store.assessAll(omvang: 500) { population.lines($0, shift: shift) }
                guard outcome.gezien == count else { throw RegieFout(.opslagFaalt, "Niet alle dossiers zijn gezien.") }
            }
        }
    }

    private func worklist() async throws {
        for (name, filter) in [
            ("alles", WorkFilter()), ("één klantmanager", WorkFilter(klantmanager: "klantmanager-7")),
            ("één code", WorkFilter(code: Beoordelingscode(rawValue: "INBURGERINGSAANBOD"))),
        ] {
            try await report("werkvoorraad, eerste bladzijde, \(name)", 100) {
                for _ in 0..<100 { _ = try await store.listWork(filter, limiet: 50, overslaan: 0) }
            }
        }
    }

    private func receive(_ count: Int, callers: Int, _ prefix: String) async throws {
        let raw = Array(#"{"gebeurtenisId":"SS101","berichtId":"0b7e","datumGebeurtenis":"2024-03-15"}"#.utf8)
        try await spread(count, callers) { number in
            let message = InkomendBericht(
                sleutel: Berichtsleutel(.duo, "\(prefix)-\(number)"),
                soort: "SS101",
                ontvangenOp: Tijdstip(milliseconden: 1),
                bsn: nil,
                vnummer: VNummer(waarde: 1_000_000_000 + number),
                ruw: raw
            )
            _ = try await store.receive([message])
        }
    }

    private func append(_ count: Int, callers: Int) async throws {
        let ids = (0..<count).map { _ in DossierID.nieuw() }
        let uren = UrenGeregistreerd(peildatum: Datum(dagnummer: 19_800), urensoort: .taal, uren: 10)
        let fact = Stap.NieuwFeit(
            geldigOp: uren.peildatum,
            bekendOp: Tijdstip(milliseconden: 1),
            bron: .duo,
            feit: .urenGeregistreerd(uren)
        )
        let audit = AuditRegel("meting", object: "meting", door: store.toegang, op: Tijdstip(milliseconden: 1))
        try await spread(count, callers) { number in
            try await store.append(Stap(dossier: ids[number], laatsteVolgnummer: 0, feiten: [fact], audit: audit))
        }
    }

    private func jobs() async throws {
        let count = 20_000
        try await report("taken: klaarzetten, pakken per 100, afronden", count) {
            for _ in 0..<(count / 1000) {
                _ = try await store.enqueue((0..<1000).map { _ in NewJob("meting", vanaf: Tijdstip(milliseconden: 1)) })
            }
            while true {
                let claimed = try await store.claim(
                    soorten: ["meting"],
                    aantal: 100,
                    door: "meting",
                    op: Tijdstip(milliseconden: 2)
                )
                if claimed.isEmpty { break }
                try await spread(claimed.count, 16) { place in
                    let job = claimed[place]
                    _ = try await store.complete(job.id, lease: job.lease, op: Tijdstip(milliseconden: 3))
                }
            }
        }
    }

    /// Divides work over callers that each wait for their own answer.
    private func spread(_ count: Int, _ callers: Int, _ work: @escaping @Sendable (Int) async throws -> Void)
        async throws
    {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<callers {
                group.addTask {
                    for number in stride(from: caller, to: count, by: callers) { try await work(number) }
                }
            }
            try await group.waitForAll()
        }
    }

    private func report(_ what: String, _ count: Int, _ work: () async throws -> Void) async throws {
        let (start, cpu) = (ContinuousClock.now, Self.cpuSeconds())
        try await work()
        let elapsed = ContinuousClock.now - start
        let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        let rate = Int(Double(count) / seconds)
        let used = Self.cpuSeconds() - cpu
        print(
            "{\"wat\":\"\(what)\",\"aantal\":\(count),\"seconden\":\(Self.short(seconds)),\"perSeconde\":\(rate),"
                + "\"cpuSeconden\":\(Self.short(used)),\"hoogsteMiB\":\(Self.peakMiB())}"
        )
    }

    func bytes(_ directory: String) -> Int {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []
        return names.reduce(0) { sum, name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")
            return sum + (attributes?[.size] as? Int ?? 0)
        }
    }

    private static func short(_ number: Double) -> String { String(format: "%.3f", number) }

    private static func cpuSeconds() -> Double {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
            + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6
    }

    /// The most memory that this process ever held.
    private static func peakMiB() -> Int {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) / 1024
    }
}
