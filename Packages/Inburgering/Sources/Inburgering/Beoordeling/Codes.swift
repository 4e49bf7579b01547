// SPDX-License-Identifier: EUPL-1.2

extension Beoordelingscode {
    /// The first PIP is due (Besluit art. 5.3 lid 1, 2).
    public static let pipVaststellen = Beoordelingscode(rawValue: "PIP_VASTSTELLEN")
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
}
