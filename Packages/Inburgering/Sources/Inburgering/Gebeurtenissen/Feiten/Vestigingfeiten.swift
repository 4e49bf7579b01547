// SPDX-License-Identifier: EUPL-1.2

/// COA coupled the person to the gemeente that will house them.
public struct GekoppeldAanGemeente: Feitinhoud {
    /// `GekoppeldAanGemeente`.
    public static let soort = "GekoppeldAanGemeente"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `gemeente`.
    public var gemeente: Gemeentecode
    /// Contract: `coaLocatie`.
    public var coaLocatie: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, gemeente: Gemeentecode, coaLocatie: String? = nil) {
        self.datum = datum
        self.gemeente = gemeente
        self.coaLocatie = coaLocatie
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        gemeente = try velden.verplicht("gemeente")
        coaLocatie = try velden.optioneel("coaLocatie")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("gemeente", gemeente)
        velden.zet("coaLocatie", coaLocatie)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// COA's informatieprofiel; `beperkingen` is a special category (Wi2021 art. 37).
public struct InformatieprofielOntvangen: Feitinhoud {
    /// `InformatieprofielOntvangen`.
    public static let soort = "InformatieprofielOntvangen"
    /// Contract: `gezin`.
    public var gezin: JSON
    /// Contract: `talen`.
    public var talen: JSON
    /// Contract: `opleiding`.
    public var opleiding: JSON
    /// Contract: `werkervaring`.
    public var werkervaring: JSON
    /// Contract: `rijbewijs`.
    public var rijbewijs: JSON?
    /// Contract: `digidAangevraagd`.
    public var digidAangevraagd: Bool?
    /// Special category.
    public var beperkingen: JSON?

    /// A fact with these fields; see each property.
    public init(
        gezin: JSON,
        talen: JSON,
        opleiding: JSON,
        werkervaring: JSON,
        rijbewijs: JSON? = nil,
        digidAangevraagd: Bool? = nil,
        beperkingen: JSON? = nil
    ) {
        self.gezin = gezin
        self.talen = talen
        self.opleiding = opleiding
        self.werkervaring = werkervaring
        self.rijbewijs = rijbewijs
        self.digidAangevraagd = digidAangevraagd
        self.beperkingen = beperkingen
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        gezin = try velden.verplicht("gezin")
        talen = try velden.verplicht("talen")
        opleiding = try velden.verplicht("opleiding")
        werkervaring = try velden.verplicht("werkervaring")
        rijbewijs = try velden.optioneel("rijbewijs")
        digidAangevraagd = try velden.optioneel("digidAangevraagd")
        beperkingen = try velden.optioneel("beperkingen")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("gezin", gezin)
        velden.zet("talen", talen)
        velden.zet("opleiding", opleiding)
        velden.zet("werkervaring", werkervaring)
        velden.zet("rijbewijs", rijbewijs)
        velden.zet("digidAangevraagd", digidAangevraagd)
        velden.zet("beperkingen", beperkingen)
    }
}

/// What COA passed on of the voorinburgering (Besluit art. 9.4 lid 3 c).
public struct VoorinburgeringOvergedragen: Feitinhoud {
    /// `VoorinburgeringOvergedragen`.
    public static let soort = "VoorinburgeringOvergedragen"
    /// Contract: `instemming`.
    public var instemming: Bool
    /// Contract: `onderdelen`.
    public var onderdelen: [String]
    /// Contract: `taalniveau`.
    public var taalniveau: String?
    /// Hours.
    public var uren: Int?

    /// A fact with these fields; see each property.
    public init(instemming: Bool, onderdelen: [String], taalniveau: String? = nil, uren: Int? = nil) {
        self.instemming = instemming
        self.onderdelen = onderdelen
        self.taalniveau = taalniveau
        self.uren = uren
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        instemming = try velden.verplicht("instemming")
        onderdelen = try velden.verplicht("onderdelen")
        taalniveau = try velden.optioneel("taalniveau")
        uren = try velden.optioneel("uren")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("instemming", instemming)
        velden.zet("onderdelen", onderdelen)
        velden.zet("taalniveau", taalniveau)
        velden.zet("uren", uren)
    }
}

/// Registered in the BRP of a gemeente (Besluit art. 5.3 lid 1).
public struct IngeschrevenInGemeente: Feitinhoud {
    /// `IngeschrevenInGemeente`.
    public static let soort = "IngeschrevenInGemeente"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `gemeente`.
    public var gemeente: Gemeentecode
    /// Contract: `vanuitCOA`.
    public var vanuitCOA: Bool?

    /// A fact with these fields; see each property.
    public init(datum: Datum, gemeente: Gemeentecode, vanuitCOA: Bool? = nil) {
        self.datum = datum
        self.gemeente = gemeente
        self.vanuitCOA = vanuitCOA
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        gemeente = try velden.verplicht("gemeente")
        vanuitCOA = try velden.optioneel("vanuitCOA")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("gemeente", gemeente)
        velden.zet("vanuitCOA", vanuitCOA)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Moved to another gemeente.
public struct Verhuisd: Feitinhoud {
    /// `Verhuisd`.
    public static let soort = "Verhuisd"
    /// Of registration in the new gemeente.
    public var datum: Datum
    /// Contract: `vanGemeente`.
    public var vanGemeente: Gemeentecode?
    /// Contract: `naarGemeente`.
    public var naarGemeente: Gemeentecode

    /// A fact with these fields; see each property.
    public init(datum: Datum, vanGemeente: Gemeentecode? = nil, naarGemeente: Gemeentecode) {
        self.datum = datum
        self.vanGemeente = vanGemeente
        self.naarGemeente = naarGemeente
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        vanGemeente = try velden.optioneel("vanGemeente")
        naarGemeente = try velden.verplicht("naarGemeente")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("vanGemeente", vanGemeente)
        velden.zet("naarGemeente", naarGemeente)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Left the Netherlands.
public struct VertrokkenUitNederland: Feitinhoud {
    /// `VertrokkenUitNederland`.
    public static let soort = "VertrokkenUitNederland"
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

/// Died.
public struct Overleden: Feitinhoud {
    /// `Overleden`.
    public static let soort = "Overleden"
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
