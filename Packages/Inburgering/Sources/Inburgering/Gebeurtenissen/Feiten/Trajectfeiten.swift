// SPDX-License-Identifier: EUPL-1.2

/// The college offered a course (Wi2021 art. 16).
public struct InburgeringsaanbodGedaan: Feitinhoud {
    /// `InburgeringsaanbodGedaan`.
    public static let soort = "InburgeringsaanbodGedaan"
    /// Contract: `datum`.
    public var datum: Datum
    /// 10 characters.
    public var instellingsnummer: String
    /// Inclusive.
    public var verwachteStartdatum: Datum?
    /// Exclusive.
    public var verwachteEinddatum: Datum?
    /// Contract: `indicatorAlfabetiseringsonderwijs`.
    public var indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs
    /// Contract: `taalschakeltraject`.
    public var taalschakeltraject: Bool?

    /// A fact with these fields; see each property.
    public init(
        datum: Datum,
        instellingsnummer: String,
        verwachteStartdatum: Datum? = nil,
        verwachteEinddatum: Datum? = nil,
        indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs,
        taalschakeltraject: Bool? = nil
    ) {
        self.datum = datum
        self.instellingsnummer = instellingsnummer
        self.verwachteStartdatum = verwachteStartdatum
        self.verwachteEinddatum = verwachteEinddatum
        self.indicatorAlfabetiseringsonderwijs = indicatorAlfabetiseringsonderwijs
        self.taalschakeltraject = taalschakeltraject
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        instellingsnummer = try velden.verplicht("instellingsnummer")
        verwachteStartdatum = try velden.optioneel("verwachteStartdatum")
        verwachteEinddatum = try velden.optioneel("verwachteEinddatum")
        indicatorAlfabetiseringsonderwijs = try velden.verplicht("indicatorAlfabetiseringsonderwijs")
        taalschakeltraject = try velden.optioneel("taalschakeltraject")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("instellingsnummer", instellingsnummer)
        velden.zet("verwachteStartdatum", verwachteStartdatum)
        velden.zet("verwachteEinddatum", verwachteEinddatum)
        velden.zet("indicatorAlfabetiseringsonderwijs", indicatorAlfabetiseringsonderwijs)
        velden.zet("taalschakeltraject", taalschakeltraject)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// A progress talk (Wi2021 art. 17 lid 1).
public struct VoortgangsgesprekGevoerd: Feitinhoud {
    /// `VoortgangsgesprekGevoerd`.
    public static let soort = "VoortgangsgesprekGevoerd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Contract: `aanwezig`.
    public var aanwezig: Bool
    /// Contract: `samenvatting`.
    public var samenvatting: String?

    /// A fact with these fields; see each property.
    public init(datum: Datum, aanwezig: Bool, samenvatting: String? = nil) {
        self.datum = datum
        self.aanwezig = aanwezig
        self.samenvatting = samenvatting
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        aanwezig = try velden.verplicht("aanwezig")
        samenvatting = try velden.optioneel("samenvatting")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("aanwezig", aanwezig)
        velden.zet("samenvatting", samenvatting)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// Total of hours up to and including the peildatum; replaces the former total of that urensoort and instelling.
public struct UrenGeregistreerd: Feitinhoud {
    /// `UrenGeregistreerd`.
    public static let soort = "UrenGeregistreerd"
    /// Inclusive.
    public var peildatum: Datum
    /// Contract: `urensoort`.
    public var urensoort: Urensoort
    /// Hours, 0 … 9999.
    public var uren: Int
    /// 10 characters.
    public var instellingsnummer: String?
    /// Contract: `keurmerk`.
    public var keurmerk: Bool?
    /// Lessons at a niet-vrijstellende opleiding: voortgezet speciaal onderwijs, praktijkonderwijs or entreeopleiding
    /// (Besluit art. 3.14 lid 9, 10).
    public var nietVrijstellendeOpleiding: Bool?

    /// A fact with these fields; see each property.
    public init(
        peildatum: Datum,
        urensoort: Urensoort,
        uren: Int,
        instellingsnummer: String? = nil,
        keurmerk: Bool? = nil,
        nietVrijstellendeOpleiding: Bool? = nil
    ) {
        self.peildatum = peildatum
        self.urensoort = urensoort
        self.uren = uren
        self.instellingsnummer = instellingsnummer
        self.keurmerk = keurmerk
        self.nietVrijstellendeOpleiding = nietVrijstellendeOpleiding
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        peildatum = try velden.verplicht("peildatum")
        urensoort = try velden.verplicht("urensoort")
        uren = try velden.verplicht("uren")
        instellingsnummer = try velden.optioneel("instellingsnummer")
        keurmerk = try velden.optioneel("keurmerk")
        nietVrijstellendeOpleiding = try velden.optioneel("nietVrijstellendeOpleiding")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("peildatum", peildatum)
        velden.zet("urensoort", urensoort)
        velden.zet("uren", uren)
        velden.zet("instellingsnummer", instellingsnummer)
        velden.zet("keurmerk", keurmerk)
        velden.zet("nietVrijstellendeOpleiding", nietVrijstellendeOpleiding)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { peildatum }
}

/// Hours of absence up to and including the peildatum.
public struct VerzuimGeregistreerd: Feitinhoud {
    /// `VerzuimGeregistreerd`.
    public static let soort = "VerzuimGeregistreerd"
    /// Inclusive.
    public var peildatum: Datum
    /// Hours.
    public var geoorloofd: Int
    /// Hours.
    public var ongeoorloofd: Int

    /// A fact with these fields; see each property.
    public init(peildatum: Datum, geoorloofd: Int, ongeoorloofd: Int) {
        self.peildatum = peildatum
        self.geoorloofd = geoorloofd
        self.ongeoorloofd = ongeoorloofd
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        peildatum = try velden.verplicht("peildatum")
        geoorloofd = try velden.verplicht("geoorloofd")
        ongeoorloofd = try velden.verplicht("ongeoorloofd")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("peildatum", peildatum)
        velden.zet("geoorloofd", geoorloofd)
        velden.zet("ongeoorloofd", ongeoorloofd)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { peildatum }
}

/// The participatieverklaring was signed (Besluit art. 3.1).
public struct PVTOndertekend: Feitinhoud {
    /// `PVTOndertekend`.
    public static let soort = "PVTOndertekend"
    /// Contract: `datum`.
    public var datum: Datum
    /// Only past the term.
    public var verwijtbaar: JaNee?

    /// A fact with these fields; see each property.
    public init(datum: Datum, verwijtbaar: JaNee? = nil) {
        self.datum = datum
        self.verwijtbaar = verwijtbaar
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        verwijtbaar = try velden.optioneel("verwijtbaar")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("verwijtbaar", verwijtbaar)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The eindgesprek of the module Arbeidsmarkt en Participatie (Besluit art. 3.2).
public struct MAPEindgesprekGevoerd: Feitinhoud {
    /// `MAPEindgesprekGevoerd`.
    public static let soort = "MAPEindgesprekGevoerd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Only past the term.
    public var verwijtbaar: JaNee?

    /// A fact with these fields; see each property.
    public init(datum: Datum, verwijtbaar: JaNee? = nil) {
        self.datum = datum
        self.verwijtbaar = verwijtbaar
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        verwijtbaar = try velden.optioneel("verwijtbaar")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("verwijtbaar", verwijtbaar)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The eindgesprek of the Z-route (Besluit art. 3.14).
public struct ZrouteEindgesprekGevoerd: Feitinhoud {
    /// `ZrouteEindgesprekGevoerd`.
    public static let soort = "ZrouteEindgesprekGevoerd"
    /// Contract: `datum`.
    public var datum: Datum
    /// Only past the term.
    public var verwijtbaar: JaNee?

    /// A fact with these fields; see each property.
    public init(datum: Datum, verwijtbaar: JaNee? = nil) {
        self.datum = datum
        self.verwijtbaar = verwijtbaar
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        verwijtbaar = try velden.optioneel("verwijtbaar")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("verwijtbaar", verwijtbaar)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}

/// The Z-route was completed.
public struct ZrouteAfgerond: Feitinhoud {
    /// `ZrouteAfgerond`.
    public static let soort = "ZrouteAfgerond"
    /// Contract: `datum`.
    public var datum: Datum
    /// Only past the term.
    public var verwijtbaar: JaNee?

    /// A fact with these fields; see each property.
    public init(datum: Datum, verwijtbaar: JaNee? = nil) {
        self.datum = datum
        self.verwijtbaar = verwijtbaar
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        verwijtbaar = try velden.optioneel("verwijtbaar")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("verwijtbaar", verwijtbaar)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datum }
}
