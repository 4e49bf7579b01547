// SPDX-License-Identifier: EUPL-1.2

/// Somebody must do something: what, by when, on what ground.
public struct Signaal: Hashable, Sendable {
    /// How urgent it is.
    public enum Ernst: String, CaseIterable, Sendable, Comparable {
        /// Good to know.
        case info
        /// To be planned.
        case letOp = "let-op"
        /// Nearly too late.
        case dringend
        /// Too late.
        case overschreden

        /// Less urgent first.
        public static func < (links: Self, rechts: Self) -> Bool { links.rang < rechts.rang }

        /// 0 (info) … 3 (overschreden).
        public var rang: Int {
            switch self {
            case .info: 0
            case .letOp: 1
            case .dringend: 2
            case .overschreden: 3
            }
        }
    }

    /// Which signal.
    public var code: Beoordelingscode
    /// The last day on which acting is in time; nil when no day is set.
    public var voor: Datum?
    /// How urgent.
    public var ernst: Ernst
    /// What to do, one Dutch sentence without personal data.
    public var actie: String
    /// Articles and paragraphs.
    public var grondslag: [String]
    /// Volgnummers of the facts used.
    public var feiten: [Int]
    /// The fields in which facts disagree; empty for every other signal.
    public var velden: [String]

    /// - Parameters: see the properties.
    public init(
        _ code: Beoordelingscode,
        voor: Datum? = nil,
        ernst: Ernst,
        actie: String,
        grondslag: [String],
        feiten: [Int] = [],
        velden: [String] = []
    ) {
        self.code = code
        self.voor = voor
        self.ernst = ernst
        self.actie = actie
        self.grondslag = grondslag
        self.feiten = feiten
        self.velden = velden
    }
}
