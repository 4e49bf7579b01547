// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// What a walk over the proof comes to, while it walks.
public struct ProofReport: Sendable {
    /// What was found and counted so far.
    public var outcome = Bewijsuitkomst()
    private let most: Int
    private let progress: @Sendable (Int) -> Void

    /// - Parameters:
    ///   - most: how many breaks to keep; the rest is only counted.
    ///   - progress: told now and then how many dossiers were walked.
    public init(most: Int, progress: @escaping @Sendable (Int) -> Void) {
        self.most = most
        self.progress = progress
    }

    /// Something does not fit.
    public mutating func add(_ place: String, _ what: String) { add(.init(place, what)) }

    /// Something does not fit.
    public mutating func add(_ breuk: Bewijsuitkomst.Breuk) {
        outcome.aantal += 1
        if outcome.breuken.count < most { outcome.breuken.append(breuk) }
    }

    /// A dossier was walked.
    public mutating func count(feiten: Int) {
        outcome.dossiers += 1
        outcome.feiten += feiten
        if outcome.dossiers.isMultiple(of: 1_000) { progress(outcome.dossiers) }
    }
}
