// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering

/// Which migrations a database has.
struct SchemaState: Sendable {
    /// Applied, oldest first; those this program does not know come last.
    let applied: [String]
    /// Of this program, not applied.
    let pending: [String]
    /// Applied by a newer program.
    let unknown: [String]

    init(_ db: Database) throws {
        let found = try Migrations.migrator(nil).appliedIdentifiers(db)
        unknown = found.subtracting(Migrations.names).sorted()
        applied = Migrations.names.filter { found.contains($0) } + unknown
        pending = Migrations.names.filter { !found.contains($0) }
    }

    /// For `regie doctor`.
    var findings: [String] {
        var findings: [String] = []
        if !pending.isEmpty { findings.append("Het schema loopt achter: draai 'regie migrate'.") }
        if !unknown.isEmpty {
            findings.append("Het schema is van een nieuwere Regie: \(unknown.joined(separator: ", ")).")
        }
        return findings
    }

    func requireKnown(_ gemeente: Gemeentecode) throws(RegieFout) {
        guard unknown.isEmpty else {
            throw RegieFout(
                .opslagNieuwer,
                "De database van gemeente \(gemeente) is bijgewerkt door een nieuwere Regie (\(unknown.joined(separator: ", "))).",
                watTeDoen: "Gebruik die nieuwere versie, of herstel een reservekopie van vóór de bijwerking."
            )
        }
    }

    func requireCurrent(_ gemeente: Gemeentecode) throws(RegieFout) {
        try requireKnown(gemeente)
        guard pending.isEmpty else {
            throw RegieFout(
                .opslagFaalt,
                "De database van gemeente \(gemeente) is van een oudere Regie.",
                watTeDoen: "Draai 'regie migrate'."
            )
        }
    }
}
