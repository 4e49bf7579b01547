// SPDX-License-Identifier: EUPL-1.2

/// Result of the leerbaarheidstoets (Wi2021 art. 14 lid 3 a).
public struct LeerbaarheidstoetsAfgenomen: Feitinhoud {
    /// `LeerbaarheidstoetsAfgenomen`.
    public static let soort = "LeerbaarheidstoetsAfgenomen"
    /// The day DUO registered the result.
    public var datumAfname: Datum
    /// Contract: `resultaat`.
    public var resultaat: LeerbaarheidsResultaat
    /// `ddd,dd`.
    public var behaaldeScore: String
    /// `ddd,dd`.
    public var benodigdeScore: String

    /// A fact with these fields; see each property.
    public init(datumAfname: Datum, resultaat: LeerbaarheidsResultaat, behaaldeScore: String, benodigdeScore: String) {
        self.datumAfname = datumAfname
        self.resultaat = resultaat
        self.behaaldeScore = behaaldeScore
        self.benodigdeScore = benodigdeScore
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datumAfname = try velden.verplicht("datumAfname")
        resultaat = try velden.verplicht("resultaat")
        behaaldeScore = try velden.verplicht("behaaldeScore")
        benodigdeScore = try velden.verplicht("benodigdeScore")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datumAfname", datumAfname)
        velden.zet("resultaat", resultaat)
        velden.zet("behaaldeScore", behaaldeScore)
        velden.zet("benodigdeScore", benodigdeScore)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { datumAfname }
}

/// The college exempted from the leerbaarheidstoets (Wi2021 art. 14 lid 6).
public struct LeerbaarheidstoetsOntheven: Feitinhoud {
    /// `LeerbaarheidstoetsOntheven`.
    public static let soort = "LeerbaarheidstoetsOntheven"
    /// Contract: `grond`.
    public var grond: LeerbaarheidsOntheffing

    /// A fact with these fields; see each property.
    public init(grond: LeerbaarheidsOntheffing) {
        self.grond = grond
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        grond = try velden.verplicht("grond")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("grond", grond)
    }
}

/// Result of one exam part.
public struct ExamenresultaatOntvangen: Feitinhoud {
    /// `ExamenresultaatOntvangen`.
    public static let soort = "ExamenresultaatOntvangen"
    /// Contract: `examendatum`.
    public var examendatum: Datum
    /// Contract: `onderdeel`.
    public var onderdeel: Examenonderdeel
    /// Contract: `niveau`.
    public var niveau: Examenniveau?
    /// Contract: `resultaat`.
    public var resultaat: ExamenResultaat
    /// Contract: `redenGeenResultaat`.
    public var redenGeenResultaat: RedenGeenResultaat?

    /// A fact with these fields; see each property.
    public init(
        examendatum: Datum,
        onderdeel: Examenonderdeel,
        niveau: Examenniveau? = nil,
        resultaat: ExamenResultaat,
        redenGeenResultaat: RedenGeenResultaat? = nil
    ) {
        self.examendatum = examendatum
        self.onderdeel = onderdeel
        self.niveau = niveau
        self.resultaat = resultaat
        self.redenGeenResultaat = redenGeenResultaat
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        examendatum = try velden.verplicht("examendatum")
        onderdeel = try velden.verplicht("onderdeel")
        niveau = try velden.optioneel("niveau")
        resultaat = try velden.verplicht("resultaat")
        redenGeenResultaat = try velden.optioneel("redenGeenResultaat")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("examendatum", examendatum)
        velden.zet("onderdeel", onderdeel)
        velden.zet("niveau", niveau)
        velden.zet("resultaat", resultaat)
        velden.zet("redenGeenResultaat", redenGeenResultaat)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { examendatum }
}
