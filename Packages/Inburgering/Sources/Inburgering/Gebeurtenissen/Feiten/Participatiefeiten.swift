// SPDX-License-Identifier: EUPL-1.2

/// The right to bijstand arose on this day (Participatiewet art. 56a).
public struct BijstandToegekend: Feitinhoud {
    /// `BijstandToegekend`.
    public static let soort = "BijstandToegekend"
    /// Contract: `datum`.
    public var datum: Datum

    /// A fact with these fields; see each property.
    public init(datum: Datum) {
        self.datum = datum
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Bijstand ended.
public struct BijstandBeeindigd: Feitinhoud {
    /// `BijstandBeeindigd`.
    public static let soort = "BijstandBeeindigd"
    /// Contract: `datum`.
    public var datum: Datum

    /// A fact with these fields; see each property.
    public init(datum: Datum) {
        self.datum = datum
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Financial ontzorgen began (Participatiewet art. 56a).
public struct OntzorgenGestart: Feitinhoud {
    /// `OntzorgenGestart`.
    public static let soort = "OntzorgenGestart"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `vorm`.
    public var vorm: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, vorm: String? = nil) {
        self.datum = datum
        self.vorm = vorm
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        vorm = try velden.optioneel("vorm")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("vorm", vorm)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Financial ontzorgen ended.
public struct OntzorgenBeeindigd: Feitinhoud {
    /// `OntzorgenBeeindigd`.
    public static let soort = "OntzorgenBeeindigd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `vorm`.
    public var vorm: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, vorm: String? = nil) {
        self.datum = datum
        self.vorm = vorm
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        vorm = try velden.optioneel("vorm")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("vorm", vorm)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Employment as UWV knows it.
public struct InkomstenOntvangen: Feitinhoud {
    /// `InkomstenOntvangen`.
    public static let soort = "InkomstenOntvangen"
    /// Contract: `peildatum`.
    public var peildatum: Datum
    /// Array of {begin, eind?, werkgever?, uren?, brutoloon?}.
    public var inkomstenverhoudingen: JSON

    /// A fact with these fields; see each property.
    public init(peildatum: Datum, inkomstenverhoudingen: JSON) {
        self.peildatum = peildatum
        self.inkomstenverhoudingen = inkomstenverhoudingen
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        peildatum = try velden.verplicht("peildatum")
        inkomstenverhoudingen = try velden.verplicht("inkomstenverhoudingen")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("peildatum", peildatum)
        velden.zet("inkomstenverhoudingen", inkomstenverhoudingen)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { peildatum }
}

/// State of the DUO loan (Wi2013 and gezinsmigranten).
public struct LeningStand: Feitinhoud {
    /// `LeningStand`.
    public static let soort = "LeningStand"
    /// Contract: `peildatum`.
    public var peildatum: Datum
    /// Euro.
    public var maximum: Bedrag
    /// Euro.
    public var gebruikt: Bedrag

    /// A fact with these fields; see each property.
    public init(peildatum: Datum, maximum: Bedrag, gebruikt: Bedrag) {
        self.peildatum = peildatum
        self.maximum = maximum
        self.gebruikt = gebruikt
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        peildatum = try velden.verplicht("peildatum")
        maximum = try velden.verplicht("maximum")
        gebruikt = try velden.verplicht("gebruikt")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("peildatum", peildatum)
        velden.zet("maximum", maximum)
        velden.zet("gebruikt", gebruikt)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { peildatum }
}

/// Who of the gemeente directs this dossier.
public struct KlantmanagerToegewezen: Feitinhoud {
    /// `KlantmanagerToegewezen`.
    public static let soort = "KlantmanagerToegewezen"
    /// Contract: `datum`.
    public var datum: Datum
    /// Account name.
    public var klantmanager: String
    /// DUO's, 1 … 99999.
    public var contactpersoonId: Int?

    /// A fact with these fields; see each property.
    public init(datum: Datum, klantmanager: String, contactpersoonId: Int? = nil) {
        self.datum = datum
        self.klantmanager = klantmanager
        self.contactpersoonId = contactpersoonId
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        klantmanager = try velden.verplicht("klantmanager")
        contactpersoonId = try velden.optioneel("contactpersoonId")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("klantmanager", klantmanager)
        velden.zet("contactpersoonId", contactpersoonId)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}
