// SPDX-License-Identifier: EUPL-1.2

/// One inburgeringsplichtige in one gemeente: the fold of the facts.
///
/// Nothing in it is stored but the facts; everything else follows from them.
public struct Dossier: Sendable {
    /// Its name inside the gemeente.
    public let id: DossierID
    /// The gemeente that keeps it.
    public let gemeente: Gemeentecode
    /// Every fact that was known at the moment asked for, corrected ones too, in order of volgnummer.
    public let gebeurtenissen: [Gebeurtenis]
    /// The facts that hold: not corrected, and known at the moment asked for.
    public var feiten: Feitenoverzicht { _read { yield overzicht.feiten } }
    let overzicht: Overzicht

    /// Holds the lists in one place, so that handing a dossier on does not retain some fifty arrays.
    final class Overzicht: Sendable {
        let feiten: Feitenoverzicht
        init(_ feiten: Feitenoverzicht) { self.feiten = feiten }
    }

    /// Folds facts into a dossier.
    ///
    /// - Parameters:
    ///   - id: the dossier.
    ///   - gemeente: who keeps it.
    ///   - gebeurtenissen: its facts in any order; each volgnummer once.
    ///   - bekendOp: only what was known at this moment counts ("what did we know on 1 March?"); nil for all. A fact
    ///     without `bekendOp` counts as always known.
    public init(
        id: DossierID,
        gemeente: Gemeentecode,
        gebeurtenissen: [Gebeurtenis],
        bekendOp: Tijdstip? = nil
    ) {
        self.id = id
        self.gemeente = gemeente
        let opVolgorde = Self.opVolgorde(gebeurtenissen)
        let bekend = bekendOp.map { moment in opVolgorde.filter { ($0.bekendOp ?? moment) <= moment } } ?? opVolgorde
        self.gebeurtenissen = bekend
        overzicht = Overzicht(Feitenoverzicht(Self.geldend(bekend)))
    }

    private init(_ ander: Dossier, bij gemeente: Gemeentecode) {
        id = ander.id
        self.gemeente = gemeente
        gebeurtenissen = ander.gebeurtenissen
        overzicht = ander.overzicht
    }

    /// The same facts, kept by another gemeente.
    func bij(_ gemeente: Gemeentecode) -> Dossier { Dossier(self, bij: gemeente) }

    /// The volgnummer of the last fact; 0 for an empty dossier.
    public var laatsteVolgnummer: Int { gebeurtenissen.last?.volgnummer ?? 0 }

    /// The dossier with facts added to it.
    public func met(_ nieuwe: [Gebeurtenis]) -> Dossier {
        Dossier(id: id, gemeente: gemeente, gebeurtenissen: gebeurtenissen + nieuwe)
    }

    private static func opVolgorde(_ lijst: [Gebeurtenis]) -> [Gebeurtenis] {
        for index in lijst.indices.dropFirst() where lijst[index - 1].volgnummer > lijst[index].volgnummer {
            return lijst.sorted { $0.volgnummer < $1.volgnummer }
        }
        return lijst
    }

    /// What is left when corrections are applied. A correction can itself be corrected, so they are read from the last
    /// one back: a correction that holds voids the earlier fact it names.
    private static func geldend(_ lijst: [Gebeurtenis]) -> [Gebeurtenis] {
        var vervallen: Set<Int> = []
        for gebeurtenis in lijst.reversed() {
            guard case .gecorrigeerd(let correctie) = gebeurtenis.feit, !vervallen.contains(gebeurtenis.volgnummer),
                correctie.volgnummer < gebeurtenis.volgnummer
            else { continue }
            vervallen.insert(correctie.volgnummer)
        }
        let over = vervallen.isEmpty ? lijst : lijst.filter { !vervallen.contains($0.volgnummer) }
        for index in over.indices.dropFirst() where over[index - 1].geldigOp > over[index].geldigOp {
            return over.sorted { ($0.geldigOp, $0.volgnummer) < ($1.geldigOp, $1.volgnummer) }
        }
        return over
    }
}
