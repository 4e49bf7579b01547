// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// The lines of the werkvoorraad of one dossier, as rows.
struct WorkRows {
    static let columns = "dossier, herkomst, plaats, ernst, voor, code, klantmanager, inhoud"

    let db: PGConnection
    let gemeente: Gemeentecode
    let number: Int64
    let key: DossierKey

    /// Replaces the lines of each origin that a step names. The klantmanager of the lines of other origins follows.
    func write(_ stap: Stap) throws {
        for case .klantmanagerToegewezen(let feit) in stap.feiten.map(\.feit) { try follow(feit.klantmanager) }
        for (herkomst, regels) in stap.werkregels {
            _ = try db.run(
                "DELETE FROM regie.werkregel WHERE gemeente = $1 AND dossier = $2 AND herkomst = $3",
                [.text(gemeente.description), .int(number), .text(SealedLine.text(herkomst))]
            )
            try Self.insert(try SealedLine.seal(regels, herkomst: herkomst, gemeente, number, key), gemeente, db)
            guard herkomst == .beoordeling else { continue }
            _ = try db.run(
                "UPDATE regie.dossier SET regels = $3 WHERE gemeente = $1 AND id = $2",
                [
                    .text(gemeente.description), .int(number),
                    ChangedLines.digest(regels, key).map(PGValue.bytes) ?? .null,
                ]
            )
        }
        if let first = stap.werkregels[.beoordeling]?.first { try follow(first.klantmanager) }
    }

    private func follow(_ klantmanager: String?) throws {
        _ = try db.run(
            """
            UPDATE regie.werkregel SET klantmanager = $3
            WHERE gemeente = $1 AND dossier = $2 AND klantmanager IS DISTINCT FROM $3
            """,
            [.text(gemeente.description), .int(number), klantmanager.map(PGValue.text) ?? .null]
        )
    }

    /// Writes lines that were sealed before, of any number of dossiers, in one statement.
    static func insert(_ lines: [SealedLine], _ gemeente: Gemeentecode, _ db: PGConnection) throws {
        guard !lines.isEmpty else { return }
        _ = try db.run(
            """
            INSERT INTO regie.werkregel (gemeente, \(columns))
            SELECT $1, * FROM unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[],
                $8::text[], $9::bytea[])
            """,
            [
                .text(gemeente.description), .ints(lines.map(\.dossier)), .texts(lines.map(\.herkomst)),
                .ints(lines.map { Int64($0.plaats) }), .ints(lines.map { Int64($0.ernst) }), .ints(lines.map(\.voor)),
                .texts(lines.map(\.code)), .optTexts(lines.map(\.klantmanager)), .bytesArray(lines.map(\.inhoud)),
            ]
        )
    }

    /// The line that a row holds.
    static func line(_ row: PGRow) throws -> SealedLine {
        SealedLine(
            dossier: try row.int(0),
            herkomst: try row.text(1),
            plaats: Int(try row.int(2)),
            ernst: Int(try row.int(3)),
            voor: try row.int(4),
            code: try row.text(5),
            klantmanager: try row.textOrNil(6),
            inhoud: try row.bytes(7)
        )
    }
}
