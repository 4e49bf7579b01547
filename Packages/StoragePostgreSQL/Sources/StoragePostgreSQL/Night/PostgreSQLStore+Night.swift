// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

extension PostgreSQLStore: NightStore {
    /// Parts run side by side, in this process and in others: few workers each, so that all of them together leave
    /// connections for what else is to be done, and do not take each other's turn where there are few processors.
    private static let workersPerPart = ProcessInfo.processInfo.activeProcessorCount > 4 ? 2 : 1

    func beginNight(_ plan: Nachtplan, greep: JobLease) async throws(RegieFout) -> Nachtbegin {
        let (keys, gemeente) = (keys, gemeente)
        let begun = try await database.exclusive { db in
            try LeaseRows.require(greep, gemeente, db)
            let nights = NightRows(db: db, gemeente: gemeente)
            let night = try Self.night(plan, greep.id, nights, keys)
            let parts = night.isOpen ? try nights.undone(night.number) : []
            let jobs = try JobRows.insert(parts.map(plan.taak), keys, db)
            return Nachtbegin(
                nacht: night.number,
                delen: try nights.state(night.number).delen,
                taken: jobs.reduce(0) { $0 + ($1 == nil ? 0 : 1) }
            )
        }
        if begun.taken > 0 { database.bell.ring(gemeente) }
        return begun
    }

    /// The night to be done: that which this job began before, that which is under way, or a new one.
    private static func night(_ plan: Nachtplan, _ job: Int64, _ nights: NightRows, _ keys: GemeenteKeys) throws
        -> NightRows.Found
    {
        if let mine = try nights.begun(by: job) { return mine }
        if let night = try nights.underWay() {
            if night.peildatum == plan.peildatum { return night }
            let regel = try SealedAudit(plan.opgegeven(try nights.state(night.number)), keys)
            try nights.end(night.number, op: plan.tijdstip)
            try AuditRows.insert(regel, nights.gemeente, nights.db)
        }
        // Of two that begin at once one waits for the other, and joins it.
        _ = try nights.insert(plan, by: job)
        guard let night = try nights.underWay() else { throw RegieFout.nightGone }
        return night
    }

    func knowsNight(_ nacht: Int64) async throws(RegieFout) -> Bool {
        let gemeente = gemeente
        return try await database.read { db in try NightRows(db: db, gemeente: gemeente).isKnown(nacht) }
    }

    func assessPart(
        _ deel: Nachtdeel,
        greep: JobLease,
        op tijdstip: Tijdstip,
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier, Datum) -> [Werkregel],
        voorKlaar: @Sendable () throws(RegieFout) -> Void,
        verslag: @escaping @Sendable (Nachtstand) -> AuditRegel
    ) async throws(RegieFout) -> Deeluitkomst? {
        let (keys, gemeente) = (keys, gemeente)
        let part = try await database.read { db in try NightRows(db: db, gemeente: gemeente).open(deel) }
        guard let part else { return nil }
        let pass = NightlyPass(
            database,
            batch: max(1, omvang),
            bounds: part.bounds,
            workers: Self.workersPerPart,
            alongside: { db, changed in
                try LeaseRows.require(greep, gemeente, db)
                try NightRows(db: db, gemeente: gemeente).count(changed, in: deel)
            },
            assess: { verwerk($0, part.peildatum) }
        )
        let outcome = try await pass.run()
        try voorKlaar()
        return try await database.exclusive { db in
            let process = try LeaseRows.require(greep, gemeente, db)
            let nights = NightRows(db: db, gemeente: gemeente)
            guard try nights.lock(deel.nacht),
                try nights.finish(deel, seen: outcome.gezien, by: process, op: tijdstip)
            else { return nil }
            let state = try nights.state(deel.nacht)
            if state.gedaan == state.delen {
                try nights.end(deel.nacht, op: tijdstip)
                try AuditRows.insert(try SealedAudit(verslag(state), keys), gemeente, db)
            }
            return Deeluitkomst(
                gezien: outcome.gezien,
                gewijzigd: outcome.gewijzigd,
                nacht: state.gedaan == state.delen ? state : nil
            )
        }
    }
}

extension RegieFout {
    /// Begun by another at the same moment, and over already.
    fileprivate static var nightGone: RegieFout {
        RegieFout(.gelijktijdigGewijzigd, "De nacht is op hetzelfde moment door een ander begonnen en al klaar.")
    }
}
