// SPDX-License-Identifier: EUPL-1.2

/// DUO established the inburgeringsplicht (Wi2021 art. 3; Besluit art. 5.3 lid 1).
public struct InburgeringsplichtVastgesteld: Feitinhoud {
    /// `InburgeringsplichtVastgesteld`.
    public static let soort = "InburgeringsplichtVastgesteld"
    /// Inclusive.
    public var begindatum: Datum
    /// Day on which DUO told the person in writing.
    public var datumKennisgeving: Datum?
    /// Contract: `doelgroep`.
    public var doelgroep: Doelgroep
    /// Contract: `gedetailleerdeDoelgroep`.
    public var gedetailleerdeDoelgroep: GedetailleerdeDoelgroep?
    /// When absent: by the begindatum.
    public var wet: Stelsel?

    /// A fact with these fields; see each property.
    public init(
        begindatum: Datum,
        datumKennisgeving: Datum? = nil,
        doelgroep: Doelgroep,
        gedetailleerdeDoelgroep: GedetailleerdeDoelgroep? = nil,
        wet: Stelsel? = nil
    ) {
        self.begindatum = begindatum
        self.datumKennisgeving = datumKennisgeving
        self.doelgroep = doelgroep
        self.gedetailleerdeDoelgroep = gedetailleerdeDoelgroep
        self.wet = wet
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        begindatum = try velden.verplicht("begindatum")
        datumKennisgeving = try velden.optioneel("datumKennisgeving")
        doelgroep = try velden.verplicht("doelgroep")
        gedetailleerdeDoelgroep = try velden.optioneel("gedetailleerdeDoelgroep")
        wet = try velden.optioneel("wet")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("begindatum", begindatum)
        velden.zet("datumKennisgeving", datumKennisgeving)
        velden.zet("doelgroep", doelgroep)
        velden.zet("gedetailleerdeDoelgroep", gedetailleerdeDoelgroep)
        velden.zet("wet", wet)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { begindatum }
}

/// The group changed (DUO events SS124, SS125).
public struct DoelgroepGewijzigd: Feitinhoud {
    /// `DoelgroepGewijzigd`.
    public static let soort = "DoelgroepGewijzigd"
    /// Inclusive.
    public var begindatum: Datum
    /// Contract: `doelgroep`.
    public var doelgroep: Doelgroep
    /// Contract: `gedetailleerdeDoelgroep`.
    public var gedetailleerdeDoelgroep: GedetailleerdeDoelgroep?
    /// Contract: `asielrechtenWijzigingVerblijfsdoel`.
    public var asielrechtenWijzigingVerblijfsdoel: AsielrechtenWijziging?

    /// A fact with these fields; see each property.
    public init(
        begindatum: Datum,
        doelgroep: Doelgroep,
        gedetailleerdeDoelgroep: GedetailleerdeDoelgroep? = nil,
        asielrechtenWijzigingVerblijfsdoel: AsielrechtenWijziging? = nil
    ) {
        self.begindatum = begindatum
        self.doelgroep = doelgroep
        self.gedetailleerdeDoelgroep = gedetailleerdeDoelgroep
        self.asielrechtenWijzigingVerblijfsdoel = asielrechtenWijzigingVerblijfsdoel
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        begindatum = try velden.verplicht("begindatum")
        doelgroep = try velden.verplicht("doelgroep")
        gedetailleerdeDoelgroep = try velden.optioneel("gedetailleerdeDoelgroep")
        asielrechtenWijzigingVerblijfsdoel = try velden.optioneel("asielrechtenWijzigingVerblijfsdoel")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("begindatum", begindatum)
        velden.zet("doelgroep", doelgroep)
        velden.zet("gedetailleerdeDoelgroep", gedetailleerdeDoelgroep)
        velden.zet("asielrechtenWijzigingVerblijfsdoel", asielrechtenWijzigingVerblijfsdoel)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { begindatum }
}

/// The plicht ended (DUO events SS106 … SS111).
public struct InburgeringsplichtBeeindigd: Feitinhoud {
    /// `InburgeringsplichtBeeindigd`.
    public static let soort = "InburgeringsplichtBeeindigd"
    /// Inclusive.
    public var einddatum: Datum
    /// Contract: `redenGeenInburgeringsplicht`.
    public var redenGeenInburgeringsplicht: RedenGeenInburgeringsplicht

    /// A fact with these fields; see each property.
    public init(einddatum: Datum, redenGeenInburgeringsplicht: RedenGeenInburgeringsplicht) {
        self.einddatum = einddatum
        self.redenGeenInburgeringsplicht = redenGeenInburgeringsplicht
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        einddatum = try velden.verplicht("einddatum")
        redenGeenInburgeringsplicht = try velden.verplicht("redenGeenInburgeringsplicht")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("einddatum", einddatum)
        velden.zet("redenGeenInburgeringsplicht", redenGeenInburgeringsplicht)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { einddatum }
}

/// DUO decided on a vrijstelling (Wi2021 art. 4).
public struct VrijstellingBeslist: Feitinhoud {
    /// `VrijstellingBeslist`.
    public static let soort = "VrijstellingBeslist"
    /// Contract: `omvang`.
    public var omvang: Omvang
    /// Contract: `oordeel`.
    public var oordeel: AanvraagOordeel
    /// Contract: `reden`.
    public var reden: RedenVrijstelling
    /// Contract: `datumOordeel`.
    public var datumOordeel: Datum?
    /// Of a temporary one, inclusive.
    public var startdatum: Datum?
    /// Of a temporary one, inclusive.
    public var einddatum: Datum?
    /// Of a partial one.
    public var examenonderdeel: Examenonderdeel?
    /// Of a partial one.
    public var examenniveau: Examenniveau?

    /// A fact with these fields; see each property.
    public init(
        omvang: Omvang,
        oordeel: AanvraagOordeel,
        reden: RedenVrijstelling,
        datumOordeel: Datum? = nil,
        startdatum: Datum? = nil,
        einddatum: Datum? = nil,
        examenonderdeel: Examenonderdeel? = nil,
        examenniveau: Examenniveau? = nil
    ) {
        self.omvang = omvang
        self.oordeel = oordeel
        self.reden = reden
        self.datumOordeel = datumOordeel
        self.startdatum = startdatum
        self.einddatum = einddatum
        self.examenonderdeel = examenonderdeel
        self.examenniveau = examenniveau
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        omvang = try velden.verplicht("omvang")
        oordeel = try velden.verplicht("oordeel")
        reden = try velden.verplicht("reden")
        datumOordeel = try velden.optioneel("datumOordeel")
        startdatum = try velden.optioneel("startdatum")
        einddatum = try velden.optioneel("einddatum")
        examenonderdeel = try velden.optioneel("examenonderdeel")
        examenniveau = try velden.optioneel("examenniveau")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("omvang", omvang)
        velden.zet("oordeel", oordeel)
        velden.zet("reden", reden)
        velden.zet("datumOordeel", datumOordeel)
        velden.zet("startdatum", startdatum)
        velden.zet("einddatum", einddatum)
        velden.zet("examenonderdeel", examenonderdeel)
        velden.zet("examenniveau", examenniveau)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datumOordeel }
    /// Without a datumOordeel: the first day of the vrijstelling.
    public var vervangendeDatum: Datum? { startdatum }
}

/// DUO decided on an ontheffing (Wi2021 art. 5).
public struct OntheffingBeslist: Feitinhoud {
    /// `OntheffingBeslist`.
    public static let soort = "OntheffingBeslist"
    /// Geheel or gedeeltelijk.
    public var omvang: Omvang
    /// Contract: `oordeel`.
    public var oordeel: AanvraagOordeel
    /// Contract: `grond`.
    public var grond: OntheffingsGrond
    /// Contract: `datumOordeel`.
    public var datumOordeel: Datum
    /// Contract: `examenonderdeel`.
    public var examenonderdeel: Examenonderdeel?
    /// Hours, 0 … 9999.
    public var urenBelastbaarheidParticipatieactiviteit: Int?

    /// A fact with these fields; see each property.
    public init(
        omvang: Omvang,
        oordeel: AanvraagOordeel,
        grond: OntheffingsGrond,
        datumOordeel: Datum,
        examenonderdeel: Examenonderdeel? = nil,
        urenBelastbaarheidParticipatieactiviteit: Int? = nil
    ) {
        self.omvang = omvang
        self.oordeel = oordeel
        self.grond = grond
        self.datumOordeel = datumOordeel
        self.examenonderdeel = examenonderdeel
        self.urenBelastbaarheidParticipatieactiviteit = urenBelastbaarheidParticipatieactiviteit
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        omvang = try velden.verplicht("omvang")
        oordeel = try velden.verplicht("oordeel")
        grond = try velden.verplicht("grond")
        datumOordeel = try velden.verplicht("datumOordeel")
        examenonderdeel = try velden.optioneel("examenonderdeel")
        urenBelastbaarheidParticipatieactiviteit = try velden.optioneel("urenBelastbaarheidParticipatieactiviteit")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("omvang", omvang)
        velden.zet("oordeel", oordeel)
        velden.zet("grond", grond)
        velden.zet("datumOordeel", datumOordeel)
        velden.zet("examenonderdeel", examenonderdeel)
        velden.zet("urenBelastbaarheidParticipatieactiviteit", urenBelastbaarheidParticipatieactiviteit)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datumOordeel }
}
