// SPDX-License-Identifier: EUPL-1.2

/// How DUO acts on what a gemeente reports: the few quantities that its side of the exchange needs.
///
/// They are the partner's behaviour, played back here, and not Regie's reading of the law: a test that
/// compares the two must be able to find a difference. Source: the README of DUO's M2M specification
/// (state of June 2026) and, for the length of the term, Wi2021 art. 11.
enum DUOGedrag {
    /// Calendar years from the first day of the inburgeringstermijn to its (exclusive) einddatum.
    static let termijnInJaren = 3
    /// `verwijtbaar: Nee` is taken from this many months before the einddatum on.
    static let neeVanafMaandenVoorEinde = 2
    /// The gemeente of the former PIP keeps its view for this many months after the current dagtekening.
    static let inzageNaNieuwePipInMaanden = 1
    /// Longest fouttekst that fits the wire field.
    static let fouttekstLengte = 200
    /// The route of a niveau that DUO fills in when the gemeente leaves it out.
    static let niveauBijBOfO = "B1"
}
