// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// BSNs that pass the elfproef, each once: first those that start with 9999 (some nine thousand), then upward from
/// 900000000. All are synthetic: they carry no meaning outside a test or a demo.
struct Bsnreeks {
    /// The first eight digits of the next candidate; the ninth follows from them.
    private var stam = 99_990_000

    /// The next one; nil after some nine million.
    mutating func volgende() -> Bsn? {
        while stam != 99_990_000 - 1 {
            let acht = String(stam)
            stam = stam == 99_999_999 ? 90_000_000 : stam + 1
            var som = 0
            for (plaats, byte) in acht.utf8.enumerated() { som += Int(byte - 48) * (9 - plaats) }
            // A remainder of ten has no digit: that stem gives no BSN.
            if som % 11 < 10, let bsn = Bsn("\(acht)\(som % 11)") { return bsn }
        }
        return nil
    }
}
