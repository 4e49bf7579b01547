// SPDX-License-Identifier: EUPL-1.2

/// DUO `Leerroute`: B1-route, onderwijsroute, Z-route (Wi2021 art. 7, 8, 9).
public enum Leerroute: String, CaseIterable, Sendable, Code {
    /// `B`.
    case b1 = "B"
    /// `O`.
    case onderwijs = "O"
    /// `Z`.
    case z = "Z"
}

/// DUO `NiveauPip`.
public enum NiveauPip: String, CaseIterable, Sendable, Code {
    /// `A2`.
    case a2 = "A2"
    /// `B1`.
    case b1 = "B1"
}

/// DUO `Alfabetiseringsonderwijs`: analfabeet, anders-analfabeet, niet van toepassing.
public enum Alfabetiseringsonderwijs: String, CaseIterable, Sendable, Code {
    /// `A`.
    case a = "A"
    /// `AA`.
    case aa = "AA"
    /// `NVT`.
    case nvt = "NVT"
}

/// Why a PIP was changed.
public enum PipWijzigingsreden: String, CaseIterable, Sendable, Code {
    /// `schakelen`.
    case schakelen
    /// `afschalen`.
    case afschalen
    /// `verhuizing`.
    case verhuizing
    /// `bezwaar`.
    case bezwaar
    /// `overig`.
    case overig
}

/// What hours were spent on (contract: `urensoort`).
public enum Urensoort: String, CaseIterable, Sendable, Code {
    /// `taal`.
    case taal
    /// `knm`.
    case knm
    /// `alfabetisering`.
    case alfabetisering
    /// `participatie`.
    case participatie
    /// `participatieTaalles`.
    case participatieTaalles
    /// `pvt`.
    case pvt
    /// `mapPraktijk`.
    case mapPraktijk
    /// `intakeTaalKNM`.
    case intakeTaalKNM
    /// `intakeParticipatie`.
    case intakeParticipatie
}

/// DUO `InburgeringJaNeeType`.
public enum JaNee: String, CaseIterable, Sendable, Code {
    /// `Ja`.
    case ja = "Ja"
    /// `Nee`.
    case nee = "Nee"
}
