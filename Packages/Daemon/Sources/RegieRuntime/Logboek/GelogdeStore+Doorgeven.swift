// SPDX-License-Identifier: EUPL-1.2

import Inburgering

// What touches no person: it goes on to the store as it is. Walking chains and sealing anew open sealed bytes to compare
// or to close them again; nobody sees or uses what they say.

extension GelogdeStore: AuditStore {
    func log(_ regel: AuditRegel) async throws(RegieFout) { try await store.log(regel) }

    func listAudit(object: String?, actor: String?, voor: Int64?, limiet: Int) async throws(RegieFout)
        -> [(nummer: Int64, regel: AuditRegel)]
    {
        try await store.listAudit(object: object, actor: actor, voor: voor, limiet: limiet)
    }

    func linkAudit(hoogstens: Int) async throws(RegieFout) -> Int { try await store.linkAudit(hoogstens: hoogstens) }

    func verifyAudit() async throws(RegieFout) -> (breuk: Int64?, geketend: Int, nogLos: Int) {
        try await store.verifyAudit()
    }
}

extension GelogdeStore: ProofStore {
    func seal(op tijdstip: Tijdstip) async throws(RegieFout) -> Zegel { try await store.seal(op: tijdstip) }

    func listSeals(na: Int, limiet: Int) async throws(RegieFout) -> [Zegel] {
        try await store.listSeals(na: na, limiet: limiet)
    }

    func verify(hoogstens: Int, voortgang: @escaping @Sendable (Int) -> Void) async throws(RegieFout) -> Bewijsuitkomst
    {
        try await store.verify(hoogstens: hoogstens, voortgang: voortgang)
    }
}

extension GelogdeStore: ResealStore {
    func countSealed() async throws(RegieFout) -> [Sleutelgebruik] { try await store.countSealed() }

    func reseal(na: Herzegelplaats?, hoogstens: Int) async throws(RegieFout) -> (
        herzegeld: Int, verder: Herzegelplaats?
    ) {
        try await store.reseal(na: na, hoogstens: hoogstens)
    }
}

extension GelogdeStore: JobStore {
    func enqueue(_ jobs: [NewJob]) async throws(RegieFout) -> [Int64?] { try await store.enqueue(jobs) }

    func take(soorten: [String], aantal: Int, door proces: String, op tijdstip: Tijdstip) async throws(RegieFout)
        -> Takengreep
    {
        try await store.take(soorten: soorten, aantal: aantal, door: proces, op: tijdstip)
    }

    func heartbeat(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        try await store.heartbeat(proces, op: tijdstip)
    }

    func release(_ proces: String, op tijdstip: Tijdstip) async throws(RegieFout) {
        try await store.release(proces, op: tijdstip)
    }

    func servertijd() async throws(RegieFout) -> Tijdstip? { try await store.servertijd() }

    func rescue(naStilte stilte: Duration?, soorten: [String], op tijdstip: Tijdstip) async throws(RegieFout)
        -> [Int64]
    {
        try await store.rescue(naStilte: stilte, soorten: soorten, op: tijdstip)
    }

    func complete(_ id: Int64, lease: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool {
        try await store.complete(id, lease: lease, op: tijdstip)
    }

    func complete(_ leases: [JobLease], op tijdstip: Tijdstip) async throws(RegieFout) -> [Bool] {
        try await store.complete(leases, op: tijdstip)
    }

    func fail(_ id: Int64, lease: Int64, fout: String, opnieuw: Tijdstip?) async throws(RegieFout) -> Bool {
        try await store.fail(id, lease: lease, fout: fout, opnieuw: opnieuw)
    }

    func postpone(_ id: Int64, lease: Int64, fout: String, tot: Tijdstip) async throws(RegieFout) -> Bool {
        try await store.postpone(id, lease: lease, fout: fout, tot: tot)
    }

    func cancel(_ id: Int64, op tijdstip: Tijdstip) async throws(RegieFout) -> Bool {
        try await store.cancel(id, op: tijdstip)
    }

    func closedJobs(hoogstens: Int) async throws(RegieFout) -> [Job] {
        try await store.closedJobs(hoogstens: hoogstens)
    }

    func findJob(_ id: Int64) async throws(RegieFout) -> Job? { try await store.findJob(id) }

    func listJobs(status: Job.Status?, limiet: Int) async throws(RegieFout) -> [Job] {
        try await store.listJobs(status: status, limiet: limiet)
    }

    func nextDue(soorten: [String]) async throws(RegieFout) -> Tijdstip? { try await store.nextDue(soorten: soorten) }

    func prune(voor tijdstip: Tijdstip, hoogstens: Int) async throws(RegieFout) -> Int {
        try await store.prune(voor: tijdstip, hoogstens: hoogstens)
    }

    func tick(_ schema: String, op tik: Tijdstip, job: NewJob) async throws(RegieFout) -> Bool {
        try await store.tick(schema, op: tik, job: job)
    }

    func findSchedule(_ schema: String) async throws(RegieFout) -> ScheduleState? {
        try await store.findSchedule(schema)
    }

    func setPaused(_ schema: String, _ gepauzeerd: Bool, vanaf: Tijdstip) async throws(RegieFout) {
        try await store.setPaused(schema, gepauzeerd, vanaf: vanaf)
    }
}
