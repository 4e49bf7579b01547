// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Sealing

/// A step with what can be made of it before its turn to write comes: on the caller's thread, not on the writer's.
struct PreparedStep: Sendable {
    let stap: Stap
    let number: Int64
    /// JSON of each fact.
    let payloads: [[UInt8]]
    /// Blind indexes; nil leaves them as they are.
    let indexes: [Data]?
    /// Blind indexes of the BSN and the V-nummer, under every key: by these another dossier of the person is found.
    let identity: [Data]
    /// The sealed reason of the audit line.
    let reden: Data?

    init(_ stap: Stap, _ keys: GemeenteKeys) throws(RegieFout) {
        self.stap = stap
        number = stap.dossier.number
        var payloads: [[UInt8]] = []
        for feit in stap.feiten { payloads.append(try feit.gebeurtenis(volgnummer: 0).payload()) }
        self.payloads = payloads
        var indexes: [Data]?
        var identity: [Data] = []
        if let zoeksleutels = stap.zoeksleutels {
            var all: [Data] = []
            for sleutel in zoeksleutels {
                all.append(try keys.blindIndex(sleutel))
                // A name is many people's.
                if case .naam = sleutel { continue }
                if stap.laatsteVolgnummer == 0 { identity += try keys.blindIndexes(sleutel) }
            }
            indexes = all
        }
        self.indexes = indexes
        self.identity = identity
        reden = try AuditRows.sealReden(stap.audit, keys)
    }

    /// Refuses what cannot be meant: lines or messages of another dossier than the step's.
    func check() throws(RegieFout) {
        let lines = stap.werkregels.allSatisfy { $0.value.allSatisfy { $0.dossier == stap.dossier } }
        guard lines, stap.uitgaand.allSatisfy({ $0.dossier == stap.dossier }) else {
            throw RegieFout(
                .opslagFaalt,
                "De stap van dossier \(stap.dossier) bevat een werkregel of bericht van een ander dossier."
            )
        }
    }
}
