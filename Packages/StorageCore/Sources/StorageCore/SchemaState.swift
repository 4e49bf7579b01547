// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Which migrations a database has.
public struct SchemaState: Sendable {
    /// Applied, oldest first; those this program does not know come last.
    public let applied: [String]
    /// Of this program, not applied.
    public let pending: [String]
    /// Applied by a newer program.
    public let unknown: [String]

    /// - Parameters:
    ///   - found: the names that the database has.
    ///   - names: those of this program, oldest first.
    public init(found: Set<String>, of names: [String]) {
        unknown = found.subtracting(names).sorted()
        applied = names.filter { found.contains($0) } + unknown
        pending = names.filter { !found.contains($0) }
    }

    /// For `regie doctor`.
    public var findings: [String] {
        var findings: [String] = []
        if !pending.isEmpty { findings.append("Het schema loopt achter: draai 'regie migrate'.") }
        if !unknown.isEmpty {
            findings.append("Het schema is van een nieuwere Regie: \(unknown.joined(separator: ", ")).")
        }
        return findings
    }

    /// Throws `opslag-nieuwer` when a newer program was here.
    public func requireKnown(_ gemeente: Gemeentecode) throws(RegieFout) {
        guard unknown.isEmpty else {
            throw RegieFout(
                .opslagNieuwer,
                "De database van gemeente \(gemeente) is bijgewerkt door een nieuwere Regie (\(unknown.joined(separator: ", "))).",
                watTeDoen: "Gebruik die nieuwere versie, of herstel een reservekopie van vóór de bijwerking."
            )
        }
    }

    /// Throws `opslag-faalt` when something is still to be applied.
    public func requireCurrent(_ gemeente: Gemeentecode) throws(RegieFout) {
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
