// SPDX-License-Identifier: EUPL-1.2

public import Foundation

/// Where "now" and "today" come from. The domain itself has no clock: a peildatum is always handed in.
public protocol Klok: Sendable {
    /// The present instant.
    var nu: Tijdstip { get }
}

extension Klok {
    /// Today in the Netherlands (Europe/Amsterdam): legal dates are Dutch calendar days.
    public var vandaag: Datum { Amsterdam.datum(van: nu) }
}

/// The machine's own clock.
public struct Systeemklok: Klok {
    /// The machine's clock.
    public init() {}
    /// The present instant.
    public var nu: Tijdstip { Tijdstip(milliseconden: Int64((Date().timeIntervalSince1970 * 1000).rounded(.down))) }
}

extension Duration {
    /// Whole milliseconds.
    public var milliseconden: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}

/// Civil time in the Netherlands.
public enum Amsterdam {
    /// The zone; GMT+1 should the machine have no zone data (`regie doctor` reports that).
    public static let zone = TimeZone(identifier: "Europe/Amsterdam") ?? TimeZone(secondsFromGMT: 3600) ?? .gmt

    /// Seconds that civil time is ahead of UTC at an instant: 3600 or 7200.
    public static func verschil(op tijdstip: Tijdstip) -> Int {
        zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(tijdstip.milliseconden) / 1000))
    }

    /// The Dutch calendar day in which an instant falls.
    public static func datum(van tijdstip: Tijdstip) -> Datum {
        let lokaal = tijdstip.milliseconden + Int64(verschil(op: tijdstip)) * 1000
        return Datum(dagnummer: Int((lokaal - (lokaal % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000))
    }
}
