// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// Turns the rows of one dossier into its facts, and walks its hash chain while doing so.
struct FactRows {
    /// The columns that `take` reads, in their order.
    static let columns = "dossier, volgnummer, geldig_op, bekend_op, bron, bericht_id, versie, inhoud, hash"

    private(set) var gebeurtenissen: [Gebeurtenis] = []
    private var chain: DossierChain
    private var context: ByteWriter
    private let contextEnd: Int
    let key: DossierKey
    private let number: Int64

    init(_ gemeente: Gemeentecode, dossier number: Int64, key: DossierKey) {
        self.number = number
        self.key = key
        chain = DossierChain(gemeente: gemeente, dossier: number)
        context = SealContext.gebeurtenis(gemeente, number)
        contextEnd = context.bytes.count - 4
        gebeurtenissen.reserveCapacity(16)
    }

    /// The envelope of a fact as a row holds it.
    static func link(_ row: Row) -> DossierChain.Link {
        DossierChain.Link(
            volgnummer: row[1],
            geldigOp: row[2],
            bekendOp: row[3],
            bron: row[4],
            berichtId: row[5],
            versie: row[6]
        )
    }

    /// Adds the next fact; throws `verzegeling-faalt` when it cannot be opened or the chain does not fit.
    mutating func take(_ row: Row) throws {
        let link = Self.link(row)
        guard link.versie <= Gebeurtenis.versie else {
            throw RegieFout(
                .opslagNieuwer,
                "Feit \(link.volgnummer) is geschreven door een nieuwere Regie (versie \(link.versie)).",
                watTeDoen: "Gebruik die nieuwere versie."
            )
        }
        let (payload, fits) = try row.withUnsafeData(atIndex: 7) { sealed in
            let sealed = sealed ?? Data()
            chain.add(link, sealed: sealed)
            let fits = try row.withUnsafeData(atIndex: 8) { chain.ends(with: $0) }
            context.overwrite(UInt32(link.volgnummer), at: contextEnd)
            return (try key.open(sealed, context: context.bytes), fits)
        }
        guard fits, Int(link.volgnummer) == gebeurtenissen.count + 1 else { throw Self.broken(link.volgnummer) }
        gebeurtenissen.append(
            try Gebeurtenis(
                json: try JSON.lees(payload),
                volgnummer: Int(link.volgnummer),
                bekendOp: Tijdstip(milliseconden: link.bekendOp),
                berichtId: link.berichtId
            )
        )
    }

    /// The dossier, when the chain ends where the dossier says it does: facts cut off at the end show too.
    func finish(
        _ gemeente: Gemeentecode,
        laatste: Int,
        hash: Data,
        bekendOp: Tijdstip? = nil
    ) throws(RegieFout) -> Dossier {
        guard laatste == gebeurtenissen.count, hash == chain.head else {
            throw Self.broken(Int32(gebeurtenissen.count + 1))
        }
        return Dossier(
            id: try DossierID(number: number),
            gemeente: gemeente,
            gebeurtenissen: gebeurtenissen,
            bekendOp: bekendOp
        )
    }

    private static func broken(_ volgnummer: Int32) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "De keten van het dossier past niet bij feit \(volgnummer): de opslag is buiten Regie om veranderd.",
            watTeDoen: "Draai 'regie audit verify' en herstel het dossier uit een reservekopie."
        )
    }
}
