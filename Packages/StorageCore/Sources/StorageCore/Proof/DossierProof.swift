// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// The walk over one dossier: chain, head, mark, every fact, and what follows from the facts. Of one that was destroyed
/// only the chain, for that is all there is.
public struct DossierProof {
    private let head: StoredHead
    private let gemeente: Gemeentecode
    private let keys: GemeenteKeys
    private var chain: DossierChain
    private var opened: FactReader?
    private var fault: String?
    /// Facts walked.
    public private(set) var facts = 0

    /// What stands beside a dossier because of its facts.
    public struct Related {
        /// The blind indexes by which it is found.
        public let blinds: [Data]
        /// Its lines of the werkvoorraad, by origin and place.
        public let lines: [SealedLine]

        /// - Parameters: see the properties.
        public init(blinds: [Data], lines: [SealedLine]) {
            self.blinds = blinds
            self.lines = lines
        }
    }

    /// - Parameters:
    ///   - head: of the dossier.
    ///   - keys: of its gemeente.
    public init(_ head: StoredHead, _ gemeente: Gemeentecode, _ keys: GemeenteKeys) {
        self.head = head
        self.gemeente = gemeente
        self.keys = keys
        chain = DossierChain(gemeente: gemeente, dossier: head.number)
        guard head.destroyedAt == nil else { return }
        do throws(RegieFout) {
            opened = FactReader(gemeente, dossier: head.number, key: try head.key(keys))
        } catch {
            fault = "De sleutel van het dossier gaat niet open."
        }
    }

    /// Adds the next fact.
    public mutating func take(
        _ link: DossierChain.Link,
        sealed: UnsafeRawBufferPointer,
        hash: UnsafeRawBufferPointer
    ) {
        facts += 1
        guard fault == nil else { return }
        chain.add(link, sealed: sealed)
        guard Int(link.volgnummer) == facts, chain.ends(with: hash) else {
            fault = "De keten breekt bij feit \(facts)."
            return
        }
        do {
            try opened?.take(link, sealed: sealed, hash: hash)
        } catch {
            fault = "Feit \(facts) gaat niet open."
        }
    }

    /// What does not fit first; nil when all does.
    /// - Parameter related: asked for only when the facts fit.
    public func finish(_ related: () throws -> Related) throws -> String? {
        if let fault { return fault }
        guard head.laatste == facts, head.hash == chain.head else {
            return "De kop van het dossier past niet bij feit \(facts): er is een feit weg of bij."
        }
        guard head.isMarked(keys) else {
            return "Het merk van de kop klopt niet: het dossier is ingekort of veranderd."
        }
        guard let opened else {
            return head.wrappedKey.isEmpty ? nil : "Het dossier is vernietigd en heeft toch een sleutel."
        }
        let dossier = try opened.finish(head)
        let related = try related()
        return try lookups(dossier, related.blinds) ?? lines(opened.key, related.lines)
    }

    private func lookups(_ dossier: Dossier, _ blinds: [Data]) throws -> String? {
        var open = Set(dossier.zoeksleutels)
        for blind in blinds {
            guard let found = try dossier.zoeksleutels.first(where: { try keys.blindIndexes($0).contains(blind) })
            else { return "Een zoeksleutel volgt niet uit de feiten." }
            open.remove(found)
        }
        return open.isEmpty ? nil : "Er zijn \(open.count) zoeksleutels weg."
    }

    /// The lines of the assessment are those of which the digest stands in the head; all of them open.
    private func lines(_ key: DossierKey, _ lines: [SealedLine]) -> String? {
        do throws(RegieFout) {
            var all: [Werkregel] = []
            for line in lines { all.append(try line.regel(gemeente, key)) }
            let digest = ChangedLines.digest(all.filter { $0.herkomst == .beoordeling }, key)
            return digest == head.lines ? nil : "De regels in de werkvoorraad zijn niet die van de beoordeling."
        } catch {
            return "Een regel in de werkvoorraad gaat niet open."
        }
    }
}
