// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieTestKit
import Testing

/// One suite, every storage: the next one adds a line to `StorageUnderTest.all`.
@Suite struct StorageConformanceTests {
    @Test(arguments: StorageUnderTest.all, StorageConformance.checks)
    func `elke opslag houdt wat de protocollen beloven`(storage: StorageUnderTest, check: ConformanceCheck) async throws
    {
        try await check.run(on: try await storage.make())
    }

    @Test(arguments: StorageUnderTest.shared, StorageConformance.sharedChecks)
    func `een opslag die processen delen houdt wat dat belooft`(
        storage: StorageUnderTest,
        check: ConformanceCheck
    ) async throws {
        try await check.run(on: try await storage.make())
    }

    @Test(arguments: StorageUnderTest.all, StorageConformance.copyChecks)
    func `de kopieën van elke opslag houden wat zij beloven`(
        storage: StorageUnderTest,
        check: ConformanceCheck
    ) async throws {
        try await check.run(on: try await storage.make())
    }
}
