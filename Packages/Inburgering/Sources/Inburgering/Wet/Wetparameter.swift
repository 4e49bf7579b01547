// SPDX-License-Identifier: EUPL-1.2

/// One value of the law, as a line of `config/wet/*.yaml` states it.
public struct Wetparameter: Hashable, Sendable {
    /// What kind of value it is.
    public enum Waarde: Hashable, Sendable {
        /// A whole number: hours, days, per cents, a count.
        case getal(Int)
        /// A length of time.
        case duur(Duur)
        /// Euro.
        case bedrag(Bedrag)
        /// A switch.
        case waarheid(Bool)
        /// Anything else.
        case tekst(String)
    }

    /// The name under which rules ask for it, `inburgeringstermijn.duur`.
    public let sleutel: String
    /// The value.
    public let waarde: Waarde
    /// First day on which it holds.
    public let vanaf: Datum
    /// Last day on which it holds; nil while it holds.
    public let tot: Datum?
    /// Article and paragraph.
    public let grondslag: String
    /// Where it was read, `config/wet/pip.yaml:12`; nil when it was not read from a file.
    public let plaats: String?

    /// - Parameters: see the properties.
    public init(
        sleutel: String,
        waarde: Waarde,
        vanaf: Datum,
        tot: Datum? = nil,
        grondslag: String,
        plaats: String? = nil
    ) {
        self.sleutel = sleutel
        self.waarde = waarde
        self.vanaf = vanaf
        self.tot = tot
        self.grondslag = grondslag
        self.plaats = plaats
    }
}

extension Wetparameter {
    /// Whether it holds on a day.
    public func geldt(op dag: Datum) -> Bool { vanaf <= dag && (tot.map { dag <= $0 } ?? true) }
}

extension Wetparameter.Waarde {
    /// What kind of value it is.
    public var soort: Wetsleutel.Soort {
        switch self {
        case .getal: .getal
        case .duur: .duur
        case .bedrag: .bedrag
        case .waarheid: .waarheid
        case .tekst: .tekst
        }
    }
}

extension Wetparameter.Waarde: CustomStringConvertible {
    /// As it stands in a trace: `P3Y`, `600`, `250`.
    public var description: String {
        switch self {
        case .getal(let getal): String(getal)
        case .duur(let duur): duur.description
        case .bedrag(let bedrag): bedrag.description
        case .waarheid(let waarheid): String(waarheid)
        case .tekst(let tekst): tekst
        }
    }

    /// As JSON.
    public var json: JSON {
        switch self {
        case .getal(let getal): .getal(getal)
        case .duur(let duur): .tekst(duur.description)
        case .bedrag(let bedrag): bedrag.json
        case .waarheid(let waarheid): .waarheid(waarheid)
        case .tekst(let tekst): .tekst(tekst)
        }
    }
}
