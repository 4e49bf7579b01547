// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// Whether an audit line is one that Regie wrote; the chain is `AuditWalk`'s.
public enum AuditProof {
    /// What does not fit of a line; nothing when all does.
    /// - Parameter mark: what stands beside it.
    public static func faults(of line: StoredAudit, mark: Data?, _ keys: GemeenteKeys) -> [String] {
        var faults: [String] = []
        if !keys.isMark(mark, of: line.regel, reden: line.reden) {
            faults.append("Het merk klopt niet: Regie heeft deze regel niet zo geschreven.")
        }
        if line.reden != nil, (try? line.opened(keys)) == nil { faults.append("De reden gaat niet open.") }
        return faults
    }

    /// The first line that does not fit in the chain.
    public static func broken(_ nummer: Int64) -> Bewijsuitkomst.Breuk {
        .init("auditregel \(nummer)", "De keten van het auditlog breekt hier.")
    }

    /// A line about what a step did to a dossier that is not there.
    public static func orphan(_ nummer: Int64, _ dossier: DossierID) -> Bewijsuitkomst.Breuk {
        .init("dossier \(dossier)", "Auditregel \(nummer) gaat over dit dossier, en het is weg.")
    }
}
