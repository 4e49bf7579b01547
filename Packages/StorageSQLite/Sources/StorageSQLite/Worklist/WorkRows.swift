// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Writes the lines of the werkvoorraad of one dossier.
struct WorkRows {
    let db: Database
    let gemeente: Gemeentecode
    let number: Int64
    let key: DossierKey

    /// What stands in `herkomst` for lines from the assessment; a berichtId is never empty.
    static let fromAssessment = ""
    /// What stands in `voor` when no day is set, so that such a line comes last.
    static let noDay = Int64(Int32.max)

    /// Replaces the lines of each origin that a step names. The klantmanager of the lines of other origins follows.
    func write(_ stap: Stap) throws {
        for case .klantmanagerToegewezen(let feit) in stap.feiten.map(\.feit) { try follow(feit.klantmanager) }
        for (herkomst, regels) in stap.werkregels {
            let place = Self.text(herkomst)
            try db.run("DELETE FROM werkregel WHERE dossier = ? AND herkomst = ?", [number, place])
            try insert(try Self.lines(regels, herkomst: place, gemeente, number, key))
            guard herkomst == .beoordeling else { continue }
            try db.run("UPDATE dossier SET regels = ? WHERE id = ?", [Self.digest(regels, key), number])
        }
        if let first = stap.werkregels[.beoordeling]?.first { try follow(first.klantmanager) }
    }

    /// Writes lines that were sealed before.
    func insert(_ lines: [SealedLine]) throws {
        for line in lines {
            try db.run(
                """
                INSERT INTO werkregel (dossier, herkomst, plaats, ernst, voor, code, klantmanager, inhoud)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [number, line.herkomst, line.plaats, line.ernst, line.voor, line.code, line.klantmanager, line.inhoud]
            )
        }
    }

    func follow(_ klantmanager: String?) throws {
        try db.run(
            "UPDATE werkregel SET klantmanager = ? WHERE dossier = ? AND klantmanager IS NOT ?",
            [klantmanager, number, klantmanager]
        )
    }

    static func text(_ herkomst: Werkregel.Herkomst) -> String {
        switch herkomst {
        case .beoordeling: fromAssessment
        case .bericht(let berichtId): berichtId
        }
    }

    /// A short keyed digest of the lines of an assessment; nil when there are none.
    static func digest(_ regels: [Werkregel], _ key: DossierKey) -> Data? {
        guard !regels.isEmpty else { return nil }
        var bytes = ByteWriter(capacity: 512)
        for regel in regels {
            let signaal = regel.signaal
            bytes.write(signaal.code.rawValue)
            bytes.write(UInt8(signaal.ernst.rang))
            bytes.write(signaal.voor?.dagnummer ?? Int32.max)
            bytes.write(signaal.actie)
            bytes.write(UInt32(signaal.grondslag.count))
            for grondslag in signaal.grondslag { bytes.write(grondslag) }
            bytes.write(UInt32(signaal.feiten.count))
            for feit in signaal.feiten { bytes.write(Int32(truncatingIfNeeded: feit)) }
            bytes.write(UInt32(signaal.velden.count))
            for veld in signaal.velden { bytes.write(veld) }
            bytes.write(regel.klantmanager)
        }
        return key.digest(bytes.bytes)
    }

    static func lines(
        _ regels: [Werkregel],
        herkomst: String,
        _ gemeente: Gemeentecode,
        _ number: Int64,
        _ key: DossierKey
    ) throws(RegieFout) -> [SealedLine] {
        let context = SealContext.werkregel(gemeente, number, herkomst)
        var lines: [SealedLine] = []
        for (plaats, regel) in regels.enumerated() {
            lines.append(try SealedLine(regel, herkomst: herkomst, plaats: plaats, key, context))
        }
        return lines
    }
}
