// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// What the simulator received, for tests and for a demo. Holds no BSN in a path.
struct Verzoekregel: Sendable, Codable {
    var nummer = 0
    let tijdstip: String
    let methode: String
    /// The path with its variable parts named, for instance `/v1/personen/{bsn}/PIP`.
    let pad: String
    /// The volgnummer of the person it was about.
    let persoon: Int?
    /// The status of the answer; nil when no answer was given.
    let status: Int?
    let berichtId: String?
    let bron: String?
    let body: JSONWaarde?
    /// The fault that was played.
    let storing: String?
}

/// The last requests, and counts of all.
final class Verzoekenlog: Sendable {
    private struct Inhoud {
        var regels: [Verzoekregel] = []
        var begin = 0
        var totaal = 0
        var perStatus: [String: Int] = [:]
    }

    private let grootte: Int
    private let inhoud = Mutex(Inhoud())

    init(grootte: Int = 5000) {
        self.grootte = grootte
    }

    func voegToe(_ regel: Verzoekregel) {
        inhoud.withLock { inhoud in
            inhoud.totaal += 1
            inhoud.perStatus[regel.status.map { String($0) } ?? "geen", default: 0] += 1
            var regel = regel
            regel.nummer = inhoud.totaal
            if inhoud.regels.count < grootte {
                inhoud.regels.append(regel)
            } else {
                inhoud.regels[inhoud.begin] = regel
                inhoud.begin = (inhoud.begin + 1) % grootte
            }
        }
    }

    /// The last `aantal`, oldest first.
    func laatste(_ aantal: Int) -> [Verzoekregel] {
        inhoud.withLock { inhoud in
            Array((inhoud.regels[inhoud.begin...] + inhoud.regels[..<inhoud.begin]).suffix(max(0, aantal)))
        }
    }

    /// All requests since the start, and how many per status.
    var tellingen: (totaal: Int, perStatus: [String: Int]) {
        inhoud.withLock { ($0.totaal, $0.perStatus) }
    }
}
