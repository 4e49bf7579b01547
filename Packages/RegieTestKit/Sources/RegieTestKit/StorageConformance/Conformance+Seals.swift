// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

extension StorageConformance {
    static let sealingWhileWriting: [ConformanceCheck] = [
        ConformanceCheck("een zegel terwijl twee processen schrijven telt elke stap heel en eenmaal") { harness in
            let stores = [
                try await harness.store(), try await harness.second.open(TestData.gemeente, als: TestData.toegang),
            ]
            let rounds = 60
            let written = Written()
            let whole = try await withThrowingTaskGroup(of: Bool.self) { group in
                for store in stores { group.addTask { try await writePairs(rounds, in: store, written) } }
                group.addTask {
                    var place = 0
                    while place == 0 || written.writers < stores.count {
                        place += 1
                        let before = written.done
                        let zegel = try await stores[place % stores.count].seal(op: TestData.na(place))
                        let range = before...written.begun
                        // The two facts of a pair come in one transaction.
                        try require(zegel.feiten.isMultiple(of: 2), "\(zegel.feiten) feiten: een half paar")
                        try require(range.contains(zegel.feiten), "\(zegel.feiten) feiten, geschreven \(range)")
                        // Each fact was written with a line of the audit log, which is in the chain that is sealed.
                        try require(
                            Int(zegel.auditNummer) >= zegel.feiten,
                            "\(zegel.feiten) feiten, \(zegel.auditNummer) auditregels"
                        )
                    }
                    return true
                }
                group.addTask {
                    for _ in 0..<3 {
                        let found = try await stores[1].verify(hoogstens: 9) { _ in }
                        try require(found.aantal == 0, "gevonden terwijl er geschreven werd: \(found.breuken)")
                    }
                    return true
                }
                return try await group.allSatisfy { $0 }
            }
            try require(whole)
            let zegel = try await stores[0].seal(op: TestData.na(99))
            try requireEqual(zegel.feiten, stores.count * 2 * rounds)
            try requireEqual(zegel.dossiers, stores.count * 2)
            let uitkomst = try await StorageConformance.whole(stores[1])
            try requireEqual(uitkomst.koppen, zegel.koppen)
            try requireEqual(uitkomst.zegels, zegel.nummer)
        }
    ]

    /// Facts that were asked to be written, and those of which that was confirmed; and writers that are through.
    private final class Written: Sendable {
        private let facts = Mutex((begun: 0, done: 0, writers: 0))

        var begun: Int { facts.withLock { $0.begun } }
        var done: Int { facts.withLock { $0.done } }
        var writers: Int { facts.withLock { $0.writers } }
        func begin() { facts.withLock { $0.begun += 2 } }
        func finish() { facts.withLock { $0.done += 2 } }
        func leave() { facts.withLock { $0.writers += 1 } }
    }

    /// Two dossiers that get their facts side by side, each pair in one transaction.
    private static func writePairs(_ rounds: Int, in store: any GemeenteStore, _ written: Written) async throws -> Bool
    {
        // Also when it fails, or the seals would go on for ever.
        defer { written.leave() }
        let pair = [DossierID.nieuw(), DossierID.nieuw()]
        for round in 0..<rounds {
            written.begin()
            let steps = pair.map { id in
                Stap(
                    dossier: id,
                    laatsteVolgnummer: round,
                    feiten: [TestData.uren(round)],
                    audit: TestData.audit(id)
                )
            }
            for outcome in try await store.append(steps) { _ = try outcome.get() }
            written.finish()
        }
        return true
    }
}
