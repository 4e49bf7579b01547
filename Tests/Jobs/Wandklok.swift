// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

@testable import Jobs

/// The rule of a cron line told a second way, from what a clock on the wall shows at an instant.
enum Wandklok {
    /// Whether a line may run at an instant.
    static func past(_ cron: Cron, _ tijdstip: Tijdstip) -> Bool {
        if toont(cron, tijdstip) { return cron.isInterval || !isTweedeKeer(tijdstip) }
        guard !cron.isInterval else { return false }
        // The first moment after a gap stands for the times in the gap.
        let net = tijdstip.plus(milliseconden: -1)
        let sprong = Amsterdam.verschil(op: tijdstip) - Amsterdam.verschil(op: net)
        guard sprong > 0 else { return false }
        return (1...sprong / 60).contains { terug in
            let (datum, uur, minuut) = wand(tijdstip, min: terug)
            return cron.past(datum) && cron.past(uur: uur, minuut: minuut)
        }
    }

    /// Whether a line must run at an instant at which the clock is not being set.
    static func moet(_ cron: Cron, _ tijdstip: Tijdstip) -> Bool {
        toont(cron, tijdstip) && (cron.isInterval || !isTweedeKeer(tijdstip))
    }

    private static func toont(_ cron: Cron, _ tijdstip: Tijdstip) -> Bool {
        guard tijdstip.milliseconden % 60_000 == 0 else { return false }
        let (datum, uur, minuut) = wand(tijdstip, min: 0)
        return cron.past(datum) && cron.past(uur: uur, minuut: minuut)
    }

    /// Whether clocks showed the same time an hour earlier already.
    private static func isTweedeKeer(_ tijdstip: Tijdstip) -> Bool {
        let eerder = tijdstip.plus(milliseconden: -3_600_000)
        return Amsterdam.verschil(op: eerder) - Amsterdam.verschil(op: tijdstip) == 3600
    }

    private static func wand(_ tijdstip: Tijdstip, min minuten: Int) -> (Datum, Int, Int) {
        let lokaal = tijdstip.milliseconden / 1000 + Int64(Amsterdam.verschil(op: tijdstip)) - Int64(minuten * 60)
        let inDag = Int(lokaal % 86_400)
        return (Datum(dagnummer: Int(lokaal / 86_400)), inDag / 3600, inDag / 60 % 60)
    }
}

/// A generator that gives the same numbers for the same seed (SplitMix64, public domain).
struct Toeval: RandomNumberGenerator {
    private var stand: UInt64
    init(zaad: UInt64) { stand = zaad }
    mutating func next() -> UInt64 {
        stand &+= 0x9E37_79B9_7F4A_7C15
        var z = stand
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// A cron line, mostly with stars, and often in the hours at which the clock is set.
    mutating func cronregel() -> String {
        let minuut = veld(0...59)
        let uur = Bool.random(using: &self) ? "2" : veld(0...23)
        let dag = Bool.random(using: &self) ? "25-31" : veld(1...28)
        let maand = Bool.random(using: &self) ? "3,10" : veld(1...12)
        return "\(minuut) \(uur) \(dag) \(maand) \(veld(0...7))"
    }

    private mutating func veld(_ grenzen: ClosedRange<Int>) -> String {
        let a = Int.random(in: grenzen, using: &self)
        let b = Int.random(in: grenzen, using: &self)
        switch Int.random(in: 0..<8, using: &self) {
        case 0: return "\(a)"
        case 1: return "\(min(a, b))-\(max(a, b))"
        case 2: return "\(a),\(b)"
        case 3: return "*/\(Int.random(in: 1...9, using: &self))"
        default: return "*"
        }
    }
}
