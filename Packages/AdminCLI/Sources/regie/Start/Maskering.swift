// SPDX-License-Identifier: EUPL-1.2

/// A BSN that was typed in the wrong place must not come back in an error.
enum Maskering {
    /// Every run of nine or ten digits becomes stars.
    static func maskeer(_ tekst: String) -> String {
        var uit = ""
        var reeks = ""
        func sluit() {
            uit += (9...10).contains(reeks.utf8.count) ? String(repeating: "*", count: reeks.utf8.count) : reeks
            reeks = ""
        }
        for teken in tekst {
            if teken.isASCII, teken.isNumber {
                reeks.append(teken)
            } else {
                sluit()
                uit.append(teken)
            }
        }
        sluit()
        return uit
    }
}
