// SPDX-License-Identifier: EUPL-1.2

/// DUO exam part: KNM, lezen, luisteren, schrijven, spreken.
public enum Examenonderdeel: String, CaseIterable, Sendable, Code {
    /// `KNM`.
    case knm = "KNM"
    /// `LE`.
    case lezen = "LE"
    /// `LU`.
    case luisteren = "LU"
    /// `SC`.
    case schrijven = "SC"
    /// `SP`.
    case spreken = "SP"
}

extension Examenonderdeel {
    /// The part as people call it: `lezen`, `KNM`.
    public var woord: String {
        switch self {
        case .knm: "KNM"
        case .lezen: "lezen"
        case .luisteren: "luisteren"
        case .schrijven: "schrijven"
        case .spreken: "spreken"
        }
    }
}

/// Language level of an exam.
public enum Examenniveau: String, CaseIterable, Sendable, Code {
    /// `A2`.
    case a2 = "A2"
    /// `B1`.
    case b1 = "B1"
    /// `B2`.
    case b2 = "B2"
}

/// DUO `ExamenresultaatWI2021`.
public enum ExamenResultaat: String, CaseIterable, Sendable, Code {
    /// `Geslaagd`.
    case geslaagd = "Geslaagd"
    /// `Gezakt`.
    case gezakt = "Gezakt"
    /// `Geen`.
    case geen = "Geen"
}

/// DUO `RedenGeenResultaatInburgeringsexamen`.
public enum RedenGeenResultaat: String, CaseIterable, Sendable, Code {
    /// `Verwijtbaar`.
    case verwijtbaar = "Verwijtbaar"
    /// `Nietverwijtbaar`.
    case nietVerwijtbaar = "Nietverwijtbaar"
    /// `Afgemeld`.
    case afgemeld = "Afgemeld"
    /// `Absent`.
    case absent = "Absent"
}

/// DUO `LeerbaarheidstoetsResultaat`.
public enum LeerbaarheidsResultaat: String, CaseIterable, Sendable, Code {
    /// `B1-route haalbaar`.
    case b1Haalbaar = "B1-route haalbaar"
    /// `B1-route niet haalbaar`.
    case b1NietHaalbaar = "B1-route niet haalbaar"
    /// `Onbekend`.
    case onbekend = "Onbekend"
}

/// Ground on which the college exempts from the leerbaarheidstoets (Wi2021 art. 14 lid 6).
public enum LeerbaarheidsOntheffing: String, CaseIterable, Sendable, Code {
    /// `visueel`.
    case visueel
    /// `auditief`.
    case auditief
}
