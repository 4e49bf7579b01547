// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// An audit line as it is stored. The reason is free text and may hold anything, so it is sealed.
public struct StoredAudit: Sendable {
    /// Its number: given without gaps, so that a gap is a line that was taken away.
    public let nummer: Int64
    /// The line, without its reason.
    public let regel: AuditRegel
    /// The sealed reason, as it was linked.
    public let reden: Data?
    /// The reason sealed anew under a later key; nil when it was not.
    public let resealed: Data?

    /// - Parameters: see the properties.
    public init(nummer: Int64, regel: AuditRegel, reden: Data?, resealed: Data? = nil) {
        self.nummer = nummer
        self.regel = regel
        self.reden = reden
        self.resealed = resealed
    }

    /// The reason of a line, sealed; nil when it has none.
    public static func seal(_ regel: AuditRegel, _ keys: GemeenteKeys) throws(RegieFout) -> Data? {
        guard let reden = regel.reden else { return nil }
        return try keys.seal(Data(reden.utf8), for: .text, context: SealContext.auditReden(keys.gemeente, regel))
    }

    /// The line with its reason.
    public func opened(_ keys: GemeenteKeys) throws(RegieFout) -> AuditRegel {
        guard let reden = resealed ?? reden else { return regel }
        let plain = try keys.open(reden, for: .text, context: SealContext.auditReden(keys.gemeente, regel))
        return AuditRegel(
            actie: regel.actie,
            object: regel.object,
            resultaat: regel.resultaat,
            oorsprong: regel.oorsprong,
            actor: regel.actor,
            tijdstip: regel.tijdstip,
            reden: String(decoding: plain, as: UTF8.self)
        )
    }
}

/// An audit line ready to be written: made on the caller's thread.
public struct SealedAudit: Sendable {
    /// The line.
    public let regel: AuditRegel
    /// Its reason, sealed; nil when it has none.
    public let reden: Data?
    /// Shows that Regie wrote the line, before it is linked.
    public let mark: Data

    /// - Parameters:
    ///   - regel: the line.
    ///   - keys: of its gemeente.
    public init(_ regel: AuditRegel, _ keys: GemeenteKeys) throws(RegieFout) {
        self.regel = regel
        reden = try StoredAudit.seal(regel, keys)
        mark = try keys.lineMark(regel, reden: reden)
    }
}
