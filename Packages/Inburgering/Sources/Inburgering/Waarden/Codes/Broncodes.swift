// SPDX-License-Identifier: EUPL-1.2

/// Who a fact comes from.
public enum Bron: String, CaseIterable, Sendable, Code {
    /// `gemeente`.
    case gemeente
    /// `DUO`.
    case duo = "DUO"
    /// `COA`.
    case coa = "COA"
    /// `UWV`.
    case uwv = "UWV"
    /// `BRP`.
    case brp = "BRP"
    /// `aanbieder`.
    case aanbieder
}

/// How a family member relates to the person of the dossier.
public enum Gezinsrelatie: String, CaseIterable, Sendable, Code {
    /// `partner`.
    case partner
    /// `kind`.
    case kind
    /// `ouder`.
    case ouder
    /// `referent`.
    case referent
}
