// SPDX-License-Identifier: EUPL-1.2

/// Every parameter of the law that a rule asks for. `config/wet/*.yaml` must give each of them, and nothing else.
///
/// The raw value is an index, so that a rule finds its value without hashing a string.
public enum Wetsleutel: Int, CaseIterable, Sendable {
    /// `wet.stelsel`: the act under which somebody falls whose plicht began on the day (Wi2021 art. 54 lid 1).
    case stelsel
    /// `atw.feestdagen`: see `Feestdagen` for how they are written (Algemene termijnenwet art. 3).
    case feestdagen
    /// `pip.klok`: what starts the term of the first PIP, `inschrijving` or `kennisgeving`.
    case pipKlok
    /// `pip.termijn`: time for the first PIP.
    case pipTermijn
    /// `pip.derden`: time for the PIP after the awaited information of third parties came in.
    case pipDerden
    /// `pip.verhuizing`: time for the PIP of the new gemeente.
    case pipVerhuizing
    /// `pip.atw`: whether the terms of the PIP shift to a working day.
    case pipATW
    /// `inburgeringstermijn.duur`: length of the term.
    case inburgeringstermijnDuur
    /// `verlenging.aanvragenVanaf`: how long before the end of the term more time can be asked for.
    case verlengingAanvragenVanaf
    /// `aanbod.termijn`: time for the course offer to an asielstatushouder.
    case aanbodTermijn
    /// `aanbod.atw`: whether that term shifts to a working day.
    case aanbodATW
    /// `intake.oproepen`: after so many oproepen the intake is completed in absence.
    case intakeOproepen
    /// `schakelen.duur`: time from the start of the term in which the leerroute can be set again.
    case schakelenDuur
    /// `schakelen.onderwijsNaarB1Altijd`: whether the onderwijsroute can become the B1-route at any time.
    case schakelenOnderwijsNaarB1Altijd
    /// `schakelen.naOpleiding`: whether it is also possible after a niet-vrijstellende opleiding that ended later.
    case schakelenNaOpleiding
    /// `pvt.uren`: hours of the participatieverklaringstraject.
    case pvtUren
    /// `map.urenPraktijk`: practical hours of the module Arbeidsmarkt en Participatie.
    case mapUrenPraktijk
    /// `map.onderwijsroute`: whether the onderwijsroute has a MAP.
    case mapOnderwijsroute

    /// What kind of value belongs to a key.
    public enum Soort: String, Sendable {
        /// `P10W`.
        case duur
        /// A whole number.
        case getal
        /// Euro.
        case bedrag
        /// `true`, `false`.
        case waarheid
        /// Text.
        case tekst
    }

    /// The key as `config/wet/*.yaml` writes it.
    public var naam: String {
        switch self {
        case .stelsel: "wet.stelsel"
        case .feestdagen: "atw.feestdagen"
        case .pipKlok: "pip.klok"
        case .pipTermijn: "pip.termijn"
        case .pipDerden: "pip.derden"
        case .pipVerhuizing: "pip.verhuizing"
        case .pipATW: "pip.atw"
        case .inburgeringstermijnDuur: "inburgeringstermijn.duur"
        case .verlengingAanvragenVanaf: "verlenging.aanvragenVanaf"
        case .aanbodTermijn: "aanbod.termijn"
        case .aanbodATW: "aanbod.atw"
        case .intakeOproepen: "intake.oproepen"
        case .schakelenDuur: "schakelen.duur"
        case .schakelenOnderwijsNaarB1Altijd: "schakelen.onderwijsNaarB1Altijd"
        case .schakelenNaOpleiding: "schakelen.naOpleiding"
        case .pvtUren: "pvt.uren"
        case .mapUrenPraktijk: "map.urenPraktijk"
        case .mapOnderwijsroute: "map.onderwijsroute"
        }
    }

    /// The kind of its values.
    public var soort: Soort {
        switch self {
        case .stelsel, .feestdagen, .pipKlok: .tekst
        case .pipTermijn, .pipDerden, .pipVerhuizing, .inburgeringstermijnDuur, .verlengingAanvragenVanaf,
            .aanbodTermijn, .schakelenDuur:
            .duur
        case .intakeOproepen, .pvtUren, .mapUrenPraktijk: .getal
        case .pipATW, .aanbodATW, .schakelenOnderwijsNaarB1Altijd, .schakelenNaOpleiding, .mapOnderwijsroute: .waarheid
        }
    }

    /// The texts among which a value must be; nil when any text (or another kind) is right.
    public var keuze: [String]? {
        switch self {
        case .stelsel: Stelsel.allCases.map(\.rawValue)
        case .pipKlok: Pipklok.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// The key with this name; nil when there is none.
    public init?(naam: String) {
        guard let sleutel = Self.opNaam[naam] else { return nil }
        self = sleutel
    }

    private static let opNaam = Dictionary(uniqueKeysWithValues: allCases.map { ($0.naam, $0) })
}

/// What starts the term of the first PIP (Besluit inburgering 2021 art. 5.3 lid 1, before and since 2023-01-01).
public enum Pipklok: String, CaseIterable, Sendable {
    /// Registration in the BRP.
    case inschrijving
    /// DUO's written kennisgeving of the plicht.
    case kennisgeving
}
