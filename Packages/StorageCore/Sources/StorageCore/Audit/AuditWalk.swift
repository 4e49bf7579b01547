// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// The head of the audit chain as it is stored.
public struct AuditHead: Sendable {
    /// The number of the last line that was linked.
    public let nummer: Int64
    /// Its code.
    public let code: Data

    /// - Parameters: see the properties.
    public init(nummer: Int64, code: Data) {
        self.nummer = nummer
        self.code = code
    }
}

/// Walks the chain of the audit lines.
public struct AuditWalk {
    private var chain: AuditChain
    private var expected: Int64 = 1
    private var broken: Int64?
    private let head: AuditHead?

    /// - Parameters:
    ///   - head: as stored; nil when nothing was linked yet.
    ///   - keys: of the gemeente.
    public init(_ head: AuditHead?, _ keys: GemeenteKeys) {
        self.head = head
        chain = AuditChain(keys)
    }

    /// Adds the next line.
    /// - Parameters:
    ///   - keyID: under which key it was linked; nil when it was not.
    ///   - code: its code.
    /// - Returns: whether it fits; after one that does not the walk is over.
    public mutating func take(_ line: StoredAudit, keyID: UInt32?, code: Data?) throws(RegieFout) -> Bool {
        guard broken == nil else { return false }
        guard line.nummer == expected, let keyID, let code,
            try chain.add(line.nummer, line.regel, reden: line.reden, keyID: keyID) == code
        else {
            broken = expected
            return false
        }
        expected += 1
        return true
    }

    /// - Parameter loose: lines that are not linked yet.
    public func finish(loose: Int) -> (breuk: Int64?, geketend: Int, nogLos: Int) {
        var breuk = broken
        if breuk == nil, expected != (head?.nummer ?? 0) + 1 || !(head.map { $0.code == chain.head } ?? true) {
            breuk = expected
        }
        return (breuk: breuk, geketend: Int(expected - 1), nogLos: loose)
    }
}
