// SPDX-License-Identifier: EUPL-1.2

/// Summoned for the brede intake (Wi2021 art. 14 lid 1).
public struct OpgeroepenVoorIntake: Feitinhoud {
    /// `OpgeroepenVoorIntake`.
    public static let soort = "OpgeroepenVoorIntake"
    /// Contract: `datum`.
    public var datum: Datum
    /// Last day to respond.
    public var uiterlijk: Datum
    /// 1 … 3.
    public var volgnummer: Int

    /// A fact with these fields; see each property.
    public init(datum: Datum, uiterlijk: Datum, volgnummer: Int) {
        self.datum = datum
        self.uiterlijk = uiterlijk
        self.volgnummer = volgnummer
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        uiterlijk = try velden.verplicht("uiterlijk")
        volgnummer = try velden.verplicht("volgnummer")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("uiterlijk", uiterlijk)
        velden.zet("volgnummer", volgnummer)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Did not appear.
public struct NietVerschenen: Feitinhoud {
    /// `NietVerschenen`.
    public static let soort = "NietVerschenen"
    /// Contract: `datum`.
    public var datum: Datum
    /// Intake, leerbaarheidstoets, gesprek ….
    public var bij: String
    /// Contract: `verwijtbaar`.
    public var verwijtbaar: Bool?

    /// A fact with these fields; see each property.
    public init(datum: Datum, bij: String, verwijtbaar: Bool? = nil) {
        self.datum = datum
        self.bij = bij
        self.verwijtbaar = verwijtbaar
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bij = try velden.verplicht("bij")
        verwijtbaar = try velden.optioneel("verwijtbaar")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bij", bij)
        velden.zet("verwijtbaar", verwijtbaar)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Warned in writing (Wi2021 art. 14 lid 1, second sentence).
public struct SchriftelijkGewaarschuwd: Feitinhoud {
    /// `SchriftelijkGewaarschuwd`.
    public static let soort = "SchriftelijkGewaarschuwd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `bij`.
    public var bij: String

    /// A fact with these fields; see each property.
    public init(datum: Datum, bij: String) {
        self.datum = datum
        self.bij = bij
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        bij = try velden.verplicht("bij")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("bij", bij)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The brede intake was held, or completed in absence (Wi2021 art. 14 lid 2).
public struct IntakeAfgenomen: Feitinhoud {
    /// `IntakeAfgenomen`.
    public static let soort = "IntakeAfgenomen"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `inAfwezigheid`.
    public var inAfwezigheid: Bool
    /// Contract: `onderdelen`.
    public var onderdelen: [String]
    /// Contract: `taalniveau`.
    public var taalniveau: String?
    /// Hours that count later (Besluit art. 3.14 lid 6, 5.5 lid 2).
    public var uren: IntakeUren?

    /// A fact with these fields; see each property.
    public init(
        datum: Datum,
        inAfwezigheid: Bool,
        onderdelen: [String],
        taalniveau: String? = nil,
        uren: IntakeUren? = nil
    ) {
        self.datum = datum
        self.inAfwezigheid = inAfwezigheid
        self.onderdelen = onderdelen
        self.taalniveau = taalniveau
        self.uren = uren
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        inAfwezigheid = try velden.verplicht("inAfwezigheid")
        onderdelen = try velden.verplicht("onderdelen")
        taalniveau = try velden.optioneel("taalniveau")
        uren = try velden.optioneel("uren")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("inAfwezigheid", inAfwezigheid)
        velden.zet("onderdelen", onderdelen)
        velden.zet("taalniveau", taalniveau)
        velden.zet("uren", uren)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}
