// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Removes what is no longer kept: jobs that were done and ticks of schedules, and the files of the logboek dataverwerkingen
/// on this machine, each after the time that the configuration keeps them.
public struct Onderhoud: JobHandler {
    /// The kind of job.
    public static let soort = "onderhoud"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dagen: Int
    private let klok: any Klok
    private let logboek: @Sendable (Gemeentecode) -> Logboek?

    /// - Parameters:
    ///   - dagen: how long what is done is kept.
    ///   - klok: where "now" comes from.
    ///   - logboek: the log of a gemeente; nil where none is written.
    public init(dagen: Int, klok: any Klok, logboek: @escaping @Sendable (Gemeentecode) -> Logboek? = { _ in nil }) {
        self.dagen = dagen
        self.klok = klok
        self.logboek = logboek
    }

    /// Removes in batches, so that nobody waits long to write.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let grens = klok.nu.plus(milliseconden: -Int64(dagen) * 86_400_000)
        while !Task.isCancelled, try await store.prune(voor: grens, hoogstens: 1_000) > 0 {}
        _ = try await logboek(store.gemeente)?.ruimOp(store, door: store.toegang)
    }
}
