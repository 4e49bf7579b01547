// SPDX-License-Identifier: EUPL-1.2

extension String {
    /// Whether a word of lower-case ASCII letters stands somewhere in this text, in capitals or not. Bytes are compared:
    /// the general search of the standard library takes longer than a whole assessment.
    func heeft(_ stam: String) -> Bool {
        var (tekst, stam) = (self, stam)
        return tekst.withUTF8 { tekst in
            stam.withUTF8 { stam in
                guard let eerste = stam.first else { return true }
                guard tekst.count >= stam.count else { return false }
                for begin in 0...(tekst.count - stam.count) where tekst[begin] | 0x20 == eerste {
                    var plek = 1
                    while plek < stam.count, tekst[begin + plek] | 0x20 == stam[plek] { plek += 1 }
                    if plek == stam.count { return true }
                }
                return false
            }
        }
    }
}
