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
}
