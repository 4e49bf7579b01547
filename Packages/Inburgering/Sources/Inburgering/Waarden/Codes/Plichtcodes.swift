// SPDX-License-Identifier: EUPL-1.2

/// DUO `redenGeenInburgeringsplicht`.
public enum RedenGeenInburgeringsplicht: String, CaseIterable, Sendable, Code {
    /// `Volledige ontheffing`.
    case volledigeOntheffing = "Volledige ontheffing"
    /// `Volledige vrijstelling`.
    case volledigeVrijstelling = "Volledige vrijstelling"
    /// `Inburgeringsplicht voldaan`.
    case voldaan = "Inburgeringsplicht voldaan"
    /// `Verblijfsdoel gewijzigd`.
    case verblijfsdoelGewijzigd = "Verblijfsdoel gewijzigd"
    /// `Vertrek uit Nederland langer dan een jaar`.
    case vertrekLangerDanEenJaar = "Vertrek uit Nederland langer dan een jaar"
    /// `Overlijden`.
    case overlijden = "Overlijden"
    /// `Overig`.
    case overig = "Overig"
    /// `Tijdelijke vrijstelling`.
    case tijdelijkeVrijstelling = "Tijdelijke vrijstelling"
}

/// The act a person falls under: received from DUO or derived from the begindatum (Wi2021 art. 54 lid 1).
public enum Stelsel: String, CaseIterable, Sendable, Code {
    /// `Wi2021`.
    case wi2021 = "Wi2021"
    /// `Wi2013`.
    case wi2013 = "Wi2013"
}

/// Extent of a vrijstelling or ontheffing.
public enum Omvang: String, CaseIterable, Sendable, Code {
    /// `geheel`.
    case geheel
    /// `tijdelijk`.
    case tijdelijk
    /// `gedeeltelijk`.
    case gedeeltelijk
}

/// DUO `AanvraagOordeel`.
public enum AanvraagOordeel: String, CaseIterable, Sendable, Code {
    /// `Toekenning`.
    case toekenning = "Toekenning"
    /// `Afwijzing`.
    case afwijzing = "Afwijzing"
}

/// DUO `RedenVrijstellingInburgeringsplicht`: AVI aantoonbaar voldoende ingeburgerd, DIP diploma, DOC document, GED gedeeltelijk, INB Wi2013-diploma, INS tijdelijk op verzoek, OPL tijdelijk ambtshalve.
public enum RedenVrijstelling: String, CaseIterable, Sendable, Code {
    /// `AVI`.
    case avi = "AVI"
    /// `DIP`.
    case dip = "DIP"
    /// `DOC`.
    case doc = "DOC"
    /// `GED`.
    case ged = "GED"
    /// `INB`.
    case inb = "INB"
    /// `INS`.
    case ins = "INS"
    /// `OPL`.
    case opl = "OPL"
}

/// DUO `OntheffingsgrondInburgering`: BIO bijzondere individuele omstandigheden, MED medisch.
public enum OntheffingsGrond: String, CaseIterable, Sendable, Code {
    /// `BIO`.
    case bio = "BIO"
    /// `MED`.
    case med = "MED"
}

/// DUO `beoordelingAanvraag`.
public enum VerlengingOordeel: String, CaseIterable, Sendable, Code {
    /// `Toegekend`.
    case toegekend = "Toegekend"
    /// `Afgewezen`.
    case afgewezen = "Afgewezen"
    /// `InBehandeling`.
    case inBehandeling = "InBehandeling"
}
