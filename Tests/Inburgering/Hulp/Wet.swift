// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Policy
import Testing

/// The law as it stands in `config/wet`, read once.
enum Wet {
    static let wortel = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func boek() throws -> Wetboek { try WetLader.laad(map: wortel.appendingPathComponent("config/wet")) }

    static func beoordelaar() throws -> Beoordelaar { Beoordelaar(wet: try boek()) }
}

/// A date in a test; an impossible one fails the test.
func dag(_ tekst: String) throws -> Datum { try #require(Datum(tekst), "\(tekst) bestaat niet") }
