// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension GelogdeStore {
    /// Does the night or a part of it: a line for each dossier that is judged, written many at a time.
    /// - Parameter hoogstens: dossiers for which there must be room, when it is a part; nil for the whole gemeente.
    func nacht<Uitkomst: Sendable>(
        hoogstens: Int? = nil,
        _ werk: @Sendable (Logreeks) async throws(RegieFout) -> Uitkomst
    ) async throws(RegieFout) -> Uitkomst {
        try await binnen(Termijnbewaking.soort) { verwerking throws(RegieFout) in
            let alle = try await store.countDossiers()
            let aantal = UInt64(max(0, min(alle, hoogstens ?? alle)))
            try logboek.schrijver.gereed(voor: aantal * Logreeks.perRegel)
            verwerking.altijd()
            let reeks = try logboek.reeks(verwerking)
            let uitkomst: Uitkomst
            do throws(RegieFout) {
                uitkomst = try await werk(reeks)
            } catch {
                verwerking.schreef(try reeks.sluit())
                throw error
            }
            verwerking.schreef(try reeks.sluit())
            return uitkomst
        }
    }
}

extension DossierStore {
    /// The night in parts, on a storage that processes share, with the log before it where there is one; nil elsewhere.
    /// - Parameter omvang: dossiers in a part, as the night was planned; nil when that is not known.
    func inDelen(omvang: Int?) -> (any NightStore)? {
        guard let gelogd = self as? GelogdeStore else { return self as? any NightStore }
        return (gelogd.store as? any NightStore).map { GelogdeNacht(gelogd: gelogd, nacht: $0, perDeel: omvang) }
    }
}

/// The parts of a night with the log before them.
private struct GelogdeNacht: NightStore {
    let gelogd: GelogdeStore
    let nacht: any NightStore
    let perDeel: Int?

    /// Divides the ids; no dossier is looked at.
    func beginNight(_ plan: Nachtplan, greep: JobLease) async throws(RegieFout) -> Nachtbegin {
        try await nacht.beginNight(plan, greep: greep)
    }

    func knowsNight(_ nacht: Int64) async throws(RegieFout) -> Bool { try await self.nacht.knowsNight(nacht) }

    func assessPart(
        _ deel: Nachtdeel,
        greep: JobLease,
        op tijdstip: Tijdstip,
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier, Datum) -> [Werkregel],
        voorKlaar: @Sendable () throws(RegieFout) -> Void,
        verslag: @escaping @Sendable (Nachtstand) -> AuditRegel
    ) async throws(RegieFout) -> Deeluitkomst? {
        // Twice the plan: dossiers come in while the night is under way, and ids are not divided evenly.
        try await gelogd.nacht(hoogstens: perDeel.map { 2 * $0 }) { reeks throws(RegieFout) in
            try await nacht.assessPart(
                deel,
                greep: greep,
                op: tijdstip,
                omvang: omvang,
                verwerk: { dossier, peildatum in
                    reeks.noteer(dossier)
                    return verwerk(dossier, peildatum)
                },
                // A part that counts as done is not begun anew: its lines are on the disk before that.
                voorKlaar: { () throws(RegieFout) in
                    _ = try reeks.sluit()
                    try voorKlaar()
                },
                verslag: verslag
            )
        }
    }
}
