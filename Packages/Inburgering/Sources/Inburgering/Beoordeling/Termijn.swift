// SPDX-License-Identifier: EUPL-1.2

/// A claim to more time that a term which ran out gives the person; DUO decides on it, never the gemeente.
public struct Verlengingsaanspraak: Hashable, Sendable {
    /// The letter of Regeling inburgering 2021 art. 4.1 lid 1.
    public let grond: String
    /// How many days more.
    public let dagen: Int
    /// The end (exclusive) that the inburgeringstermijn would get.
    public let einde: Datum
    /// - Parameters: see the properties.
    public init(grond: String, dagen: Int, einde: Datum) {
        self.grond = grond
        self.dagen = dagen
        self.einde = einde
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
    /// What a reader must know besides the dates, Dutch; nil when they say it all.
    public var toelichting: String?
    /// The claim to more time that it gives.
    public var verlenging: Verlengingsaanspraak?

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
        feiten: [Int] = [],
        toelichting: String? = nil,
        verlenging: Verlengingsaanspraak? = nil
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
        self.toelichting = toelichting
        self.verlenging = verlenging
    }
}
