// SPDX-License-Identifier: EUPL-1.2

extension String {
    /// Whether a word of lower-case ASCII letters stands somewhere in this text, in capitals or not. Bytes are compared:
    /// the general search of the standard library takes longer than a whole assessment.
    func heeft(_ stam: String) -> Bool {
        let naald = stam.utf8
        var begin = utf8.startIndex
        while begin != utf8.endIndex {
            var hier = begin
            var gelijk = true
            for byte in naald {
                guard hier != utf8.endIndex, (utf8[hier] | 0x20) == byte else {
                    gelijk = false
                    break
                }
                hier = utf8.index(after: hier)
            }
            if gelijk { return true }
            begin = utf8.index(after: begin)
        }
        return naald.isEmpty
    }
}
