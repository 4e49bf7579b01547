// SPDX-License-Identifier: EUPL-1.2

/// Finds what somebody probably meant.
public enum Suggestie {
    /// The candidate with the smallest edit distance to a word; nil when none is within a third of its length
    /// (at least 2). Upper and lower case count as the same.
    public static func dichtstbij(_ woord: String, in kandidaten: some Sequence<String>) -> String? {
        let doel = Array(woord.lowercased())
        let grens = max(2, doel.count / 3)
        var beste: (afstand: Int, kandidaat: String)?
        for kandidaat in kandidaten {
            let afstand = afstand(doel, Array(kandidaat.lowercased()))
            if afstand <= grens, afstand < beste?.afstand ?? .max { beste = (afstand, kandidaat) }
        }
        return beste?.kandidaat
    }

    private static func afstand(_ a: [Character], _ b: [Character]) -> Int {
        var rij = Array(0...b.count)
        for i in 0..<a.count {
            var schuin = rij[0]
            rij[0] = i + 1
            for j in 0..<b.count {
                let boven = rij[j + 1]
                rij[j + 1] = min(boven + 1, rij[j] + 1, schuin + (a[i] == b[j] ? 0 : 1))
                schuin = boven
            }
        }
        return rij[b.count]
    }
}
