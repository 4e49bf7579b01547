// SPDX-License-Identifier: EUPL-1.2

/// A fact of one kind with what a trace needs of its envelope.
public struct Vermelding<Inhoud: Feitinhoud>: Sendable {
    /// Place in the dossier.
    public let volgnummer: Int
    /// The day from which it holds.
    public let geldigOp: Datum
    /// Who it comes from.
    public let bron: Bron
    /// The fields.
    public let inhoud: Inhoud

    init(_ gebeurtenis: Gebeurtenis, _ inhoud: Inhoud) {
        volgnummer = gebeurtenis.volgnummer
        geldigOp = gebeurtenis.geldigOp
        bron = gebeurtenis.bron
        self.inhoud = inhoud
    }
}
