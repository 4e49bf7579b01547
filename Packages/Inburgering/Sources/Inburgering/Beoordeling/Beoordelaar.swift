// SPDX-License-Identifier: EUPL-1.2

/// Judges dossiers: a pure function of dossier × wet × beleid × peildatum.
public struct Beoordelaar: Sendable {
    /// The law.
    public let wet: Wetboek
    /// The gemeente's own policy.
    public let beleid: Beleid

    /// - Parameters: law and policy.
    public init(wet: Wetboek, beleid: Beleid = .geen) {
        self.wet = wet
        self.beleid = beleid
    }

    /// The assessment on a day.
    public func beoordeel(_ dossier: Dossier, op peildatum: Datum) -> Beoordeling {
        Beoordeling(peildatum: peildatum, wet: .wi2021, stand: Beoordeling.Stand())
    }
}
