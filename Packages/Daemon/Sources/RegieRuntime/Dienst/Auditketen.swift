// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Links audit lines into the gemeente's chain, in batches, so that those who write them never wait for its head.
public struct Auditketen: JobHandler {
    /// The kind of job.
    public static let soort = "auditketen"
    /// The kind of job.
    public var soort: String { Self.soort }

    /// The handler.
    public init() {}

    /// Links until nothing is loose.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        while !Task.isCancelled, try await store.linkAudit(hoogstens: 5_000) > 0 {}
    }
}
