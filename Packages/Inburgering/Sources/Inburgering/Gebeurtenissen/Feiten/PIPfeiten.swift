// SPDX-License-Identifier: EUPL-1.2

/// The persoonlijk plan inburgering en participatie (Wi2021 art. 15).
public struct PIPVastgesteld: Feitinhoud {
    /// `PIPVastgesteld`.
    public static let soort = "PIPVastgesteld"
    /// Contract: `dagtekening`.
    public var dagtekening: Datum
    /// Contract: `leerroute`.
    public var leerroute: Leerroute
    /// Contract: `niveau`.
    public var niveau: NiveauPip?
    /// Hours, 1 … 9999.
    public var geschatteIntensiteitB1Route: Int?
    /// Contract: `indicatorAlfabetiseringsonderwijs`.
    public var indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs?
    /// Contract: `indicatorMagOpleidingAfmaken`.
    public var indicatorMagOpleidingAfmaken: Bool?
    /// Besluit art. 5.3 lid 4.
    public var aantalVoortgangsgesprekken: Int?
    /// Hours.
    public var urenPVT: Int?
    /// Hours.
    public var urenMAP: Int?
    /// Contract: `a2ExamenGewenst`.
    public var a2ExamenGewenst: Bool?
    /// Information of third parties was awaited (Besluit art. 5.3 lid 2).
    public var wachtOpDerden: WachtOpDerden?
    /// The language parts that are examined at A2 on the B1-route (Wi2021 art. 17 lid 3); an empty list: none any more.
    public var examenonderdelenA2: [Examenonderdeel]?
    /// Course hours on the Z-route that the college set lower, for somebody with an auditory or visual impairment who is in
    /// rehabilitation for it (Regeling art. 3.16 lid 2). Hours, 0 … 9999.
    public var lagereUrennormZroute: Int?
    /// The language parts for which the college asks no course hours on the Z-route, on the same ground (Regeling art. 3.16
    /// lid 2); an empty list: none any more.
    public var onderdelenZonderUren: [Examenonderdeel]?

    /// A fact with these fields; see each property.
    public init(
        dagtekening: Datum,
        leerroute: Leerroute,
        niveau: NiveauPip? = nil,
        geschatteIntensiteitB1Route: Int? = nil,
        indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs? = nil,
        indicatorMagOpleidingAfmaken: Bool? = nil,
        aantalVoortgangsgesprekken: Int? = nil,
        urenPVT: Int? = nil,
        urenMAP: Int? = nil,
        a2ExamenGewenst: Bool? = nil,
        wachtOpDerden: WachtOpDerden? = nil,
        examenonderdelenA2: [Examenonderdeel]? = nil,
        lagereUrennormZroute: Int? = nil,
        onderdelenZonderUren: [Examenonderdeel]? = nil
    ) {
        self.dagtekening = dagtekening
        self.leerroute = leerroute
        self.niveau = niveau
        self.geschatteIntensiteitB1Route = geschatteIntensiteitB1Route
        self.indicatorAlfabetiseringsonderwijs = indicatorAlfabetiseringsonderwijs
        self.indicatorMagOpleidingAfmaken = indicatorMagOpleidingAfmaken
        self.aantalVoortgangsgesprekken = aantalVoortgangsgesprekken
        self.urenPVT = urenPVT
        self.urenMAP = urenMAP
        self.a2ExamenGewenst = a2ExamenGewenst
        self.wachtOpDerden = wachtOpDerden
        self.examenonderdelenA2 = examenonderdelenA2
        self.lagereUrennormZroute = lagereUrennormZroute
        self.onderdelenZonderUren = onderdelenZonderUren
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        dagtekening = try velden.verplicht("dagtekening")
        leerroute = try velden.verplicht("leerroute")
        niveau = try velden.optioneel("niveau")
        geschatteIntensiteitB1Route = try velden.optioneel("geschatteIntensiteitB1Route")
        indicatorAlfabetiseringsonderwijs = try velden.optioneel("indicatorAlfabetiseringsonderwijs")
        indicatorMagOpleidingAfmaken = try velden.optioneel("indicatorMagOpleidingAfmaken")
        aantalVoortgangsgesprekken = try velden.optioneel("aantalVoortgangsgesprekken")
        urenPVT = try velden.optioneel("urenPVT")
        urenMAP = try velden.optioneel("urenMAP")
        a2ExamenGewenst = try velden.optioneel("a2ExamenGewenst")
        wachtOpDerden = try velden.optioneel("wachtOpDerden")
        examenonderdelenA2 = try velden.optioneel("examenonderdelenA2")
        lagereUrennormZroute = try velden.optioneel("lagereUrennormZroute")
        onderdelenZonderUren = try velden.optioneel("onderdelenZonderUren")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("dagtekening", dagtekening)
        velden.zet("leerroute", leerroute)
        velden.zet("niveau", niveau)
        velden.zet("geschatteIntensiteitB1Route", geschatteIntensiteitB1Route)
        velden.zet("indicatorAlfabetiseringsonderwijs", indicatorAlfabetiseringsonderwijs)
        velden.zet("indicatorMagOpleidingAfmaken", indicatorMagOpleidingAfmaken)
        velden.zet("aantalVoortgangsgesprekken", aantalVoortgangsgesprekken)
        velden.zet("urenPVT", urenPVT)
        velden.zet("urenMAP", urenMAP)
        velden.zet("a2ExamenGewenst", a2ExamenGewenst)
        velden.zet("wachtOpDerden", wachtOpDerden)
        velden.zet("examenonderdelenA2", examenonderdelenA2)
        velden.zet("lagereUrennormZroute", lagereUrennormZroute)
        velden.zet("onderdelenZonderUren", onderdelenZonderUren)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { dagtekening }
}

/// A change of the PIP; only the fields that changed are given.
public struct PIPGewijzigd: Feitinhoud {
    /// `PIPGewijzigd`.
    public static let soort = "PIPGewijzigd"
    /// Contract: `dagtekening`.
    public var dagtekening: Datum
    /// Contract: `reden`.
    public var reden: PipWijzigingsreden
    /// Contract: `leerroute`.
    public var leerroute: Leerroute?
    /// Contract: `niveau`.
    public var niveau: NiveauPip?
    /// Hours, 1 … 9999.
    public var geschatteIntensiteitB1Route: Int?
    /// Contract: `indicatorAlfabetiseringsonderwijs`.
    public var indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs?
    /// Contract: `indicatorMagOpleidingAfmaken`.
    public var indicatorMagOpleidingAfmaken: Bool?
    /// Contract: `aantalVoortgangsgesprekken`.
    public var aantalVoortgangsgesprekken: Int?
    /// Hours.
    public var urenPVT: Int?
    /// Hours.
    public var urenMAP: Int?
    /// Contract: `a2ExamenGewenst`.
    public var a2ExamenGewenst: Bool?
    /// Contract: `wachtOpDerden`.
    public var wachtOpDerden: WachtOpDerden?
    /// The language parts that are examined at A2 on the B1-route (Wi2021 art. 17 lid 3); an empty list: none any more.
    public var examenonderdelenA2: [Examenonderdeel]?
    /// Course hours on the Z-route that the college set lower, for somebody with an auditory or visual impairment who is in
    /// rehabilitation for it (Regeling art. 3.16 lid 2). Hours, 0 … 9999.
    public var lagereUrennormZroute: Int?
    /// The language parts for which the college asks no course hours on the Z-route, on the same ground (Regeling art. 3.16
    /// lid 2); an empty list: none any more.
    public var onderdelenZonderUren: [Examenonderdeel]?

    /// A fact with these fields; see each property.
    public init(
        dagtekening: Datum,
        reden: PipWijzigingsreden,
        leerroute: Leerroute? = nil,
        niveau: NiveauPip? = nil,
        geschatteIntensiteitB1Route: Int? = nil,
        indicatorAlfabetiseringsonderwijs: Alfabetiseringsonderwijs? = nil,
        indicatorMagOpleidingAfmaken: Bool? = nil,
        aantalVoortgangsgesprekken: Int? = nil,
        urenPVT: Int? = nil,
        urenMAP: Int? = nil,
        a2ExamenGewenst: Bool? = nil,
        wachtOpDerden: WachtOpDerden? = nil,
        examenonderdelenA2: [Examenonderdeel]? = nil,
        lagereUrennormZroute: Int? = nil,
        onderdelenZonderUren: [Examenonderdeel]? = nil
    ) {
        self.dagtekening = dagtekening
        self.reden = reden
        self.leerroute = leerroute
        self.niveau = niveau
        self.geschatteIntensiteitB1Route = geschatteIntensiteitB1Route
        self.indicatorAlfabetiseringsonderwijs = indicatorAlfabetiseringsonderwijs
        self.indicatorMagOpleidingAfmaken = indicatorMagOpleidingAfmaken
        self.aantalVoortgangsgesprekken = aantalVoortgangsgesprekken
        self.urenPVT = urenPVT
        self.urenMAP = urenMAP
        self.a2ExamenGewenst = a2ExamenGewenst
        self.wachtOpDerden = wachtOpDerden
        self.examenonderdelenA2 = examenonderdelenA2
        self.lagereUrennormZroute = lagereUrennormZroute
        self.onderdelenZonderUren = onderdelenZonderUren
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        dagtekening = try velden.verplicht("dagtekening")
        reden = try velden.verplicht("reden")
        leerroute = try velden.optioneel("leerroute")
        niveau = try velden.optioneel("niveau")
        geschatteIntensiteitB1Route = try velden.optioneel("geschatteIntensiteitB1Route")
        indicatorAlfabetiseringsonderwijs = try velden.optioneel("indicatorAlfabetiseringsonderwijs")
        indicatorMagOpleidingAfmaken = try velden.optioneel("indicatorMagOpleidingAfmaken")
        aantalVoortgangsgesprekken = try velden.optioneel("aantalVoortgangsgesprekken")
        urenPVT = try velden.optioneel("urenPVT")
        urenMAP = try velden.optioneel("urenMAP")
        a2ExamenGewenst = try velden.optioneel("a2ExamenGewenst")
        wachtOpDerden = try velden.optioneel("wachtOpDerden")
        examenonderdelenA2 = try velden.optioneel("examenonderdelenA2")
        lagereUrennormZroute = try velden.optioneel("lagereUrennormZroute")
        onderdelenZonderUren = try velden.optioneel("onderdelenZonderUren")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("dagtekening", dagtekening)
        velden.zet("reden", reden)
        velden.zet("leerroute", leerroute)
        velden.zet("niveau", niveau)
        velden.zet("geschatteIntensiteitB1Route", geschatteIntensiteitB1Route)
        velden.zet("indicatorAlfabetiseringsonderwijs", indicatorAlfabetiseringsonderwijs)
        velden.zet("indicatorMagOpleidingAfmaken", indicatorMagOpleidingAfmaken)
        velden.zet("aantalVoortgangsgesprekken", aantalVoortgangsgesprekken)
        velden.zet("urenPVT", urenPVT)
        velden.zet("urenMAP", urenMAP)
        velden.zet("a2ExamenGewenst", a2ExamenGewenst)
        velden.zet("wachtOpDerden", wachtOpDerden)
        velden.zet("examenonderdelenA2", examenonderdelenA2)
        velden.zet("lagereUrennormZroute", lagereUrennormZroute)
        velden.zet("onderdelenZonderUren", onderdelenZonderUren)
    }

    /// The date on which the fact holds by itself.
    public var eigenDatum: Datum? { dagtekening }
}
