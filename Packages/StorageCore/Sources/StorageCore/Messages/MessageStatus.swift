// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// How the states of messages are stored: a number, and beside it an instant and words. Below 2 is open.
extension InboxStatus {
    /// The words of each number.
    public static let woorden = ["ontvangen", "wacht", "verwerkt", "mislukt", "vervallen"]

    /// The number that is stored; never renumbered.
    public var code: Int {
        switch self {
        case .ontvangen: 0
        case .wacht: 1
        case .verwerkt: 2
        case .mislukt: 3
        case .vervallen: 4
        }
    }

    /// Until when it waits; nil when it does not.
    public var until: Tijdstip? { if case .wacht(let tot, _) = self { tot } else { nil } }

    /// The words that are stored, sealed.
    public var words: String? {
        switch self {
        case .ontvangen, .verwerkt: nil
        case .wacht(_, let waarom), .mislukt(let waarom), .vervallen(let waarom): waarom
        }
    }

    /// What a beheerder sets by hand is no try.
    public var isTry: Bool {
        switch self {
        case .wacht, .verwerkt, .mislukt: true
        case .ontvangen, .vervallen: false
        }
    }

    /// The status that was stored; throws `opslag-nieuwer` for a number that this program does not know.
    public init(code: Int, until: Int64?, words: String?) throws(RegieFout) {
        switch code {
        case 0: self = .ontvangen
        case 1: self = .wacht(tot: Tijdstip(milliseconden: until ?? 0), waarom: words ?? "")
        case 2: self = .verwerkt
        case 3: self = .mislukt(waarom: words ?? "")
        case 4: self = .vervallen(waarom: words ?? "")
        default: throw RegieFout(.opslagNieuwer, "Een bericht in de inbox heeft een onbekende status.")
        }
    }
}

extension OutboxStatus {
    /// The words of each number.
    public static let woorden = ["klaar", "wacht", "verzonden", "geweigerd", "mislukt", "vervallen"]

    /// The number that is stored; never renumbered.
    public var code: Int {
        switch self {
        case .klaar: 0
        case .wacht: 1
        case .verzonden: 2
        case .geweigerd: 3
        case .mislukt: 4
        case .vervallen: 5
        }
    }

    /// Until when it waits; nil when it does not.
    public var until: Tijdstip? { if case .wacht(let tot, _) = self { tot } else { nil } }

    /// One text; the partner's own words as a JSON array.
    public var words: String? {
        switch self {
        case .klaar, .verzonden: nil
        case .wacht(_, let waarom), .mislukt(let waarom), .vervallen(let waarom): waarom
        case .geweigerd(let woorden): JSON.lijst(woorden.map(JSON.tekst)).description
        }
    }

    /// What a beheerder sets by hand is no try.
    public var isTry: Bool {
        switch self {
        case .wacht, .verzonden, .geweigerd, .mislukt: true
        case .klaar, .vervallen: false
        }
    }

    /// The status that was stored; throws `opslag-nieuwer` for a number that this program does not know.
    public init(code: Int, until: Int64?, words: String?) throws(RegieFout) {
        switch code {
        case 0: self = .klaar
        case 1: self = .wacht(tot: Tijdstip(milliseconden: until ?? 0), waarom: words ?? "")
        case 2: self = .verzonden
        case 3: self = .geweigerd(woorden: try JSON.lees(words ?? "[]").lijst?.compactMap(\.tekst) ?? [])
        case 4: self = .mislukt(waarom: words ?? "")
        case 5: self = .vervallen(waarom: words ?? "")
        default: throw RegieFout(.opslagNieuwer, "Een bericht in de outbox heeft een onbekende status.")
        }
    }
}
