// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
public import Inburgering
import Sealing
public import StorageCore

extension SQLiteEngine: CopyEngine {
    /// One file.
    public nonisolated func files(of gemeente: Gemeentecode) -> [String] { ["\(gemeente).sqlite"] }

    /// Reads beside whoever writes.
    public func send(
        _ gemeente: Gemeentecode,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout) {
        try await TransferReader.send(path(gemeente), gemeente, frozen: false, take)
    }

    /// The same storage, in which nobody else can write as long as it sends: who tries waits, and then hears
    /// `opslag-bezet`.
    public nonisolated var frozen: any TransferSource { FrozenSource(engine: self) }

    /// Beside its place first, then under its name in one move.
    public func receive(
        _ gemeente: Gemeentecode,
        from source: any TransferSource,
        _ accept: @escaping @Sendable (TransferProof) throws(RegieFout) -> Void
    ) async throws(RegieFout) -> TransferProof {
        let keys = try keys.keys(of: gemeente)
        try StorageDirectory.make(directory)
        guard try await hasRoom(for: gemeente) else { throw taken(gemeente) }
        let target = path(gemeente)
        let beside = "\(target).overdracht"
        unlink(beside)
        let proof: TransferProof
        do throws(RegieFout) {
            try StorageDirectory.makeFile(beside)
            let writer = TransferWriter(path: beside, gemeente: gemeente, keys: keys)
            proof = try await TransferPipe.connect(source, gemeente) { pipe throws(RegieFout) in
                try await writer.write(pipe)
            }
            try accept(proof)
            try StorageDirectory.sync(beside)
        } catch {
            unlink(beside)
            throw error
        }
        guard try await hasRoom(for: gemeente), rename(beside, target) == 0 else {
            unlink(beside)
            throw taken(gemeente)
        }
        try StorageDirectory.sync(directory)
        return proof
    }

    /// Whether there is no file of this gemeente.
    public func hasRoom(for gemeente: Gemeentecode) async throws(RegieFout) -> Bool {
        let target = path(gemeente)
        return ![target, "\(target)-wal", "\(target)-journal"].contains { FileManager.default.fileExists(atPath: $0) }
    }

    private func taken(_ gemeente: Gemeentecode) -> RegieFout {
        RegieFout(
            .bestaatAl,
            "Er staat al een database van gemeente \(gemeente): daar wordt niet overheen geschreven.",
            watTeDoen: "Kies een lege map.",
            waar: path(gemeente)
        )
    }
}

private struct FrozenSource: TransferSource {
    let engine: SQLiteEngine

    func send(
        _ gemeente: Gemeentecode,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout) {
        try await TransferReader.send(await engine.path(gemeente), gemeente, frozen: true, take)
    }
}
