// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Sealing

/// What two storages have in common when a gemeente stands in both of them as the same: every row, and where the chains end.
public struct TransferProof: Hashable, Sendable {
    /// The rows of one table.
    public struct Rows: Hashable, Sendable {
        /// Name of the table.
        public let table: String
        /// How many.
        public let count: Int
        /// SHA-256 over all of them in their order; 32 bytes.
        public let digest: [UInt8]
    }

    /// Every table that moves, in order.
    public let tables: [Rows]
    /// Dossiers, those that were destroyed included.
    public let dossiers: Int
    /// Facts, as the heads of the dossiers count them.
    public let feiten: Int
    /// Digest over the head of every dossier's chain, as in `Bewijsuitkomst.koppen`.
    public let koppen: [UInt8]
    /// The number and the code of the last audit line in the chain; 0 and empty when there is none.
    public let auditNummer: Int64
    /// See `auditNummer`.
    public let auditCode: [UInt8]

    /// The names of the tables that differ.
    public func differences(_ other: TransferProof) -> [String] {
        zip(tables, other.tables).filter { $0 != $1 }.map(\.0.table)
    }
}

/// Makes a proof of rows that pass by.
public struct TransferDigest {
    private var tables = TransferTable.all.map { (table: $0.name, count: 0, digest: RowDigest($0.name)) }
    private var heads = HeadDigest()
    private var dossiers = 0
    private var feiten = 0
    private var auditNummer: Int64 = 0
    private var auditCode: [UInt8] = []
    private var buffer = ByteWriter(capacity: 1 << 20)

    /// Of no rows yet.
    public init() {}

    /// Adds rows; batches may be cut anywhere, but rows must come in order.
    public mutating func add(_ batch: TransferBatch) {
        guard let place = tables.firstIndex(where: { $0.table == batch.table.name }) else { return }
        buffer.clear()
        write(batch)
        tables[place].digest.add(buffer.bytes)
        tables[place].count += batch.count
        if batch.table == .dossier { addHeads(batch) }
        if batch.table == .auditKop, batch.count > 0 {
            auditNummer = batch.ints(0)[0] ?? 0
            auditCode = batch.bytes(1)[0].map(Array.init) ?? []
        }
    }

    /// Of all that was added.
    public var proof: TransferProof {
        TransferProof(
            tables: tables.map { TransferProof.Rows(table: $0.table, count: $0.count, digest: $0.digest.bytes) },
            dossiers: dossiers,
            feiten: feiten,
            koppen: heads.bytes,
            auditNummer: auditNummer,
            auditCode: auditCode
        )
    }

    private mutating func addHeads(_ batch: TransferBatch) {
        let (ids, last, hashes) = (batch.ints(0), batch.ints(2), batch.bytes(3))
        for row in 0..<batch.count {
            let laatste = Int(last[row] ?? 0)
            heads.add(ids[row] ?? 0, laatste: laatste, hash: hashes[row] ?? Data())
            dossiers += 1
            feiten += laatste
        }
    }

    /// Row by row, each value with whether it is there and how long it is: no two lists of rows give the same bytes.
    private mutating func write(_ batch: TransferBatch) {
        let columns = batch.table.columns.indices.map { Column(batch, $0) }
        for row in 0..<batch.count {
            for column in columns { column.write(row, to: &buffer) }
        }
    }

    private enum Column {
        case ints([Int64?])
        case texts([String?])
        case bytes([Data?])

        init(_ batch: TransferBatch, _ column: Int) {
            switch batch.table.columns[column].kind {
            case .int: self = .ints(batch.ints(column))
            case .text: self = .texts(batch.texts(column))
            case .bytes: self = .bytes(batch.bytes(column))
            }
        }

        func write(_ row: Int, to buffer: inout ByteWriter) {
            switch self {
            case .ints(let values):
                buffer.write(UInt8(values[row] == nil ? 0 : 1))
                if let value = values[row] { buffer.write(value) }
            case .texts(let values): buffer.write(values[row])
            case .bytes(let values):
                buffer.write(UInt8(values[row] == nil ? 0 : 1))
                if let value = values[row] {
                    buffer.write(UInt32(truncatingIfNeeded: value.count))
                    buffer.append(value)
                }
            }
        }
    }
}
