// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// A BSN that was typed in the wrong place must not come back in an error.
enum Maskering {
    /// What a command is about, as the audit log and an error may name it: the number of a dossier or a message as it
    /// is, and of anything else no run of digits that could be a person's.
    static func object(_ tekst: String) -> String {
        DossierID(tekst) != nil || UUID(uuidString: tekst) != nil ? tekst : maskeer(tekst)
    }

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
