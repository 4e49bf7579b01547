// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// What facts of the gemeente mean for DUO, and whether DUO will take it: pure.
public struct DUOBerichtmaker: Berichtmaker {
    /// DUO.
    public let partner = Partner.duo
    private let instellingen: @Sendable () -> [Instelling]?
    private let stelsel: @Sendable (Dossier) -> Stelsel?

    /// - Parameters:
    ///   - instellingen: DUO's list, when it was read; nil leaves the check of a school's keurmerk to DUO.
    ///   - stelsel: the act somebody falls under; nil when unknown. By default what DUO or the gemeente wrote in the
    ///     plicht, without deriving it from a date: that date is the law's and stands in its parameters.
    public init(
        instellingen: @escaping @Sendable () -> [Instelling]? = { nil },
        stelsel: @escaping @Sendable (Dossier) -> Stelsel? = { dossier in
            dossier.feiten.inburgeringsplichtVastgesteld.last?.inhoud.wet
        }
    ) {
        self.instellingen = instellingen
        self.stelsel = stelsel
    }

    /// DUO's acceptance rules, each that is broken by what these facts would send.
    public func weigeringen(_ feiten: [Stap.NieuwFeit], in dossier: Dossier, vandaag: Datum) -> [Weigering] {
        let plan = Zendplan(feiten, in: dossier, vandaag: vandaag, stelsel: stelsel)
        guard !plan.zendingen.isEmpty else { return [] }
        return Acceptatie.weigeringen(plan, instellingen: instellingen())
    }

    /// The messages to DUO; none for facts that DUO sent itself.
    public func berichten(_ feiten: [Stap.NieuwFeit], in dossier: Dossier, op tijdstip: Tijdstip) -> [BerichtOntwerp] {
        Zendplan(feiten, in: dossier, vandaag: Amsterdam.datum(van: tijdstip), stelsel: stelsel).zendingen.map(
            \.ontwerp
        )
    }
}
