// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Removes what the queue no longer needs: jobs that were done and ticks of schedules, after the time that the
/// configuration keeps them.
public struct Onderhoud: JobHandler {
    /// The kind of job.
    public static let soort = "onderhoud"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dagen: Int
    private let klok: any Klok

    /// - Parameters:
    ///   - dagen: how long what is done is kept.
    ///   - klok: where "now" comes from.
    public init(dagen: Int, klok: any Klok) {
        self.dagen = dagen
        self.klok = klok
    }

    /// Removes in batches, so that nobody waits long to write.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let grens = klok.nu.plus(milliseconden: -Int64(dagen) * 86_400_000)
        while !Task.isCancelled, try await store.prune(voor: grens, hoogstens: 1_000) > 0 {}
    }
}
