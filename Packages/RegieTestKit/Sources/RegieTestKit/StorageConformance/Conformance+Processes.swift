// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Processes that hold jobs, schedules, and what is cleaned up after them.
extension StorageConformance {
    static let processes: [ConformanceCheck] = [
        ConformanceCheck("alleen taken van stille processen worden gered, en alleen van bekende soorten") { harness in
            let store = try await harness.store()
            _ = try await store.enqueue([
                NewJob("a", vanaf: TestData.na(0)), NewJob("onbekend", vanaf: TestData.na(0)),
                NewJob("a", prioriteit: 200, vanaf: TestData.na(0)),
                NewJob("a", prioriteit: 300, vanaf: TestData.na(0), hoogstens: 1),
            ])
            try await store.heartbeat("stil", op: TestData.na(0))
            try await store.heartbeat("levend", op: TestData.na(0))
            let silent = try await claim(store, ["a", "onbekend"], 2, door: "stil", op: 0)
            let alive = try one(try await claim(store, ["a"], 1, door: "levend", op: 0))
            let last = try one(try await claim(store, ["a"], 1, door: "nooit gezien", op: 0))
            try await harness.tamper(.silence("stil", minuten: 3))
            try await store.heartbeat("levend", op: TestData.na(0))
            let rescued = try await store.rescue(naStilte: .seconds(120), soorten: ["a"], op: TestData.na(0))
            let known = silent.filter { $0.soort == "a" }
            try requireEqual(rescued, (known.map(\.id) + [last.id]).sorted())
            try requireEqual(try await store.findJob(known[0].id)?.status, .klaar)
            try requireEqual(try await store.findJob(last.id)?.status, .mislukt)
            try requireEqual(try await store.findJob(alive.id)?.status, .bezig)
            for job in silent where job.soort == "onbekend" {
                try requireEqual(try await store.findJob(job.id)?.status, .bezig)
            }
            try requireEqual(
                try await store.rescue(naStilte: .seconds(120), soorten: ["onbekend"], op: TestData.na(0)).count,
                1
            )
        },
        ConformanceCheck("wie alleen is, neemt alles over wat vastgehouden wordt, hoe kort het ook stil is") {
            harness in
            let store = try await harness.store()
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.na(0))])
            try await store.heartbeat("dood", op: TestData.na(0))
            let held = try one(try await claim(store, ["a"], 1, door: "dood", op: 0))
            try requireEqual(try await store.rescue(naStilte: .seconds(14), soorten: ["a"], op: TestData.na(0)), [])
            try requireEqual(try await store.rescue(naStilte: nil, soorten: ["a"], op: TestData.na(0)), [held.id])
        },
        ConformanceCheck("een proces dat netjes stopt, geeft zijn taken meteen terug zonder dat het telt") { harness in
            let store = try await harness.store()
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.na(0), hoogstens: 1)])
            try await store.heartbeat("p", op: TestData.na(0))
            let held = try one(try await claim(store, ["a"], 1, door: "p", op: 0))
            try await store.release("p", op: TestData.na(1))
            try requireEqual(try await store.complete(held.id, lease: held.lease, op: TestData.na(1)), false)
            let again = try one(try await claim(store, ["a"], 1, door: "q", op: 1))
            try requireEqual(again.id, held.id)
            try requireEqual(again.pogingen, 1)
            try require(again.lease > held.lease)
        },
        ConformanceCheck("een tik van een rooster geeft één taak, hoe vaak hij ook komt") { harness in
            let store = try await harness.store()
            let second = try await harness.second.open(TestData.gemeente, als: TestData.toegang)
            try require(try await store.findSchedule("nacht") == nil)
            let ticks = try await withThrowingTaskGroup(of: Bool.self) { group in
                for worker in 0..<10 {
                    group.addTask {
                        let job = NewJob("nacht", vanaf: TestData.na(0))
                        return try await (worker.isMultiple(of: 2) ? store : second).tick(
                            "nacht",
                            op: TestData.na(0),
                            job: job
                        )
                    }
                }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            try requireEqual(ticks, 1)
            try requireEqual(try await store.listJobs(status: nil, limiet: 99).count, 1)
            try requireEqual(
                try await store.findSchedule("nacht"),
                ScheduleState(laatste: TestData.na(0), isTik: true, gepauzeerd: false)
            )
            try requireEqual(
                try await store.tick("nacht", op: TestData.na(9), job: NewJob("nacht", vanaf: TestData.na(9))),
                true
            )
            try requireEqual(
                try await store.tick("ander", op: TestData.na(0), job: NewJob("ander", vanaf: TestData.na(0))),
                true
            )
            try requireEqual(try await store.findSchedule("nacht")?.laatste, TestData.na(9))
        },
        ConformanceCheck("een tik die een unieke taak niet toevoegt, blijft een tik") { harness in
            let store = try await harness.store()
            let job = NewJob("a", vanaf: TestData.na(0), uniek: "a")
            try requireEqual(try await store.tick("s", op: TestData.na(0), job: job), true)
            try requireEqual(try await store.tick("s", op: TestData.na(1), job: job), true)
            try requireEqual(try await store.tick("s", op: TestData.na(1), job: job), false)
            try requireEqual(try await store.listJobs(status: nil, limiet: 9).count, 1)
        },
        ConformanceCheck("wat lang geleden af is verdwijnt, wat mislukte of nog moet blijft") { harness in
            let store = try await harness.store()
            for minuut in [0, 1, 100] {
                _ = try await store.tick("s", op: TestData.na(minuut), job: NewJob("s", vanaf: TestData.na(minuut)))
            }
            _ = try await store.tick("stil", op: TestData.na(0), job: NewJob("stil", vanaf: TestData.na(0)))
            let ids = try await store.enqueue([
                NewJob("mislukt", vanaf: TestData.na(0)), NewJob("weg", vanaf: TestData.na(0)),
                NewJob("wacht", vanaf: TestData.na(0)), NewJob("laat", vanaf: TestData.na(0)),
            ]).compactMap { $0 }
            for job in try await claim(store, ["s", "stil"], 9, op: 200) {
                _ = try await store.complete(job.id, lease: job.lease, op: job.vanaf)
            }
            let failed = try one(try await claim(store, ["mislukt"], 1, op: 0))
            _ = try await store.fail(failed.id, lease: failed.lease, fout: "x", opnieuw: nil)
            _ = try await store.cancel(ids[1], op: TestData.na(1))
            let late = try one(try await claim(store, ["laat"], 1, op: 0))
            _ = try await store.complete(late.id, lease: late.lease, op: TestData.na(60))
            // In small pieces until nothing is left.
            var removed = 0
            while true {
                let now = try await store.prune(voor: TestData.na(50), hoogstens: 1)
                if now == 0 { break }
                try require(now <= 2)
                removed += now
            }
            // Jobs: two ticks of `s`, that of `stil`, the cancelled one. Ticks: two of `s`.
            try requireEqual(removed, 6)
            let left = try await store.listJobs(status: nil, limiet: 99)
            try requireEqual(left.map(\.soort).sorted(), ["laat", "mislukt", "s", "wacht"])
            // Neither a tick that went nor the last one of a schedule comes back as a job.
            try requireEqual(try await store.findSchedule("s")?.laatste, TestData.na(100))
            let stil = try await store.tick("stil", op: TestData.na(0), job: NewJob("stil", vanaf: TestData.na(0)))
            try requireEqual(stil, false)
        },
        ConformanceCheck("een rooster dat weer aan gaat, begint bij nu") { harness in
            let store = try await harness.store()
            _ = try await store.tick("s", op: TestData.na(0), job: NewJob("a", vanaf: TestData.na(0)))
            try await store.setPaused("s", true, vanaf: TestData.na(5))
            try requireEqual(
                try await store.findSchedule("s"),
                ScheduleState(laatste: TestData.na(0), isTik: true, gepauzeerd: true)
            )
            // Also at a whole minute: what a schedule counts from is no tick.
            try await store.setPaused("s", false, vanaf: TestData.na(50))
            try requireEqual(
                try await store.findSchedule("s"),
                ScheduleState(laatste: TestData.na(50), isTik: false, gepauzeerd: false)
            )
            let tik = TestData.na(60).plus(milliseconden: 1_234)
            _ = try await store.tick("s", op: tik, job: NewJob("a", vanaf: tik))
            try requireEqual(
                try await store.findSchedule("s"),
                ScheduleState(laatste: tik, isTik: true, gepauzeerd: false)
            )
            while try await store.prune(voor: TestData.na(99), hoogstens: 1) > 0 {}
            try requireEqual(try await store.findSchedule("s")?.tick, tik)
            try await store.setPaused("nieuw", true, vanaf: TestData.na(7))
            try requireEqual(
                try await store.findSchedule("nieuw"),
                ScheduleState(laatste: TestData.na(7), isTik: false, gepauzeerd: true)
            )
            // Another schedule's tick at that moment is not its own.
            _ = try await store.tick("ander", op: TestData.na(7), job: NewJob("a", vanaf: TestData.na(7)))
            try require(try await store.findSchedule("nieuw")?.tick == nil)
        },
    ]
}
