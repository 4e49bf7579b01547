// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The form of a surname in which it is looked up: upper and lower case, accents and doubled spaces do not count.
public enum Naamvorm {
    /// Letters that carry a stroke or are joined, which Unicode does not take apart by itself.
    private static let los: [Character: String] = [
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "th",
    ]

    /// - Parameter naam: a surname as somebody wrote it.
    public static func van(_ naam: String) -> String {
        var uit = ""
        var spatie = false
        for scalar in naam.lowercased().decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .nonspacingMark: continue
            case .spaceSeparator, .control: spatie = !uit.isEmpty
            default:
                if spatie { uit.append(" ") }
                spatie = false
                let teken = Character(scalar)
                uit.append(contentsOf: los[teken] ?? String(teken))
            }
        }
        return uit
    }
}
