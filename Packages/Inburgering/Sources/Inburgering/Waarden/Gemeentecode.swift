// SPDX-License-Identifier: EUPL-1.2

/// The CBS code of a gemeente: four digits (BRP landelijke tabel 33), `0363` for Amsterdam.
public struct Gemeentecode: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The code as a number, 1 … 9999.
    public let waarde: UInt16

    /// Nil unless the text is four digits, not `0000`.
    public init?(_ tekst: String) {
        guard tekst.utf8.count == 4, tekst.utf8.allSatisfy({ (48...57).contains($0) }), let waarde = UInt16(tekst),
            waarde > 0
        else { return nil }
        self.waarde = waarde
    }

    /// Four digits.
    public var description: String {
        let tekst = String(waarde)
        return String(repeating: "0", count: 4 - tekst.utf8.count) + tekst
    }

    /// In order of the code.
    public static func < (links: Gemeentecode, rechts: Gemeentecode) -> Bool { links.waarde < rechts.waarde }
}
