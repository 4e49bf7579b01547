// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Dossiers and facts as rows.
enum FactRows {
    /// The columns that `link` reads, and after them the payload and the hash.
    static let columns = "volgnummer, geldig_op, bekend_op, bron, bericht_id, versie, inhoud, hash, dossier"
    /// The same for rows that are copied: the dossier first.
    static let copiedColumns =
        "dossier, volgnummer, geldig_op, bekend_op, bron, bericht_id, versie, inhoud, hash"
    /// The columns that `head` reads.
    static let headColumns = "id, sleutel, laatste, hash, regels, merk, vernietigd_op"

    static func head(_ row: PGRow) throws -> StoredHead {
        StoredHead(
            number: try row.int(0),
            wrappedKey: try row.bytes(1),
            laatste: Int(try row.int(2)),
            hash: try row.bytes(3),
            lines: try row.bytesOrNil(4),
            mark: try row.bytesOrNil(5),
            destroyedAt: try row.intOrNil(6)
        )
    }

    /// - Parameter lock: whether nobody else may change the dossier until the transaction ends.
    static func findHead(
        _ number: Int64,
        _ gemeente: Gemeentecode,
        lock: Bool = false,
        _ db: PGConnection
    ) throws -> StoredHead? {
        try db.row(
            "SELECT \(headColumns) FROM regie.dossier WHERE gemeente = $1 AND id = $2\(lock ? " FOR UPDATE" : "")",
            [.text(gemeente.description), .int(number)]
        ).map(head)
    }

    static func facts(_ number: Int64, _ gemeente: Gemeentecode, _ db: PGConnection) throws -> PGResult {
        try db.rows(
            "SELECT \(columns) FROM regie.gebeurtenis WHERE gemeente = $1 AND dossier = $2 ORDER BY volgnummer",
            [.text(gemeente.description), .int(number)]
        )
    }

    static func link(_ row: PGRow) throws -> DossierChain.Link {
        DossierChain.Link(
            volgnummer: Int32(stored: try row.int(0)),
            geldigOp: Int32(stored: try row.int(1)),
            bekendOp: try row.int(2),
            bron: try row.text(3),
            berichtId: try row.textOrNil(4),
            versie: Int32(stored: try row.int(5))
        )
    }

    static func insert(_ facts: [SealedFact], _ number: Int64, _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        guard !facts.isEmpty else { return }
        _ = try db.run(
            """
            INSERT INTO regie.gebeurtenis
                (gemeente, dossier, volgnummer, geldig_op, bekend_op, bron, bericht_id, versie, inhoud, hash)
            SELECT $1, $2, * FROM unnest($3::bigint[], $4::bigint[], $5::bigint[], $6::text[], $7::text[], $8::bigint[],
                $9::bytea[], $10::bytea[])
            """,
            [
                .text(gemeente.description), .int(number), .ints(facts.map { Int64($0.link.volgnummer) }),
                .ints(facts.map { Int64($0.link.geldigOp) }), .ints(facts.map(\.link.bekendOp)),
                .texts(facts.map(\.link.bron)), .optTexts(facts.map(\.link.berichtId)),
                .ints(facts.map { Int64($0.link.versie) }), .bytesArray(facts.map(\.sealed)),
                .bytesArray(facts.map(\.hash)),
            ]
        )
    }
}

extension PGRow {
    /// Payload and hash of a fact, where libpq has them.
    func withFact<R>(_ body: (UnsafeRawBufferPointer, UnsafeRawBufferPointer) throws -> R) rethrows -> R {
        try withBytes(6) { sealed in try withBytes(7) { hash in try body(sealed, hash) } }
    }
}

extension FactReader {
    /// Adds the fact that is left of a row of `FactRows.copiedColumns` of which the dossier was read.
    mutating func take(_ row: inout PGCopiedRow) throws {
        let link = DossierChain.Link(
            volgnummer: Int32(stored: try row.int()),
            geldigOp: Int32(stored: try row.int()),
            bekendOp: try row.int(),
            bron: try row.text(),
            berichtId: try row.textOrNil(),
            versie: Int32(stored: try row.int())
        )
        let sealed = try row.raw()
        try take(link, sealed: sealed, hash: try row.raw())
    }

    /// Adds the fact that a row holds.
    mutating func take(_ row: PGRow) throws {
        let link = try FactRows.link(row)
        try row.withFact { sealed, hash in try take(link, sealed: sealed, hash: hash) }
    }
}
