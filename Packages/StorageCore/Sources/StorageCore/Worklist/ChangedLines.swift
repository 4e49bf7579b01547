// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// The new assessment lines of a dossier of which they changed.
public struct ChangedLines: Sendable {
    /// The dossier as it was assessed.
    public let head: StoredHead
    /// Digest of the new lines; nil when there are none.
    public let digest: Data?
    /// The new lines.
    public let lines: [SealedLine]

    /// Nil when nothing changed.
    public init?(_ regels: [Werkregel], of head: StoredHead, _ gemeente: Gemeentecode, _ key: DossierKey)
        throws(RegieFout)
    {
        digest = Self.digest(regels, key)
        guard digest != head.lines else { return nil }
        self.head = head
        lines = try SealedLine.seal(regels, herkomst: .beoordeling, gemeente, head.number, key)
    }

    /// A short keyed digest of the lines of an assessment; nil when there are none.
    public static func digest(_ regels: [Werkregel], _ key: DossierKey) -> Data? {
        guard !regels.isEmpty else { return nil }
        var bytes = ByteWriter(capacity: 512)
        for regel in regels {
            let signaal = regel.signaal
            bytes.write(signaal.code.rawValue)
            bytes.write(UInt8(signaal.ernst.rang))
            bytes.write(signaal.voor?.dagnummer ?? Int32.max)
            bytes.write(signaal.actie)
            bytes.write(UInt32(signaal.grondslag.count))
            for grondslag in signaal.grondslag { bytes.write(grondslag) }
            bytes.write(UInt32(signaal.feiten.count))
            for feit in signaal.feiten { bytes.write(Int32(truncatingIfNeeded: feit)) }
            bytes.write(UInt32(signaal.velden.count))
            for veld in signaal.velden { bytes.write(veld) }
            bytes.write(regel.klantmanager)
        }
        return key.digest(bytes.bytes)
    }
}
