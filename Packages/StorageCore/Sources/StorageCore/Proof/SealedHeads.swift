// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// The heads of dossiers that a seal remembers, counted and digested in the order of their numbers.
public struct SealedHeads: Sendable {
    /// How many there are, those that were destroyed included.
    public private(set) var dossiers = 0
    /// How many facts they have.
    public private(set) var feiten = 0
    /// How many were destroyed.
    public private(set) var vernietigd = 0
    private var heads = HeadDigest()
    private var destroyed = HeadDigest()

    /// None yet.
    public init() {}

    /// Adds the next one.
    public mutating func add(_ dossier: Int64, laatste: Int, hash: Data, vernietigdOp: Int64?) {
        heads.add(dossier, laatste: laatste, hash: hash)
        dossiers += 1
        feiten += laatste
        guard let vernietigdOp else { return }
        destroyed.add(dossier, vernietigdOp: vernietigdOp)
        vernietigd += 1
    }

    /// See `Zegel.koppen`.
    public var koppen: [UInt8] { heads.bytes }
    /// See `Zegel.vernietigingen`.
    public var vernietigingen: [UInt8] { destroyed.bytes }

    /// The seal over these heads and the chain of the audit log.
    /// - Parameters:
    ///   - last: the seal before it; nil for the first.
    ///   - audit: where that chain ends; nil when nothing was linked yet.
    public func zegel(
        na last: Zegel?,
        op tijdstip: Tijdstip,
        audit: AuditHead?,
        _ keys: GemeenteKeys
    ) throws(RegieFout) -> Zegel {
        let keyID = keys.newest
        func zegel(_ code: [UInt8]) -> Zegel {
            Zegel(
                nummer: (last?.nummer ?? 0) + 1,
                tijdstip: tijdstip,
                auditNummer: audit?.nummer ?? 0,
                auditCode: Array(audit?.code ?? AuditChain(keys).head),
                dossiers: dossiers,
                feiten: feiten,
                koppen: koppen,
                vernietigd: vernietigd,
                vernietigingen: vernietigingen,
                sleutel: keyID,
                code: code
            )
        }
        return zegel(try keys.code(of: zegel([]), na: last?.code))
    }
}
