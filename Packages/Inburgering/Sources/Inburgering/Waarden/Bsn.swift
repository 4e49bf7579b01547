// SPDX-License-Identifier: EUPL-1.2

/// A burgerservicenummer: nine digits that pass the elfproef.
///
/// Its `description` is masked, so that interpolating one into a log line or an error leaks nothing; `cijfers` gives
/// the number itself and stays inside adapters, sealed payloads and blind indexes.
public struct Bsn: Hashable, Sendable, CustomStringConvertible {
    /// The number, 1 … 999999999.
    public let waarde: UInt32

    /// Nil unless the text is nine digits that pass the elfproef (weights 9 … 2, −1; sum divisible by 11).
    public init?(_ tekst: String) {
        guard tekst.utf8.count == 9 else { return nil }
        var som = 0
        var waarde: UInt32 = 0
        for (plaats, byte) in tekst.utf8.enumerated() {
            guard (48...57).contains(byte) else { return nil }
            let cijfer = Int(byte - 48)
            som += cijfer * (plaats == 8 ? -1 : 9 - plaats)
            waarde = waarde * 10 + UInt32(cijfer)
        }
        guard waarde > 0, som % 11 == 0 else { return nil }
        self.waarde = waarde
    }

    /// All nine digits. Never for a log, a URL of ours, a metric or an error.
    public var cijfers: String {
        let tekst = String(waarde)
        return String(repeating: "0", count: 9 - tekst.utf8.count) + tekst
    }

    /// Masked: `*******12` (the last two digits).
    public var description: String { "*******" + cijfers.suffix(2) }
}
