// SPDX-License-Identifier: EUPL-1.2

/// DUO's own dates of the inburgeringstermijn (Wi2021 art. 11; API Inburgeringstermijn).
public struct InburgeringstermijnVastgesteld: Feitinhoud {
    /// `InburgeringstermijnVastgesteld`.
    public static let soort = "InburgeringstermijnVastgesteld"
    /// Inclusive.
    public var startdatum: Datum
    /// Exclusive, as in DUO's API.
    public var einddatum: Datum
    /// Contract: `wijzigingsdatum`.
    public var wijzigingsdatum: Datum?
    /// ≤ 10 characters.
    public var verlengingsgrondcode: String?
    /// ≤ 200 characters.
    public var verlengingsgrondomschrijving: String?

    /// A fact with these fields; see each property.
    public init(
        startdatum: Datum,
        einddatum: Datum,
        wijzigingsdatum: Datum? = nil,
        verlengingsgrondcode: String? = nil,
        verlengingsgrondomschrijving: String? = nil
    ) {
        self.startdatum = startdatum
        self.einddatum = einddatum
        self.wijzigingsdatum = wijzigingsdatum
        self.verlengingsgrondcode = verlengingsgrondcode
        self.verlengingsgrondomschrijving = verlengingsgrondomschrijving
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        startdatum = try velden.verplicht("startdatum")
        einddatum = try velden.verplicht("einddatum")
        wijzigingsdatum = try velden.optioneel("wijzigingsdatum")
        verlengingsgrondcode = try velden.optioneel("verlengingsgrondcode")
        verlengingsgrondomschrijving = try velden.optioneel("verlengingsgrondomschrijving")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("startdatum", startdatum)
        velden.zet("einddatum", einddatum)
        velden.zet("wijzigingsdatum", wijzigingsdatum)
        velden.zet("verlengingsgrondcode", verlengingsgrondcode)
        velden.zet("verlengingsgrondomschrijving", verlengingsgrondomschrijving)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { wijzigingsdatum }
    /// Without a wijzigingsdatum nothing says on which day DUO set the term; the start is the nearest.
    public var vervangendeDatum: Datum? { startdatum }
}

/// The person asked DUO for more time (Besluit art. 4.5).
public struct VerlengingAangevraagd: Feitinhoud {
    /// `VerlengingAangevraagd`.
    public static let soort = "VerlengingAangevraagd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `grond`.
    public var grond: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, grond: String? = nil) {
        self.datum = datum
        self.grond = grond
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        grond = try velden.optioneel("grond")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("grond", grond)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// DUO decided on the request for more time.
public struct VerlengingBeslist: Feitinhoud {
    /// `VerlengingBeslist`.
    public static let soort = "VerlengingBeslist"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `grond`.
    public var grond: String?
    /// Contract: `oordeel`.
    public var oordeel: VerlengingOordeel?
    /// Exclusive.
    public var nieuweEinddatum: Datum?

    /// A fact with these fields; see each property.
    public init(datum: Datum, grond: String? = nil, oordeel: VerlengingOordeel? = nil, nieuweEinddatum: Datum? = nil) {
        self.datum = datum
        self.grond = grond
        self.oordeel = oordeel
        self.nieuweEinddatum = nieuweEinddatum
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        grond = try velden.optioneel("grond")
        oordeel = try velden.optioneel("oordeel")
        nieuweEinddatum = try velden.optioneel("nieuweEinddatum")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("grond", grond)
        velden.zet("oordeel", oordeel)
        velden.zet("nieuweEinddatum", nieuweEinddatum)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}
