// SPDX-License-Identifier: EUPL-1.2

/// The code of a term, a count or a signal (contract: Assessment). A plugin's own start with the plugin's name.
public struct Beoordelingscode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// `PIP_VASTSTELLEN`, `vroege-start:KENNISMAKING`.
    public let rawValue: String
    /// - Parameter rawValue: the code.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The code.
    public var description: String { rawValue }
}

/// A parameter of the law that a rule used.
public struct Parametergebruik: Hashable, Sendable {
    /// Its key.
    public let sleutel: String
    /// Its value on the relevant day.
    public let waarde: Wetparameter.Waarde
    /// - Parameters: key and value.
    public init(_ sleutel: String, _ waarde: Wetparameter.Waarde) {
        self.sleutel = sleutel
        self.waarde = waarde
    }
}

/// A term of the law for one person, with the trace that proves it.
public struct Termijn: Hashable, Sendable {
    /// Where a term stands.
    public enum Status: String, Sendable {
        /// It has not begun.
        case nogNiet = "nog-niet"
        /// It runs.
        case loopt
        /// What had to be done was done in time.
        case gehaald
        /// The last day is past and it was not done, or done too late.
        case overschreden
        /// It no longer matters.
        case vervallen
    }

    /// Which term.
    public var code: Beoordelingscode
    /// First day; nil when nothing starts it yet.
    public var begin: Datum?
    /// The first day too late (exclusive end); nil when open.
    public var einde: Datum?
    /// The last day on which the act is in time; nil when open.
    public var laatsteDag: Datum?
    /// Where it stands on the peildatum.
    public var status: Status
    /// An amount that belongs to it.
    public var bedrag: Bedrag?
    /// Articles and paragraphs.
    public var grondslag: [String]
    /// Parameters used.
    public var parameters: [Parametergebruik]
    /// Volgnummers of the facts used.
    public var feiten: [Int]

    /// - Parameters: see the properties.
    public init(
        _ code: Beoordelingscode,
        begin: Datum? = nil,
        einde: Datum? = nil,
        laatsteDag: Datum? = nil,
        status: Status,
        bedrag: Bedrag? = nil,
        grondslag: [String],
        parameters: [Parametergebruik] = [],
        feiten: [Int] = []
    ) {
        self.code = code
        self.begin = begin
        self.einde = einde
        self.laatsteDag = laatsteDag
        self.status = status
        self.bedrag = bedrag
        self.grondslag = grondslag
        self.parameters = parameters
        self.feiten = feiten
    }
}
