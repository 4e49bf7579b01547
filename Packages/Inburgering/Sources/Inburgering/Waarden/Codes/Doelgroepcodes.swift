// SPDX-License-Identifier: EUPL-1.2

/// The group a person is treated as (DUO `indeling`; Wi2021 art. 13, 19).
public enum Doelgroep: String, CaseIterable, Sendable, Code {
    /// `Asielstatushouder`.
    case asielstatushouder = "Asielstatushouder"
    /// `Gezinsmigrant en overige migrant`.
    case gezinsmigrantEnOverigeMigrant = "Gezinsmigrant en overige migrant"
}

/// DUO `gedetailleerdeDoelgroep`.
public enum GedetailleerdeDoelgroep: String, CaseIterable, Sendable, Code {
    /// `Asielstatushouder`.
    case asielstatushouder = "Asielstatushouder"
    /// `Geestelijk bedienaar`.
    case geestelijkBedienaar = "Geestelijk bedienaar"
    /// `Gezinshereniger`.
    case gezinshereniger = "Gezinshereniger"
    /// `Gezinshereniger met Asielstatushouder`.
    case gezinsherenigerMetAsielstatushouder = "Gezinshereniger met Asielstatushouder"
    /// `Gezinsvormer`.
    case gezinsvormer = "Gezinsvormer"
    /// `Gezinsvormer met Asielstatushouder`.
    case gezinsvormerMetAsielstatushouder = "Gezinsvormer met Asielstatushouder"
    /// `Overig`.
    case overig = "Overig"
}

/// DUO `asielrechtenWijzigingVerblijfsdoel`.
public enum AsielrechtenWijziging: String, CaseIterable, Sendable, Code {
    /// `Asielrechten toegekend`.
    case toegekend = "Asielrechten toegekend"
    /// `Behoud asielrechten`.
    case behoud = "Behoud asielrechten"
    /// `Op verzoek behoud rechten van gezins- en overige migrant`.
    case opVerzoekBehoudGezinsmigrant = "Op verzoek behoud rechten van gezins- en overige migrant"
    /// `Op verzoek rechten van gezins- en overige migrant toegekend`.
    case opVerzoekGezinsmigrantToegekend = "Op verzoek rechten van gezins- en overige migrant toegekend"
}
