// SPDX-License-Identifier: EUPL-1.2

/// A vreemdelingennummer (V-nummer): ten digits, given out by the IND.
///
/// DUO sends it as an integer of at most 9999999999, so leading zeros are restored. `description` is masked.
public struct VNummer: Hashable, Sendable, CustomStringConvertible {
    /// The number, 1 … 9999999999.
    public let waarde: UInt64

    /// Nil when outside 1 … 9999999999.
    public init?(waarde: Int) {
        guard (1...9_999_999_999).contains(waarde) else { return nil }
        self.waarde = UInt64(waarde)
    }

    /// Nil unless the text is 1 to 10 digits, not all zero.
    public init?(_ tekst: String) {
        guard (1...10).contains(tekst.utf8.count), tekst.utf8.allSatisfy({ (48...57).contains($0) }),
            let waarde = Int(tekst)
        else { return nil }
        self.init(waarde: waarde)
    }

    /// All ten digits. Never for a log, a URL of ours, a metric or an error.
    public var cijfers: String {
        let tekst = String(waarde)
        return String(repeating: "0", count: 10 - tekst.utf8.count) + tekst
    }

    /// Masked: `********12`.
    public var description: String { "********" + cijfers.suffix(2) }
}
