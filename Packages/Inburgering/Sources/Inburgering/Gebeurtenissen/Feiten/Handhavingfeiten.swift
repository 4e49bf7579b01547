// SPDX-License-Identifier: EUPL-1.2

/// A violation was found (Wi2021 art. 22, 23).
public struct OvertredingVastgesteld: Feitinhoud {
    /// `OvertredingVastgesteld`.
    public static let soort = "OvertredingVastgesteld"
    /// Of the rapport (Awb art. 5:48).
    public var datum: Datum
    /// Contract: `gedraging`.
    public var gedraging: String
    /// Contract: `artikel`.
    public var artikel: String
    /// Per cent: 0, 25, 50, 75, 100.
    public var verwijtbaarheid: Int

    /// A fact with these fields; see each property.
    public init(datum: Datum, gedraging: String, artikel: String, verwijtbaarheid: Int) {
        self.datum = datum
        self.gedraging = gedraging
        self.artikel = artikel
        self.verwijtbaarheid = verwijtbaarheid
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        gedraging = try velden.verplicht("gedraging")
        artikel = try velden.verplicht("artikel")
        verwijtbaarheid = try velden.verplicht("verwijtbaarheid")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("gedraging", gedraging)
        velden.zet("artikel", artikel)
        velden.zet("verwijtbaarheid", verwijtbaarheid)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The intention to fine was sent.
public struct VoornemenBoeteVerzonden: Feitinhoud {
    /// `VoornemenBoeteVerzonden`.
    public static let soort = "VoornemenBoeteVerzonden"
    /// Contract: `datum`.
    public var datum: Datum
    /// Euro.
    public var bedrag: Bedrag?
    /// Contract: `gedraging`.
    public var gedraging: String?
    /// Contract: `artikel`.
    public var artikel: String?
    /// Contract: `nieuweTermijn`.
    public var nieuweTermijn: Datum?

    /// A fact with these fields; see each property.
    public init(
        datum: Datum,
        bedrag: Bedrag? = nil,
        gedraging: String? = nil,
        artikel: String? = nil,
        nieuweTermijn: Datum? = nil
    ) {
        self.datum = datum
        self.bedrag = bedrag
        self.gedraging = gedraging
        self.artikel = artikel
        self.nieuweTermijn = nieuweTermijn
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bedrag = try velden.optioneel("bedrag")
        gedraging = try velden.optioneel("gedraging")
        artikel = try velden.optioneel("artikel")
        nieuweTermijn = try velden.optioneel("nieuweTermijn")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bedrag", bedrag)
        velden.zet("gedraging", gedraging)
        velden.zet("artikel", artikel)
        velden.zet("nieuweTermijn", nieuweTermijn)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The person gave their view (Awb art. 5:53).
public struct ZienswijzeOntvangen: Feitinhoud {
    /// `ZienswijzeOntvangen`.
    public static let soort = "ZienswijzeOntvangen"
    /// Contract: `datum`.
    public var datum: Datum
    /// Euro.
    public var bedrag: Bedrag?
    /// Contract: `gedraging`.
    public var gedraging: String?
    /// Contract: `artikel`.
    public var artikel: String?
    /// Contract: `nieuweTermijn`.
    public var nieuweTermijn: Datum?

    /// A fact with these fields; see each property.
    public init(
        datum: Datum,
        bedrag: Bedrag? = nil,
        gedraging: String? = nil,
        artikel: String? = nil,
        nieuweTermijn: Datum? = nil
    ) {
        self.datum = datum
        self.bedrag = bedrag
        self.gedraging = gedraging
        self.artikel = artikel
        self.nieuweTermijn = nieuweTermijn
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bedrag = try velden.optioneel("bedrag")
        gedraging = try velden.optioneel("gedraging")
        artikel = try velden.optioneel("artikel")
        nieuweTermijn = try velden.optioneel("nieuweTermijn")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bedrag", bedrag)
        velden.zet("gedraging", gedraging)
        velden.zet("artikel", artikel)
        velden.zet("nieuweTermijn", nieuweTermijn)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The college fined.
public struct BoeteOpgelegd: Feitinhoud {
    /// `BoeteOpgelegd`.
    public static let soort = "BoeteOpgelegd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Euro.
    public var bedrag: Bedrag?
    /// Contract: `gedraging`.
    public var gedraging: String?
    /// Contract: `artikel`.
    public var artikel: String?
    /// Contract: `nieuweTermijn`.
    public var nieuweTermijn: Datum?

    /// A fact with these fields; see each property.
    public init(
        datum: Datum,
        bedrag: Bedrag? = nil,
        gedraging: String? = nil,
        artikel: String? = nil,
        nieuweTermijn: Datum? = nil
    ) {
        self.datum = datum
        self.bedrag = bedrag
        self.gedraging = gedraging
        self.artikel = artikel
        self.nieuweTermijn = nieuweTermijn
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bedrag = try velden.optioneel("bedrag")
        gedraging = try velden.optioneel("gedraging")
        artikel = try velden.optioneel("artikel")
        nieuweTermijn = try velden.optioneel("nieuweTermijn")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bedrag", bedrag)
        velden.zet("gedraging", gedraging)
        velden.zet("artikel", artikel)
        velden.zet("nieuweTermijn", nieuweTermijn)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// A fine was withdrawn.
public struct BoeteIngetrokken: Feitinhoud {
    /// `BoeteIngetrokken`.
    public static let soort = "BoeteIngetrokken"
    /// Contract: `datum`.
    public var datum: Datum
    /// Euro.
    public var bedrag: Bedrag?
    /// Contract: `gedraging`.
    public var gedraging: String?
    /// Contract: `artikel`.
    public var artikel: String?
    /// Contract: `nieuweTermijn`.
    public var nieuweTermijn: Datum?

    /// A fact with these fields; see each property.
    public init(
        datum: Datum,
        bedrag: Bedrag? = nil,
        gedraging: String? = nil,
        artikel: String? = nil,
        nieuweTermijn: Datum? = nil
    ) {
        self.datum = datum
        self.bedrag = bedrag
        self.gedraging = gedraging
        self.artikel = artikel
        self.nieuweTermijn = nieuweTermijn
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bedrag = try velden.optioneel("bedrag")
        gedraging = try velden.optioneel("gedraging")
        artikel = try velden.optioneel("artikel")
        nieuweTermijn = try velden.optioneel("nieuweTermijn")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bedrag", bedrag)
        velden.zet("gedraging", gedraging)
        velden.zet("artikel", artikel)
        velden.zet("nieuweTermijn", nieuweTermijn)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// DUO fined after the term (Wi2021 art. 24, 25).
public struct BoeteDUOOntvangen: Feitinhoud {
    /// `BoeteDUOOntvangen`.
    public static let soort = "BoeteDUOOntvangen"
    /// Contract: `datum`.
    public var datum: Datum
    /// Whole euro.
    public var bedrag: Bedrag

    /// A fact with these fields; see each property.
    public init(datum: Datum, bedrag: Bedrag) {
        self.datum = datum
        self.bedrag = bedrag
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bedrag = try velden.verplicht("bedrag")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bedrag", bedrag)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Bezwaar against a decision (Awb art. 6:7).
public struct BezwaarIngediend: Feitinhoud {
    /// `BezwaarIngediend`.
    public static let soort = "BezwaarIngediend"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `tegen`.
    public var tegen: String
    /// Contract: `uitkomst`.
    public var uitkomst: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, tegen: String, uitkomst: String? = nil) {
        self.datum = datum
        self.tegen = tegen
        self.uitkomst = uitkomst
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        tegen = try velden.verplicht("tegen")
        uitkomst = try velden.optioneel("uitkomst")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("tegen", tegen)
        velden.zet("uitkomst", uitkomst)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Decision on bezwaar (Awb art. 7:10).
public struct BezwaarBeslist: Feitinhoud {
    /// `BezwaarBeslist`.
    public static let soort = "BezwaarBeslist"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `tegen`.
    public var tegen: String
    /// Contract: `uitkomst`.
    public var uitkomst: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, tegen: String, uitkomst: String? = nil) {
        self.datum = datum
        self.tegen = tegen
        self.uitkomst = uitkomst
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        tegen = try velden.verplicht("tegen")
        uitkomst = try velden.optioneel("uitkomst")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("tegen", tegen)
        velden.zet("uitkomst", uitkomst)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}
