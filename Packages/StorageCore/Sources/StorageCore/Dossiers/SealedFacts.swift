// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// A fact as it is stored: its envelope, its sealed payload, and the hash that links it.
public struct SealedFact: Sendable {
    /// What stands beside the payload.
    public let link: DossierChain.Link
    /// The payload.
    public let sealed: Data
    /// The hash of the chain with this fact.
    public let hash: Data
}

/// The facts of a step, sealed and linked to those that the dossier has.
public struct SealedFacts: Sendable {
    /// In their order.
    public private(set) var facts: [SealedFact] = []
    /// Where the chain ends after them.
    public private(set) var head: Data

    /// The volgnummers given.
    public var numbers: [Int] { facts.map { Int($0.link.volgnummer) } }

    /// - Parameters:
    ///   - step: its facts.
    ///   - key: of the dossier.
    ///   - head: where the dossier's chain ends; nil for a new dossier.
    public init(_ step: PreparedStep, _ gemeente: Gemeentecode, _ key: DossierKey, head former: Data?) throws(RegieFout)
    {
        var chain = former.map { DossierChain(head: $0) } ?? DossierChain(gemeente: gemeente, dossier: step.number)
        var context = SealContext.gebeurtenis(gemeente, step.number)
        let end = context.bytes.count - 4
        facts.reserveCapacity(step.payloads.count)
        head = Data()
        for (place, feit) in step.stap.feiten.enumerated() {
            let volgnummer = step.stap.laatsteVolgnummer + place + 1
            context.overwrite(UInt32(truncatingIfNeeded: volgnummer), at: end)
            let sealed = try key.seal(step.payloads[place], context: context.bytes)
            let link = DossierChain.Link(
                volgnummer: Int32(truncatingIfNeeded: volgnummer),
                geldigOp: feit.geldigOp.dagnummer,
                bekendOp: feit.bekendOp.milliseconden,
                bron: feit.bron.rawValue,
                berichtId: feit.berichtId,
                versie: Int32(Gebeurtenis.versie)
            )
            chain.add(link, sealed: sealed)
            facts.append(SealedFact(link: link, sealed: sealed, hash: chain.head))
        }
        head = chain.head
    }
}
