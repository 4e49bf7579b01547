// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
public import Sealing

/// Turns the stored facts of one dossier into its dossier, and walks its hash chain while doing so.
public struct FactReader {
    /// Those that were read.
    public private(set) var gebeurtenissen: [Gebeurtenis] = []
    private var chain: DossierChain
    private var context: ByteWriter
    private let contextEnd: Int
    /// The dossier's key.
    public let key: DossierKey
    private let gemeente: Gemeentecode
    private let number: Int64

    /// - Parameters:
    ///   - number: the dossier as a number.
    ///   - key: its key.
    ///   - aantal: how many facts to make room for, about.
    public init(_ gemeente: Gemeentecode, dossier number: Int64, key: DossierKey, aantal: Int = 16) {
        self.gemeente = gemeente
        self.number = number
        self.key = key
        chain = DossierChain(gemeente: gemeente, dossier: number)
        context = SealContext.gebeurtenis(gemeente, number)
        contextEnd = context.bytes.count - 4
        // What a row says of it may be anything.
        gebeurtenissen.reserveCapacity(min(max(aantal, 0), 1_000))
    }

    /// Adds the next fact; throws `verzegeling-faalt` when it cannot be opened or the chain does not fit. Payload and hash
    /// stay where they lie: a night reads millions of facts, and an object for each would be a tenth of it.
    public mutating func take(
        _ link: DossierChain.Link,
        sealed: UnsafeRawBufferPointer,
        hash: UnsafeRawBufferPointer
    ) throws(RegieFout) {
        guard link.versie <= Gebeurtenis.versie else {
            throw RegieFout(
                .opslagNieuwer,
                "Feit \(link.volgnummer) is geschreven door een nieuwere Regie (versie \(link.versie)).",
                watTeDoen: "Gebruik die nieuwere versie."
            )
        }
        chain.add(link, sealed: sealed)
        let fits = chain.ends(with: hash)
        context.overwrite(UInt32(truncatingIfNeeded: link.volgnummer), at: contextEnd)
        let payload = try key.open(sealed, context: context.bytes)
        guard fits, Int(link.volgnummer) == gebeurtenissen.count + 1 else { throw Self.broken(link.volgnummer) }
        let read = payload.withUnsafeBytes { payload in
            Result { () throws(RegieFout) in
                try Gebeurtenis(
                    payload: payload,
                    volgnummer: Int(link.volgnummer),
                    bekendOp: Tijdstip(milliseconden: link.bekendOp),
                    berichtId: link.berichtId
                )
            }
        }
        gebeurtenissen.append(try read.get())
    }

    /// The dossier, when the chain ends where the dossier says it does: facts cut off at the end show too.
    public func finish(_ head: StoredHead, bekendOp: Tijdstip? = nil) throws(RegieFout) -> Dossier {
        guard head.laatste == gebeurtenissen.count, head.hash == chain.head else {
            throw Self.broken(Int32(truncatingIfNeeded: gebeurtenissen.count + 1))
        }
        return Dossier(
            id: try DossierID(number: number),
            gemeente: gemeente,
            gebeurtenissen: gebeurtenissen,
            bekendOp: bekendOp
        )
    }

    /// The numbers under which messages of the person wait, by the facts that were read so far.
    public func personNumbers(_ keys: GemeenteKeys) throws(RegieFout) -> [Int64] {
        let dossier = Dossier(
            id: try DossierID(number: number),
            gemeente: gemeente,
            gebeurtenissen: gebeurtenissen
        )
        var numbers: [Int64] = []
        for sleutel in dossier.zoeksleutels {
            // A name is many people's.
            if case .naam = sleutel { continue }
            numbers += try keys.orderingKeys(sleutel)
        }
        return numbers
    }

    private static func broken(_ volgnummer: Int32) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "De keten van het dossier past niet bij feit \(volgnummer): de opslag is buiten Regie om veranderd.",
            watTeDoen: "Draai 'regie audit verify' en herstel het dossier uit een reservekopie."
        )
    }
}
