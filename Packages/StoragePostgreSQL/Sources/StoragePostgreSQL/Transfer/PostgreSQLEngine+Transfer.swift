// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import StorageCore

extension PostgreSQLEngine: TransferSource, TransferTarget {
    /// Reads on one snapshot, while others write.
    public func send(
        _ gemeente: Gemeentecode,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout) {
        try await requireCurrent(gemeente)
        let database = try database(of: gemeente)
        let place = database.place
        try await database.read { db in
            // As an error of ours, because on one of the server's the whole would be read, and sent, again.
            do {
                let reader = TransferReader(gemeente: gemeente, db: db)
                for table in TransferTable.all { try reader.rows(of: table) { try take($0) } }
                try take(nil)
            } catch {
                throw StorageFault.from(error, place)
            }
        }
    }

    /// In one transaction.
    public func receive(
        _ gemeente: Gemeentecode,
        from source: any TransferSource,
        _ accept: @escaping @Sendable (TransferProof) throws(RegieFout) -> Void
    ) async throws(RegieFout) -> TransferProof {
        try await requireCurrent(gemeente)
        let database = try database(of: gemeente)
        let place = database.place
        return try await TransferPipe.connect(source, gemeente) { pipe throws(RegieFout) in
            try await database.exclusive { db in
                // As an error of ours, because on one of the server's it would be tried again, and the rows come once.
                do {
                    let proof = try TransferWriter(gemeente: gemeente, db: db).write(pipe)
                    try accept(proof)
                    return proof
                } catch {
                    throw StorageFault.from(error, place)
                }
            }
        }
    }
}
