// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let worklist: [ConformanceCheck] = [
        ConformanceCheck("het dringendste staat boven, dan wat het eerst moet, dan het dossiernummer") { harness in
            let store = try await harness.store()
            let ids = (0..<4).map { _ in DossierID.nieuw() }.sorted()
            func line(_ place: Int, _ ernst: Signaal.Ernst, _ dag: Int?) -> Werkregel {
                TestData.werkregel(ids[place], "C\(place)", ernst: ernst, voor: dag.map { TestData.dag($0) })
            }
            let expected = [
                line(3, .overschreden, nil), line(1, .dringend, 100), line(0, .dringend, 200), line(2, .dringend, 200),
                line(1, .dringend, nil), line(0, .letOp, 50), line(0, .info, 1),
            ]
            for (place, id) in ids.enumerated().reversed() {
                // Written in another order than they are shown in.
                let lines = expected.filter { $0.dossier == ids[place] }.reversed()
                try await store.append(
                    Stap(
                        dossier: id,
                        laatsteVolgnummer: 0,
                        werkregels: [.beoordeling: Array(lines)],
                        audit: TestData.audit(id)
                    )
                )
            }
            try requireEqual(try await store.listWork(WorkFilter(), limiet: 99, overslaan: 0), expected)
            try requireEqual(try await store.listWork(WorkFilter(), limiet: 2, overslaan: 3), Array(expected[3..<5]))
            try requireEqual(try await store.countWork(WorkFilter()), expected.count)
        },
        ConformanceCheck("de werkvoorraad is te kiezen op klantmanager, code, dag en dossier, ook samen") { harness in
            let store = try await harness.store()
            let ids = (0..<3).map { _ in DossierID.nieuw() }.sorted()
            let lines = [
                TestData.werkregel(ids[0], "A", voor: TestData.dag(10), klantmanager: "noor"),
                TestData.werkregel(ids[0], "B", voor: TestData.dag(20), klantmanager: "noor"),
                TestData.werkregel(ids[1], "A", voor: TestData.dag(30), klantmanager: "sam"),
                TestData.werkregel(ids[2], "B", voor: nil, klantmanager: nil),
            ]
            for id in ids {
                let own = lines.filter { $0.dossier == id }
                try await store.append(
                    Stap(
                        dossier: id,
                        laatsteVolgnummer: 0,
                        werkregels: [.beoordeling: own],
                        audit: TestData.audit(id)
                    )
                )
            }
            let code = Beoordelingscode(rawValue: "A")
            let filters: [(WorkFilter, [Int])] = [
                (WorkFilter(), [0, 1, 2, 3]), (WorkFilter(klantmanager: "noor"), [0, 1]),
                (WorkFilter(klantmanager: "niemand"), []), (WorkFilter(code: code), [0, 2]),
                (WorkFilter(voor: TestData.dag(20)), [0, 1]), (WorkFilter(dossier: ids[2]), [3]),
                (WorkFilter(klantmanager: "noor", code: code), [0]),
                (WorkFilter(klantmanager: "noor", code: code, voor: TestData.dag(9)), []),
                (WorkFilter(klantmanager: "sam", code: code, voor: TestData.dag(30), dossier: ids[1]), [2]),
                (WorkFilter(code: code, dossier: ids[0]), [0]),
            ]
            for (filter, expected) in filters {
                let found = try await store.listWork(filter, limiet: 99, overslaan: 0)
                try requireEqual(found, expected.map { lines[$0] })
                try requireEqual(try await store.countWork(filter), expected.count)
            }
        },
        ConformanceCheck("wat voor een dag moet, komt bladzijde na bladzijde, het dringendste eerst") { harness in
            let store = try await harness.store()
            var lines: [Werkregel] = []
            for nummer in 0..<24 {
                let id = DossierID.nieuw()
                let line = TestData.werkregel(
                    id,
                    "A",
                    ernst: Signaal.Ernst.allCases[nummer % 4],
                    voor: nummer % 6 == 5 ? nil : TestData.dag(1 + nummer * 7 % 24),
                    klantmanager: nummer % 2 == 0 ? "noor" : nil
                )
                lines.append(line)
                try await store.append(
                    Stap(
                        dossier: id,
                        laatsteVolgnummer: 0,
                        werkregels: [.beoordeling: [line]],
                        audit: TestData.audit(id)
                    )
                )
            }
            let day = TestData.dag(16)
            for who in [nil, "noor"] {
                let filter = WorkFilter(klantmanager: who, voor: day)
                let expected = lines.filter { line in
                    line.signaal.voor.map { $0 <= day } == true && (who == nil || line.klantmanager == who)
                }.sorted { ($1.signaal.ernst, $0.signaal.voor ?? day) < ($0.signaal.ernst, $1.signaal.voor ?? day) }
                var found: [Werkregel] = []
                for skip in stride(from: 0, through: expected.count, by: 3) {
                    found += try await store.listWork(filter, limiet: 3, overslaan: skip)
                }
                try requireEqual(found, expected)
                try requireEqual(try await store.countWork(filter), expected.count)
            }
        },
        ConformanceCheck("regels van de ene herkomst vervangen die van een andere niet") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let refused = TestData.werkregel(id, "GEWEIGERD", herkomst: .bericht("u-1"), ernst: .dringend)
            func write(_ lines: [Werkregel.Herkomst: [Werkregel]]) async throws {
                try await store.append(
                    Stap(dossier: id, laatsteVolgnummer: 0, werkregels: lines, audit: TestData.audit(id))
                )
            }
            try await write([.beoordeling: [TestData.werkregel(id, "A"), TestData.werkregel(id, "B")]])
            try await write([.bericht("u-1"): [refused]])
            try await write([.beoordeling: [TestData.werkregel(id, "C")]])
            let found = try await store.listWork(WorkFilter(), limiet: 9, overslaan: 0)
            try requireEqual(found, [refused, TestData.werkregel(id, "C")])
            try await write([.bericht("u-1"): []])
            try requireEqual(try await store.countWork(WorkFilter()), 1)
            try await write([:])
            try requireEqual(try await store.countWork(WorkFilter()), 1)
        },
        ConformanceCheck("met een andere klantmanager verhuizen alle regels van het dossier mee") { harness in
            let store = try await harness.store()
            let id = DossierID.nieuw()
            let message = TestData.werkregel(id, "GEWEIGERD", herkomst: .bericht("u-1"), klantmanager: "noor")
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 0,
                    feiten: [TestData.klantmanager("noor")],
                    werkregels: [
                        .bericht("u-1"): [message], .beoordeling: [TestData.werkregel(id, klantmanager: "noor")],
                    ],
                    audit: TestData.audit(id)
                )
            )
            try requireEqual(try await store.countWork(WorkFilter(klantmanager: "noor")), 2)
            try await store.append(
                Stap(
                    dossier: id,
                    laatsteVolgnummer: 1,
                    feiten: [TestData.klantmanager("sam")],
                    audit: TestData.audit(id)
                )
            )
            try requireEqual(try await store.countWork(WorkFilter(klantmanager: "noor")), 0)
            try requireEqual(try await store.countWork(WorkFilter(klantmanager: "sam")), 2)
        },
    ]
}
