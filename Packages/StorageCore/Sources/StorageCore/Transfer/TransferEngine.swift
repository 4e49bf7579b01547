// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A storage of which a gemeente's rows can be read as they stand.
public protocol TransferSource: Sendable {
    /// Gives every row of a gemeente as it was at one moment, table by table in the order of `TransferTable.all`, in batches
    /// of a few MiB. Nothing is opened and nothing is changed.
    /// - Parameter take: gets the batches, on a thread of the storage's own: it may wait. At the end it gets nil, and what
    ///   this storage holds it holds until that call returns. When it throws, no more comes.
    /// - Throws: `opslag-faalt`, also when the storage is not up to date (`migrate` first); `opslag-nieuwer`.
    func send(
        _ gemeente: Gemeentecode,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout)
}

/// A storage into which a gemeente can be put.
public protocol TransferTarget: Sendable {
    /// Takes in all that a source gives: all of it or nothing, also when the process or the machine dies. What was put in is
    /// read back, and must be what was sent, before it counts.
    /// - Parameter accept: looks at what arrived before it is kept; when it throws, nothing is.
    /// - Throws: `bestaat-al` when something of this gemeente stands here: what is there is never written over;
    ///   `opslag-bezet` when somebody else is putting it in; what the source or `accept` throws.
    func receive(
        _ gemeente: Gemeentecode,
        from source: any TransferSource,
        _ accept: @escaping @Sendable (TransferProof) throws(RegieFout) -> Void
    ) async throws(RegieFout) -> TransferProof
}

extension TransferTarget {
    /// As `receive` above, and whatever arrives is kept.
    @discardableResult
    public func receive(_ gemeente: Gemeentecode, from source: any TransferSource) async throws(RegieFout)
        -> TransferProof
    {
        try await receive(gemeente, from: source) { _ in }
    }
}

/// A storage in a directory of its own, in which copies are kept.
public protocol CopyEngine: StorageEngine, TransferSource, TransferTarget {
    /// The names of the files in which a gemeente stands.
    nonisolated func files(of gemeente: Gemeentecode) -> [String]
}

extension RegieFout {
    /// What was read back is not what was sent.
    public static func notAsSent(_ tables: [String], _ gemeente: Gemeentecode) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "Wat er is aangekomen van gemeente \(gemeente) is niet wat er is verstuurd (\(tables.joined(separator: ", ")))"
                + ": er is niets bewaard.",
            watTeDoen:
                "Stop alles wat op het doel schrijft en probeer het opnieuw; blijft het, zoek het dan in de machine."
        )
    }
}
