// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Jobs as rows.
enum JobRows {
    static let columns = "id, soort, inhoud, prioriteit, status, vanaf, pogingen, hoogstens, lease, fout"

    /// - Returns: its id; nil when a job with the same `uniek` waits or runs.
    static func insert(_ job: NewJob, _ keys: GemeenteKeys, _ db: Database) throws -> Int64? {
        let context = SealContext.job(keys.gemeente, job.soort)
        try db.run(
            """
            INSERT INTO job (soort, inhoud, prioriteit, vanaf, hoogstens, uniek) VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO NOTHING
            """,
            [
                job.soort, try keys.seal(job.inhoud.bytes, for: .text, context: context), job.prioriteit,
                job.vanaf.milliseconden, job.hoogstens, job.uniek,
            ]
        )
        return db.changesCount == 1 ? db.lastInsertedRowID : nil
    }

    /// The job that a row holds.
    static func job(_ row: Row, _ keys: GemeenteKeys) throws -> Job {
        let soort: String = row[1]
        return Job(
            id: row[0],
            soort: soort,
            inhoud: try JSON.lees(try keys.open(row[2], for: .text, context: SealContext.job(keys.gemeente, soort))),
            prioriteit: row[3],
            status: try Job.Status(stored: row[4]),
            vanaf: Tijdstip(milliseconden: row[5]),
            pogingen: row[6],
            hoogstens: row[7],
            lease: row[8],
            fout: row[9]
        )
    }

    /// `?, ?, ?`: as many as there are kinds.
    static func marks(_ soorten: [String]) -> String {
        Array(repeating: "?", count: soorten.count).joined(separator: ", ")
    }
}

extension Job.Status {
    /// The number that is stored: 0 klaar, 1 bezig, 2 gedaan, 3 mislukt, 4 geannuleerd. Never renumbered.
    var code: Int {
        switch self {
        case .klaar: 0
        case .bezig: 1
        case .gedaan: 2
        case .mislukt: 3
        case .geannuleerd: 4
        }
    }

    init(stored code: Int) throws(RegieFout) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else {
            throw RegieFout(.opslagNieuwer, "Een taak in de opslag heeft een onbekende status.")
        }
        self = status
    }
}
