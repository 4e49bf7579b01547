// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What a storage that processes share does with the clock of one of them that is wrong: nothing that harms another.
extension StorageConformance {
    static let clocks: [ConformanceCheck] = [
        ConformanceCheck("wie leeft, zegt de klok van de opslag; een verkeerde klok redt niets wat leeft") { harness in
            let store = try await harness.store()
            let now = try await serverTime(store)
            _ = try await store.enqueue([NewJob("a", vanaf: TestData.moment), NewJob("a", vanaf: TestData.moment)])
            // A clock that is behind does not make its process look dead.
            try await store.heartbeat("achter", op: now.plus(milliseconden: -3_600_000))
            try await store.heartbeat("goed", op: now)
            let mine = try one(try await store.claim(soorten: ["a"], aantal: 1, door: "achter", op: now))
            _ = try one(try await store.claim(soorten: ["a"], aantal: 1, door: "goed", op: now))
            for skew: Int64 in [-3_600_000, 0, 3_600_000] {
                let rescued = try await store.rescue(
                    naStilte: .seconds(60),
                    soorten: ["a"],
                    op: now.plus(milliseconden: skew)
                )
                try requireEqual(rescued, [])
            }
            // A clock that is ahead does not keep its process alive for ever.
            try await store.heartbeat("achter", op: now.plus(milliseconden: 3_600_000))
            try await harness.tamper(.silence("achter", minuten: 2))
            let rescued = try await store.rescue(
                naStilte: .seconds(60),
                soorten: ["a"],
                op: now.plus(milliseconden: -3_600_000)
            )
            try requireEqual(rescued, [mine.id])
        },
        ConformanceCheck("een taak komt niet te vroeg door een klok die voorloopt") { harness in
            let store = try await harness.store()
            let now = try await serverTime(store)
            let hour: Int64 = 3_600_000
            _ = try await store.enqueue([NewJob("later", vanaf: now.plus(milliseconden: hour))])
            try requireEqual(
                try await store.claim(soorten: ["later"], aantal: 1, door: "p", op: now.plus(milliseconden: 2 * hour)),
                []
            )
            // What is to be done at once by a clock that is ahead is not put off.
            _ = try await store.enqueue([NewJob("nu", vanaf: now.plus(milliseconden: hour), uniek: "nu", meteen: true)])
            let job = try one(
                try await store.claim(
                    soorten: ["nu"],
                    aantal: 1,
                    door: "p",
                    op: now.plus(milliseconden: 60_000)
                )
            )
            try require(job.vanaf < now.plus(milliseconden: 60_000), "vanaf \(job.vanaf)")
        },
    ]

    private static func serverTime(_ store: any GemeenteStore) async throws -> Tijdstip {
        guard let now = try await store.servertijd() else {
            throw ConformanceFailure(description: "deze opslag heeft geen eigen klok")
        }
        return now
    }
}
