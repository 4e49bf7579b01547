// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// A step with what can be made of it before its turn to write comes: on the caller's thread, not on the writer's.
public struct PreparedStep: Sendable {
    /// The step.
    public let stap: Stap
    /// Its dossier as a number.
    public let number: Int64
    /// JSON of each fact.
    public let payloads: [[UInt8]]
    /// Blind indexes; nil leaves them as they are.
    public let indexes: [Data]?
    /// The key version that they are made with.
    public let version: UInt32
    /// Blind indexes of the BSN and the V-nummer, under every key: by these another dossier of the person is found.
    /// Empty unless the step makes a dossier.
    public let identity: [Data]
    /// The audit line.
    public let audit: SealedAudit

    /// - Parameters:
    ///   - stap: the step.
    ///   - keys: of its gemeente.
    public init(_ stap: Stap, _ keys: GemeenteKeys) throws(RegieFout) {
        self.stap = stap
        number = stap.dossier.number
        var payloads: [[UInt8]] = []
        for feit in stap.feiten { payloads.append(try feit.gebeurtenis(volgnummer: 0).payload()) }
        self.payloads = payloads
        var indexes: [Data]?
        version = keys.newest
        var identity: [Data] = []
        if let zoeksleutels = stap.zoeksleutels {
            var all: [Data] = []
            for sleutel in zoeksleutels {
                all.append(try keys.blindIndex(sleutel, under: version))
                // A name is many people's.
                if case .naam = sleutel { continue }
                if stap.laatsteVolgnummer == 0 { identity += try keys.blindIndexes(sleutel) }
            }
            indexes = all
        }
        self.indexes = indexes
        self.identity = identity
        audit = try SealedAudit(stap.audit, keys)
    }

    /// Refuses what cannot be meant: lines or messages of another dossier than the step's.
    public func check() throws(RegieFout) {
        let lines = stap.werkregels.allSatisfy { $0.value.allSatisfy { $0.dossier == stap.dossier } }
        guard lines, stap.uitgaand.allSatisfy({ $0.dossier == stap.dossier }) else {
            throw RegieFout(
                .opslagFaalt,
                "De stap van dossier \(stap.dossier) bevat een werkregel of bericht van een ander dossier."
            )
        }
    }
}
