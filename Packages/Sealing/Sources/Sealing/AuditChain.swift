// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
public import Inburgering

/// The chain of a gemeente's audit lines: HMAC-SHA-256 over the line before it and the line.
///
/// Keyed, because whoever can write the database could otherwise rewrite the whole chain (BIO2 8.15.05, 8.15.06).
public struct AuditChain: Sendable {
    /// The code of the last line that was linked; 32 bytes.
    public private(set) var head: Data
    private let keys: GemeenteKeys

    /// The chain before the first line.
    public init(_ keys: GemeenteKeys) {
        self.keys = keys
        var start = ByteWriter()
        start.write("regie-audit-1")
        start.write(keys.gemeente.waarde)
        head = Data(SHA256.hash(data: start.bytes))
    }

    /// A chain of which the head was stored.
    public init(_ keys: GemeenteKeys, head: Data) {
        self.keys = keys
        self.head = head
    }

    /// Links a line.
    /// - Parameters:
    ///   - nummer: its number.
    ///   - regel: the line.
    ///   - reden: the sealed reason as stored; nil when there is none.
    ///   - keyID: the key version, stored beside the code.
    /// - Returns: its code, the new head.
    @discardableResult
    public mutating func add(
        _ nummer: Int64,
        _ regel: AuditRegel,
        reden: Data?,
        keyID: UInt32
    ) throws(RegieFout) -> Data {
        var line = ByteWriter(capacity: 256)
        line.append(head)
        line.write(nummer)
        line.write(regel.actie)
        line.write(regel.object)
        line.write(regel.resultaat)
        line.write(regel.oorsprong)
        line.write(regel.actor)
        line.write(regel.tijdstip.milliseconden)
        line.write(UInt32(truncatingIfNeeded: reden?.count ?? 0))
        if let reden { line.append(reden) }
        let code = HMAC<SHA256>.authenticationCode(for: line.bytes, using: try keys.key(.audit, id: keyID))
        head = Data(code)
        return head
    }
}
