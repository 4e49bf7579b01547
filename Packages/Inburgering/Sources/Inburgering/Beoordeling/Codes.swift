// SPDX-License-Identifier: EUPL-1.2

extension Beoordelingscode {
    /// The first PIP is due (Besluit art. 5.3 lid 1, 2).
    public static let pipVaststellen = Beoordelingscode(rawValue: "PIP_VASTSTELLEN")
    /// What the first PIP leaves out (Wi2021 art. 15).
    public static let pipOnderdelen = Beoordelingscode(rawValue: "PIP_ONDERDELEN")
    /// The PIP of the new gemeente is due (Besluit art. 5.3 lid 3).
    public static let pipNaVerhuizing = Beoordelingscode(rawValue: "PIP_NA_VERHUIZING")
    /// The inburgeringstermijn (Wi2021 art. 11).
    public static let inburgeringstermijn = Beoordelingscode(rawValue: "INBURGERINGSTERMIJN")
    /// DUO's dates of the term are not those that follow from the first PIP.
    public static let termijnWijktAf = Beoordelingscode(rawValue: "TERMIJN_WIJKT_AF")
    /// The running oproep for the brede intake and what follows it (Wi2021 art. 14).
    public static let intakeOproep = Beoordelingscode(rawValue: "INTAKE_OPROEP")
    /// The course offer to an asielstatushouder (Wi2021 art. 16; Regeling art. 4.1 lid 1 g).
    public static let inburgeringsaanbod = Beoordelingscode(rawValue: "INBURGERINGSAANBOD")
    /// Last day to set the leerroute again (Wi2021 art. 17 lid 2; Besluit art. 5.4).
    public static let schakelenTot = Beoordelingscode(rawValue: "SCHAKELEN_TOT")
    /// From when more time can be asked for (Besluit art. 4.5).
    public static let verlengingAanvragenVanaf = Beoordelingscode(rawValue: "VERLENGING_AANVRAGEN_VANAF")
    /// The participatieverklaringstraject (Besluit art. 3.1).
    public static let pvt = Beoordelingscode(rawValue: "PVT")
    /// The module Arbeidsmarkt en Participatie (Besluit art. 3.2).
    public static let map = Beoordelingscode(rawValue: "MAP")
    /// Everything met (Wi2021 art. 6).
    public static let plichtVoldaan = Beoordelingscode(rawValue: "PLICHT_VOLDAAN")
    /// Two facts disagree.
    public static let gegevensTegenstrijdig = Beoordelingscode(rawValue: "GEGEVENS_TEGENSTRIJDIG")

    /// What a completed intake still lacks (Wi2021 art. 14 lid 3; Besluit art. 5.2).
    public static let intakeOnderdelen = Beoordelingscode(rawValue: "INTAKE_ONDERDELEN")
    /// The start of the taalschakeltraject (Regeling art. 4.1 lid 1 g).
    public static let taalschakeltrajectStart = Beoordelingscode(rawValue: "TAALSCHAKELTRAJECT_START")
    /// Enough lessons to lower the exam to A2 (Wi2021 art. 17 lid 3; Besluit art. 5.5).
    public static let afschalenMogelijk = Beoordelingscode(rawValue: "AFSCHALEN_MOGELIJK")
    /// Nearly done: six months more (Besluit art. 4.4).
    public static let bijnaKlaar = Beoordelingscode(rawValue: "BIJNA_KLAAR")
    /// DUO decides on a request for more time (Besluit art. 4.5).
    public static let verlengingBesluit = Beoordelingscode(rawValue: "VERLENGING_BESLUIT")
    /// The new term that follows a boete of DUO (Regeling art. 7.4).
    public static let nieuweTermijn = Beoordelingscode(rawValue: "NIEUWE_TERMIJN")
    /// Course hours of the Z-route (Besluit art. 3.14 lid 2 a).
    public static let zrouteUrenLes = Beoordelingscode(rawValue: "ZROUTE_UREN_LES")
    /// Participation hours of the Z-route (Besluit art. 3.14 lid 2 b).
    public static let zrouteUrenParticipatie = Beoordelingscode(rawValue: "ZROUTE_UREN_PARTICIPATIE")
    /// The eindgesprek of the Z-route (Besluit art. 3.14 lid 2 c).
    public static let zrouteEindgesprek = Beoordelingscode(rawValue: "ZROUTE_EINDGESPREK")
    /// Parts of the exam (Wi2021 art. 7).
    public static let examen = Beoordelingscode(rawValue: "EXAMEN")
    /// Free exam attempts (Regeling art. 3.5).
    public static let examenGratisPogingen = Beoordelingscode(rawValue: "EXAMEN_GRATIS_POGINGEN")
    /// DUO takes `verwijtbaar` now.
    public static let verwijtbaarheidDoorgeven = Beoordelingscode(rawValue: "VERWIJTBAARHEID_DOORGEVEN")
    /// The next progress talk (Besluit art. 5.3 lid 4).
    public static let voortgangsgesprek = Beoordelingscode(rawValue: "VOORTGANGSGESPREK")
    /// Financial ontzorgen (Participatiewet art. 56a).
    public static let ontzorgen = Beoordelingscode(rawValue: "ONTZORGEN")
    /// The decision on a boete of the college (Wi2021 art. 22, 23).
    public static let boeteBesluit = Beoordelingscode(rawValue: "BOETE_BESLUIT")
    /// By when a boete is paid (Awb art. 4:87).
    public static let boeteBetaling = Beoordelingscode(rawValue: "BOETE_BETALING")
    /// Bezwaar against a decision of the college (Awb art. 6:7).
    public static let bezwaar = Beoordelingscode(rawValue: "BEZWAAR")
    /// The college decides on a bezwaar (Awb art. 7:10).
    public static let bezwaarBesluit = Beoordelingscode(rawValue: "BEZWAAR_BESLUIT")
    /// Advice on an ontheffing (Besluit art. 2.8).
    public static let ontheffingAdvies = Beoordelingscode(rawValue: "ONTHEFFING_ADVIES")
    /// Hand the dossier over after a move (Wi2021 art. 35 lid 4).
    public static let overdracht = Beoordelingscode(rawValue: "OVERDRACHT")
    /// Personal data are due for destruction (Besluit art. 9.9).
    public static let bewaartermijn = Beoordelingscode(rawValue: "BEWAARTERMIJN")
    /// The other clock: the Selectielijst gemeenten 2020.
    public static let bewaartermijnSelectielijst = Beoordelingscode(rawValue: "BEWAARTERMIJN_SELECTIELIJST")
    /// The term of the former act.
    public static let wi2013Termijn = Beoordelingscode(rawValue: "WI2013_TERMIJN")
    /// The participatieverklaring of the former act.
    public static let wi2013PVT = Beoordelingscode(rawValue: "WI2013_PVT")
    /// The loan of the former act.
    public static let wi2013Lening = Beoordelingscode(rawValue: "WI2013_LENING")
    /// Somebody under the former act who does not get on.
    public static let wi2013Stagnatie = Beoordelingscode(rawValue: "WI2013_STAGNATIE")
}
