// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension GelogdeStore {
    /// Does the night or a part of it: a line for each dossier that is judged, written many at a time.
    func nacht<Uitkomst: Sendable>(
        _ werk: @Sendable (Logreeks) async throws(RegieFout) -> Uitkomst
    ) async throws(RegieFout) -> Uitkomst {
        try await binnen(Termijnbewaking.soort) { verwerking throws(RegieFout) in
            let aantal = UInt64(try await store.countDossiers())
            try logboek.schrijver.bestand.gereed(voor: aantal * Logreeks.perRegel)
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
    var inDelen: (any NightStore)? {
        guard let gelogd = self as? GelogdeStore else { return self as? any NightStore }
        return (gelogd.store as? any NightStore).map { GelogdeNacht(gelogd: gelogd, nacht: $0) }
    }
}

/// The parts of a night with the log before them.
private struct GelogdeNacht: NightStore {
    let gelogd: GelogdeStore
    let nacht: any NightStore

    /// Divides the ids; no dossier is looked at.
    func beginNight(_ plan: Nachtplan, greep: JobLease) async throws(RegieFout) -> Nachtbegin {
        try await nacht.beginNight(plan, greep: greep)
    }

    func assessPart(
        _ deel: Nachtdeel,
        greep: JobLease,
        op tijdstip: Tijdstip,
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier, Datum) -> [Werkregel],
        verslag: @escaping @Sendable (Nachtstand) -> AuditRegel
    ) async throws(RegieFout) -> Deeluitkomst? {
        try await gelogd.nacht { reeks throws(RegieFout) in
            try await nacht.assessPart(
                deel,
                greep: greep,
                op: tijdstip,
                omvang: omvang,
                verwerk: { dossier, peildatum in
                    reeks.noteer(dossier)
                    return verwerk(dossier, peildatum)
                },
                verslag: verslag
            )
        }
    }
}
