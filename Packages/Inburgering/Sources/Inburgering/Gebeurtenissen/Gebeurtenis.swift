// SPDX-License-Identifier: EUPL-1.2

/// One fact in one dossier, with its envelope. Never changed or removed: corrected by a later one.
///
/// The gemeente and the dossier that complete the envelope are those of the `Dossier` it stands in.
public struct Gebeurtenis: Hashable, Sendable {
    /// Place in the dossier, from 1.
    public let volgnummer: Int
    /// The day from which it holds.
    public let geldigOp: Datum
    /// The moment at which the gemeente knew it; nil in a case without a history (`regie assess`).
    public let bekendOp: Tijdstip?
    /// Who it comes from.
    public let bron: Bron
    /// The partner's message that brought it.
    public let berichtId: String?
    /// What it says.
    public let feit: Feit

    /// - Parameters: see the properties.
    public init(
        volgnummer: Int,
        geldigOp: Datum,
        bekendOp: Tijdstip?,
        bron: Bron,
        berichtId: String? = nil,
        feit: Feit
    ) {
        self.volgnummer = volgnummer
        self.geldigOp = geldigOp
        self.bekendOp = bekendOp
        self.bron = bron
        self.berichtId = berichtId
        self.feit = feit
    }
}
