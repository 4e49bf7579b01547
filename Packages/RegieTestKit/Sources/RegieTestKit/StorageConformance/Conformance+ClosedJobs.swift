// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension StorageConformance {
    static let closedJobs: [ConformanceCheck] = [
        ConformanceCheck(
            "een taak die een sleutel noemt die nooit komt, gaat na een uur opzij en houdt haar soort niet op"
        ) {
            harness in
            let store = try await harness.store()
            let recurring = NewJob("a", vanaf: TestData.moment, uniek: "a")
            let id = try await store.enqueue([recurring]).first.flatMap { $0 } ?? 0
            try await harness.tamper(.laterKeyOfJob(id))
            var turns: [Takengreep] = []
            for minute in 0..<100 {
                let turn = try await store.take(soorten: ["a"], aantal: 9, door: "p", op: TestData.na(minute))
                try requireEqual(turn.jobs, [])
                if turn.gesloten.isEmpty { break }
                turns.append(turn)
            }
            try requireEqual(turns.first?.gesloten.map(\.status), [.klaar])
            try requireEqual(turns.first?.gesloten.map(\.zegel), [.wachtOpSleutel])
            try requireEqual(turns.last?.gesloten.map(\.status), [.mislukt])
            // From the first minute to the first after the hour.
            try requireEqual(turns.count, 62)
            let next = try await store.enqueue([recurring]).first.flatMap { $0 } ?? 0
            try requireEqual(try await claim(store, ["a"], 9, op: 100).map(\.id), [next])
        },
        ConformanceCheck("welke taken niet opengaan en waarom is te zien, ook achter een lange rij en voor hun tijd") {
            harness in
            let store = try await harness.store()
            let ids = try await store.enqueue([
                NewJob("knoei", vanaf: TestData.moment), NewJob("later", vanaf: TestData.na(60)),
                NewJob("weg", vanaf: TestData.na(60)),
            ]).compactMap { $0 }
            // Waits for a later try, with the words of another error.
            let failed = try one(try await claim(store, ["knoei"], 1, op: 0))
            _ = try await store.fail(failed.id, lease: failed.lease, fout: "DUO is weg", opnieuw: TestData.na(30))
            _ = try await store.enqueue((0..<1_200).map { _ in NewJob("rij", vanaf: TestData.na(90)) })
            try requireEqual(try await store.closedJobs(hoogstens: 9), [])
            for id in [ids[0], ids[2]] { try await harness.tamper(.flipJob(id)) }
            try await harness.tamper(.laterKeyOfJob(ids[1]))
            try requireEqual(try await store.cancel(ids[2], op: TestData.na(1)), true)
            let closed = try await store.closedJobs(hoogstens: 9)
            try requireEqual(closed.map(\.id), [ids[0], ids[1]])
            try requireEqual(closed.map(\.zegel), [.kloptNiet, .wachtOpSleutel])
            try requireEqual(closed.first?.fout, "DUO is weg")
            try requireEqual(try await store.closedJobs(hoogstens: 1).map(\.id), [ids[0]])
        },
        ConformanceCheck(
            "wie pakt hoort welke taak opzij is gezet, en wie haar terzijde legt houdt haar nog als bewijs"
        ) {
            harness in
            let store = try await harness.store()
            let ids = try await store.enqueue([
                NewJob("a", vanaf: TestData.moment), NewJob("a", vanaf: TestData.moment),
            ]).compactMap { $0 }
            try await harness.tamper(.flipJob(ids[0]))
            let taken = try await store.take(soorten: ["a"], aantal: 9, door: "p", op: TestData.na(0))
            try requireEqual(taken.jobs.map(\.id), [ids[1]])
            try requireEqual(taken.gesloten.map(\.id), [ids[0]])
            try requireEqual(taken.gesloten.map(\.status), [.mislukt])
            try requireEqual(taken.gesloten.map(\.zegel), [.kloptNiet])
            try requireEqual(try await store.cancel(ids[0], op: TestData.na(100)), true)
            try requireEqual(try await store.prune(voor: TestData.na(100), hoogstens: 9), 0)
            try requireEqual(try await store.findJob(ids[0])?.status, .geannuleerd)
            try requireEqual(try await store.prune(voor: TestData.na(101), hoogstens: 9), 1)
        },
    ]
}
