// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Foundation
public import Inburgering
public import Sealing
import Synchronization

/// New dossiers as the rows that a storage would have written for them: sealed, linked and marked, to fill a gemeente in which
/// nothing stands yet with many at once.
///
/// A step here may hold facts, look-up keys and its audit line, no more. Audit lines are linked afterwards, as always. That a
/// person has one dossier is for whoever gives the steps to see to.
public struct NewDossiers: TransferSource {
    /// Gives steps until `take` throws or there are no more.
    public typealias Steps = @Sendable (_ take: (Stap) throws -> Void) throws -> Void

    private let keys: GemeenteKeys
    private let steps: Steps

    /// Steps that are sealed at the same time, on all processors.
    private static let chunk = 512

    /// - Parameters:
    ///   - keys: of the gemeente.
    ///   - steps: one for each new dossier, in the order of their ids.
    public init(_ keys: GemeenteKeys, _ steps: @escaping Steps) {
        self.keys = keys
        self.steps = steps
    }

    /// Seals on a thread of its own and hands on while it goes.
    public func send(
        _ gemeente: Gemeentecode,
        _ take: @escaping @Sendable (TransferBatch?) throws -> Void
    ) async throws(RegieFout) {
        let outcome: Result<Void, RegieFout> = await withCheckedContinuation { continuation in
            DispatchQueue(label: "regie.nieuwe-dossiers").async {
                do {
                    try run(take)
                    continuation.resume(returning: .success(()))
                } catch {
                    let fault = error as? RegieFout
                    continuation.resume(
                        returning: .failure(
                            fault
                                ?? RegieFout(.opslagFaalt, "De nieuwe dossiers zijn niet te maken: \(type(of: error)).")
                        )
                    )
                }
            }
        }
        try outcome.get()
    }

    private func run(_ take: (TransferBatch?) throws -> Void) throws {
        var waiting: [Stap] = []
        var last: Int64 = -1
        var count: Int64 = 0
        try steps { step in
            guard step.dossier.number > last else {
                throw RegieFout(
                    .feitOngeldig,
                    "De dossiers staan niet in de volgorde van hun id, of een komt er dubbel in voor."
                )
            }
            last = step.dossier.number
            count += 1
            waiting.append(step)
            guard waiting.count == Self.chunk else { return }
            try give(waiting, take)
            waiting.removeAll(keepingCapacity: true)
        }
        try give(waiting, take)
        var teller = TransferBatch(.teller)
        try teller.add(MadeRow([.int(count), .int(0), .int(0)]))
        try take(teller)
        try take(nil)
    }

    private func give(_ steps: [Stap], _ take: (TransferBatch?) throws -> Void) throws {
        guard !steps.isEmpty else { return }
        let sealed = Mutex([Result<SealedDossier, RegieFout>?](repeating: nil, count: steps.count))
        DispatchQueue.concurrentPerform(iterations: steps.count) { place in
            let made: Result<SealedDossier, RegieFout>
            do throws(RegieFout) {
                made = .success(try SealedDossier(steps[place], keys))
            } catch {
                made = .failure(error)
            }
            sealed.withLock { $0[place] = made }
        }
        let dossiers = try sealed.withLock { $0 }.compactMap { try $0?.get() }
        for (table, rows) in SealedDossier.tables {
            var batch = TransferBatch(table)
            for dossier in dossiers {
                for row in rows(dossier) { try batch.add(row) }
                if batch.isFull {
                    try take(batch)
                    batch.clear()
                }
            }
            if batch.count > 0 { try take(batch) }
        }
    }
}

/// The rows of one new dossier.
private struct SealedDossier: Sendable {
    let head: MadeRow
    let facts: [MadeRow]
    let lookups: [MadeRow]
    let audit: MadeRow

    static let tables: [(TransferTable, @Sendable (SealedDossier) -> [MadeRow])] = [
        (.dossier, { [$0.head] }), (.gebeurtenis, { $0.facts }), (.zoeksleutel, { $0.lookups }),
        (.audit, { [$0.audit] }),
    ]

    init(_ stap: Stap, _ keys: GemeenteKeys) throws(RegieFout) {
        guard stap.laatsteVolgnummer == 0, stap.uitgaand.isEmpty, stap.werkregels.isEmpty, stap.verwerkt == nil,
            stap.verzonden == nil
        else {
            throw RegieFout(.nietOndersteund, "Zo gaan alleen nieuwe dossiers erin, zonder berichten of werkregels.")
        }
        let step = try PreparedStep(stap, keys)
        let key = DossierKey()
        let sealed = try SealedFacts(step, keys.gemeente, key, head: nil)
        let number = step.number
        head = MadeRow([
            .int(number), .bytes(try keys.wrap(key, of: number)), .int(Int64(sealed.facts.count)), .bytes(sealed.head),
            .bytes(nil),
            .bytes(try keys.headMark(number, laatste: sealed.facts.count, hash: sealed.head, vernietigdOp: nil)),
            .int(nil),
        ])
        facts = sealed.facts.map { fact in
            let link = fact.link
            return MadeRow([
                .int(number), .int(Int64(link.volgnummer)), .int(Int64(link.geldigOp)), .int(link.bekendOp),
                .text(link.bron), .text(link.berichtId), .int(Int64(link.versie)), .bytes(fact.sealed),
                .bytes(fact.hash),
            ])
        }
        lookups = Set(step.indexes ?? []).sorted { $0.lexicographicallyPrecedes($1) }.map {
            MadeRow([.bytes($0), .int(number), .int(Int64(step.version))])
        }
        let line = step.audit.regel
        audit = MadeRow([
            .int(nil), .text(line.actie), .text(line.object), .text(line.resultaat), .text(line.oorsprong),
            .text(line.actor), .int(line.tijdstip.milliseconden), .bytes(step.audit.reden), .int(nil), .bytes(nil),
            .bytes(nil), .bytes(step.audit.mark),
        ])
    }
}
