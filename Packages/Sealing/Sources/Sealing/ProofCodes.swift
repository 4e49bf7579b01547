// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
public import Inburgering

/// Codes that vouch for what stands in the open: HMAC-SHA-256 under the audit key, each kind with a label of its own.
extension GemeenteKeys {
    /// The code of a seal, under the version that it names.
    /// - Parameter vorige: the code of the seal before it; nil for the first.
    public func code(of zegel: Zegel, na vorige: [UInt8]?) throws(RegieFout) -> [UInt8] {
        var text = ByteWriter(capacity: 256)
        text.write("regie-zegel-1")
        text.write(gemeente.waarde)
        text.append(vorige ?? [UInt8](repeating: 0, count: 32))
        text.write(zegel.nummer)
        text.write(zegel.tijdstip.milliseconden)
        text.write(zegel.auditNummer)
        text.append(zegel.auditCode)
        text.write(zegel.dossiers)
        text.write(zegel.feiten)
        text.append(zegel.koppen)
        text.write(zegel.vernietigd)
        text.append(zegel.vernietigingen)
        return Array(try code(text.bytes, id: zegel.sleutel))
    }

    /// The code of a line of a proof file.
    /// - Parameters:
    ///   - regel: the line without its code, byte by byte.
    ///   - vorige: the code of the line before it; nil for the first.
    ///   - id: the key version.
    public func code(vanRegel regel: [UInt8], na vorige: [UInt8]?, id: UInt32) throws(RegieFout) -> [UInt8] {
        var text = ByteWriter(capacity: regel.count + 64)
        text.write("regie-bewijsregel-1")
        text.write(gemeente.waarde)
        text.append(vorige ?? [UInt8](repeating: 0, count: 32))
        text.append(regel)
        return Array(try code(text.bytes, id: id))
    }

    /// What stands beside the head of a dossier, so that whoever cannot make it cannot shorten or end a dossier: the key
    /// version and a code of 128 bits over where its chain ends and whether it was destroyed.
    public func headMark(
        _ dossier: Int64,
        laatste: Int,
        hash: Data,
        vernietigdOp: Int64?
    ) throws(RegieFout) -> Data {
        try headMark(dossier, laatste: laatste, hash: hash, vernietigdOp: vernietigdOp, id: newest)
    }

    /// Whether a mark is that of this head, under whichever version it was made.
    public func isMark(
        _ mark: Data?,
        of dossier: Int64,
        laatste: Int,
        hash: Data,
        vernietigdOp: Int64?
    ) -> Bool {
        guard let mark, mark.count == 20 else { return false }
        let id = mark.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let expected = try? headMark(dossier, laatste: laatste, hash: hash, vernietigdOp: vernietigdOp, id: id)
        return expected == mark
    }

    private func headMark(
        _ dossier: Int64,
        laatste: Int,
        hash: Data,
        vernietigdOp: Int64?,
        id: UInt32
    ) throws(RegieFout) -> Data {
        var text = ByteWriter(capacity: 128)
        text.write("regie-kop-1")
        text.write(gemeente.waarde)
        text.write(dossier)
        text.write(laatste)
        text.append(hash)
        text.write(vernietigdOp ?? Int64.min)
        var mark = ByteWriter(capacity: 20)
        mark.write(id)
        mark.append(try code(text.bytes, id: id).prefix(16))
        return Data(mark.bytes)
    }

    /// What stands in the storage of a gemeente from its first day, so that other keys are known for what they are while
    /// nothing else was written yet: the key version and a code of 128 bits.
    public func keyMark() throws(RegieFout) -> Data { try keyMark(id: newest) }

    /// Whether a mark was made with these keys, under whichever version.
    public func isKeyMark(_ mark: Data?) -> Bool {
        guard let mark, mark.count == 20 else { return false }
        return (try? keyMark(id: mark.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) })) == mark
    }

    private func keyMark(id: UInt32) throws(RegieFout) -> Data {
        var text = ByteWriter(capacity: 32)
        text.write("regie-sleutel-1")
        text.write(gemeente.waarde)
        var mark = ByteWriter(capacity: 20)
        mark.write(id)
        mark.append(try code(text.bytes, id: id).prefix(16))
        return Data(mark.bytes)
    }

    /// What stands beside an audit line until the chain vouches for it: key version, a random number, and a code of 128
    /// bits over the line, so that nobody else can add one.
    public func lineMark(_ regel: AuditRegel, reden: Data?) throws(RegieFout) -> Data {
        try lineMark(regel, reden: reden, id: newest, nonce: UInt64.random(in: 0...UInt64.max))
    }

    /// Whether a mark is that of this line, under whichever version it was made.
    public func isMark(_ mark: Data?, of regel: AuditRegel, reden: Data?) -> Bool {
        guard let mark, mark.count == 28 else { return false }
        let id = mark.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        let nonce = mark.dropFirst(4).prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
        return (try? lineMark(regel, reden: reden, id: id, nonce: nonce)) == mark
    }

    private func lineMark(_ regel: AuditRegel, reden: Data?, id: UInt32, nonce: UInt64) throws(RegieFout) -> Data {
        var text = ByteWriter(capacity: 256)
        text.write("regie-auditregel-1")
        text.write(gemeente.waarde)
        text.write(nonce)
        text.write(regel.actie)
        text.write(regel.object)
        text.write(regel.resultaat)
        text.write(regel.oorsprong)
        text.write(regel.actor)
        text.write(regel.tijdstip.milliseconden)
        if let reden { text.append(reden) }
        var mark = ByteWriter(capacity: 28)
        mark.write(id)
        mark.write(nonce)
        mark.append(try code(text.bytes, id: id).prefix(16))
        return Data(mark.bytes)
    }

    private func code(_ bytes: [UInt8], id: UInt32) throws(RegieFout) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: bytes, using: try key(.audit, id: id)))
    }
}

/// SHA-256 over the heads of dossiers, or over which were destroyed: given in the order of their numbers.
public struct HeadDigest: Sendable {
    private var hasher = SHA256()

    /// Over nothing yet.
    public init() { hasher.update(data: Array("regie-koppen-1".utf8)) }

    /// Adds the head of a dossier.
    public mutating func add(_ dossier: Int64, laatste: Int, hash: Data) {
        var row = ByteWriter(capacity: 48)
        row.write(dossier)
        row.write(laatste)
        row.append(hash)
        hasher.update(data: row.bytes)
    }

    /// Adds a dossier that was destroyed.
    public mutating func add(_ dossier: Int64, vernietigdOp: Int64) {
        var row = ByteWriter(capacity: 16)
        row.write(dossier)
        row.write(vernietigdOp)
        hasher.update(data: row.bytes)
    }

    /// The digest; 32 bytes.
    public var bytes: [UInt8] { Array(hasher.finalize()) }
}
