// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

@Suite struct HealthTests {
    @Test(
        arguments: [(nil, "ok"), (2 << 30, "ok"), (500 << 20, "waarschuwing"), (3 << 20, "fout")] as [(Int64?, String)]
    )
    func `een schijf die volloopt is te zien voordat er iets verloren gaat`(_ vrij: Int64?, _ verwacht: String)
        async throws
    {
        let proef = try await Ketenproef()
        let gemeente = proef.installatie.gemeente
        let health = Health(
            .init(
                stores: [proef.store],
                schedules: [],
                inspect: { _ in
                    StorageInspection(
                        kind: "sqlite",
                        migrations: [],
                        pending: [],
                        settings: [:],
                        findings: [],
                        freeBytes: vrij
                    )
                },
                keys: { [gemeente] },
                isResponsive: { true }
            ),
            klok: proef.klok
        )
        let opslag = try #require(await health.report().checks.first { $0.naam == "opslag" })
        #expect(opslag.status.rawValue == verwacht, "\(opslag.uitleg)")
        #expect(verwacht == "ok" || opslag.uitleg.contains("MiB vrij"))
    }

    private func health(
        _ proef: Ketenproef,
        storing: @escaping @Sendable (Gemeentecode) -> Bool = { _ in true },
        free: Int64? = nil
    ) -> Health {
        let gemeente = proef.installatie.gemeente
        let health = Health(
            .init(
                stores: [proef.store],
                schedules: [],
                inspect: { _ in
                    StorageInspection(
                        kind: "sqlite",
                        migrations: [],
                        pending: [],
                        settings: [:],
                        findings: [],
                        freeBytes: nil
                    )
                },
                keys: { [gemeente] },
                isResponsive: { true },
                isStoring: storing,
                freeBytes: { free }
            ),
            klok: proef.klok
        )
        health.setReady(true)
        return health
    }

    @Test(
        arguments: [(nil, true), (500 << 20, true), (16 << 20, true), (15 << 20, false), (0, false)]
            as [(Int64?, Bool)]
    )
    func `wie niets meer kan bewaren krijgt van de verdeler niets`(_ vrij: Int64?, _ gereed: Bool) async throws {
        let proef = try await Ketenproef()
        #expect(await health(proef, free: vrij).isReady() == gereed)
    }

    @Test func `een opslag die niets aanneemt is niet gereed, en de beheerder leest dat`() async throws {
        let proef = try await Ketenproef()
        let gemeente = proef.installatie.gemeente
        let health = health(proef, storing: { $0 != gemeente })
        #expect(await !health.isReady())
        let opslag = try #require(await health.report().checks.first { $0.naam == "opslag" })
        #expect(opslag.status == .fout && opslag.uitleg.contains("neemt niets aan"), "\(opslag.uitleg)")
    }

    @Test func `van een opslag die niet antwoordt leest de beheerder ook wat hij kan doen`() async throws {
        let proef = try await Ketenproef()
        let gemeente = proef.installatie.gemeente
        let health = Health(
            .init(
                stores: [proef.store],
                schedules: [],
                inspect: { _ throws(RegieFout) in
                    throw RegieFout(.opslagFaalt, "PostgreSQL is niet te bereiken.", watTeDoen: "Kijk in zijn log.")
                },
                keys: { [gemeente] },
                isResponsive: { true }
            ),
            klok: proef.klok
        )
        let opslag = try #require(await health.report().checks.first { $0.naam == "opslag" })
        #expect(opslag.status == .fout)
        #expect(opslag.uitleg == "PostgreSQL is niet te bereiken. Kijk in zijn log.")
    }
}
