// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The store of a gemeente with its log before it: nobody gets at the data of people past this.
///
/// A call belongs to the processing that the task works for (`Verwerking.huidige`); a call outside any is a processing of
/// its own. What touches no person (jobs, the audit log, chains, keys) goes on as it is: see `+Doorgeven`.
struct GelogdeStore: Sendable {
    let store: any GemeenteStore
    let logboek: Logboek

    /// Does a call within the processing at work, or as one of its own under this name.
    func binnen<Uitkomst: Sendable>(
        _ doel: String? = nil,
        _ werk: @Sendable (Verwerking) async throws(RegieFout) -> Uitkomst
    ) async throws(RegieFout) -> Uitkomst {
        if let verwerking = Verwerking.huidige {
            try logboek.begin(verwerking)
            return try await werk(verwerking)
        }
        do {
            return try await logboek.verwerk(doel ?? store.toegang.doel) {
                guard let verwerking = Verwerking.huidige else { throw CancellationError() }
                try logboek.begin(verwerking)
                return try await werk(verwerking)
            }
        } catch {
            throw error as? RegieFout ?? RegieFout(.opslagFaalt, "De verwerking is afgebroken.")
        }
    }
}

extension DossierStore {
    /// Does a piece of work on this store as one processing of the Logboek Dataverwerkingen; without a log, as it is.
    /// - Parameters:
    ///   - doel: the command or job.
    ///   - altijd: a line also when nobody is touched by name: a copy of everything.
    /// - Throws: what the work throws, and `logboek-faalt`.
    public func alsVerwerking<Uitkomst>(
        _ doel: String,
        altijd: Bool = false,
        isolation: isolated (any Actor)? = #isolation,
        _ werk: () async throws -> Uitkomst
    ) async throws -> Uitkomst {
        guard let gelogd = self as? GelogdeStore else { return try await werk() }
        return try await gelogd.logboek.verwerk(doel, altijd: altijd, werk)
    }
}
