// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Deals with incoming messages: asks the partner what each names, and records the answers as facts.
///
/// Idempotent: a message that was dealt with is no longer pending, and facts that are known are not recorded again. What a
/// process learned whose job another one has by now is not recorded.
public struct NotificatieHandler: JobHandler {
    /// The kind of job.
    public static let soort = "inbox"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dienst: @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService
    private let lezers: @Sendable (Gemeentecode) -> [any Berichtlezer]
    private let wachten: Wachtschema
    /// Messages dealt with at the same time: each waits mostly for the partner.
    private let tegelijk = 8

    /// - Parameters:
    ///   - dienst: makes the service on a store.
    ///   - lezers: the partners of a gemeente.
    ///   - wachten: how long to wait after a try that failed.
    public init(
        dienst: @escaping @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService,
        lezers: @escaping @Sendable (Gemeentecode) -> [any Berichtlezer],
        wachten: Wachtschema = Wachtschema()
    ) {
        self.dienst = dienst
        self.lezers = lezers
        self.wachten = wachten
    }

    /// Works until nothing is pending. Each round holds at most one message per person, so order per person is kept.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let dienst = try dienst(store)
        let lezers = lezers(store.gemeente)
        let vervolg = Vervolg()
        while !Task.isCancelled {
            let regels = try await store.pendingInbox(
                op: dienst.klok.nu,
                deel: 0,
                van: 1,
                limiet: 256,
                greep: job.greep
            )
            guard !regels.isEmpty else { break }
            try await withThrowingTaskGroup(of: Void.self) { groep in
                for (index, regel) in regels.enumerated() {
                    if index >= tegelijk { try await groep.next() }
                    groep.addTask { try await losVanDeAndere(regel, job.greep, dienst, lezers, vervolg) }
                }
                try await groep.waitForAll()
            }
        }
        try await vervolg.plan(soort, in: store)
    }

    /// A dossier that cannot be read stops nobody else: its message goes to the beheerder, the others go on.
    private func losVanDeAndere(
        _ regel: InboxRegel,
        _ greep: JobLease,
        _ dienst: DossierService,
        _ lezers: [any Berichtlezer],
        _ vervolg: Vervolg
    ) async throws {
        do {
            // Every try is a processing: it reads the dossier and asks the partner about the person.
            try await dienst.store.alsVerwerking(Self.soort) {
                try await verwerk(regel, greep, dienst, lezers, vervolg)
            }
        } catch {
            guard let fout = error as? RegieFout, fout.betreftEenDossier else { throw error }
            try await dienst.store.setInbox(
                regel.bericht.sleutel,
                .mislukt(waarom: fout.watEnWaar),
                dossier: nil,
                greep: greep
            )
        }
    }

    private func verwerk(
        _ regel: InboxRegel,
        _ greep: JobLease,
        _ dienst: DossierService,
        _ lezers: [any Berichtlezer],
        _ vervolg: Vervolg
    ) async throws {
        let bericht = regel.bericht
        guard let lezer = lezers.first(where: { $0.partner == bericht.sleutel.partner }) else {
            try await dienst.store.setInbox(
                bericht.sleutel,
                .mislukt(waarom: "Er is geen koppeling met \(bericht.sleutel.partner) ingesteld."),
                dossier: nil,
                greep: greep
            )
            return
        }
        let persoon: Persoonskeuze
        switch try await Persoonskeuze.kies(bericht, in: dienst.store, op: dienst.klok.nu) {
        case .success(let keuze): persoon = keuze
        case .failure(let fout):
            try await dienst.store.setInbox(
                bericht.sleutel,
                .mislukt(waarom: fout.wat),
                dossier: nil,
                greep: greep
            )
            return
        }
        let metIdentiteit = persoon.dossier.met(
            persoon.identiteit.genummerd(vanaf: persoon.dossier.laatsteVolgnummer + 1)
        )
        let uitkomst = await lezer.lees(bericht, voor: metIdentiteit)
        Verwerking.huidige?.meld(Verwerkingsuitkomst(uitkomst))
        var feiten = persoon.identiteit
        let status: InboxStatus
        var vergeefs = false
        let regels = Partnerregels(persoon.dossier, bericht.sleutel.partner)
        var werkregels: [Werkregel.Herkomst: [Werkregel]] = [:]
        switch uitkomst {
        case .feiten(let gelezen):
            feiten += gelezen
            status = .verwerkt
            // The partner shows the person, or there is nothing to see any more.
            werkregels = regels.inzage(nil)
        case .melding(let gelezen, let signaal):
            feiten += gelezen
            status = .verwerkt
            werkregels = regels.vertrek(signaal)
        case .geenInzage(let signaal, let waarom, let tot):
            status = .wacht(tot: tot, waarom: waarom)
            werkregels = regels.inzage(signaal)
        case .later(let waarom, let nietVoor):
            let tot = wachten.tijdstip(na: regel.pogingen + 1, op: dienst.klok.nu, nietVoor: nietVoor)
            status = .wacht(tot: tot, waarom: waarom)
        case .nogNiet(let waarom):
            vergeefs = true
            status = wachten.vergeefs(regel.vergeefs + 1, op: dienst.klok.nu, waarom: waarom)
        case .wachtOp(let waarom, let tot):
            status = .wacht(tot: tot, waarom: waarom)
        case .mislukt(let waarom):
            status = .mislukt(waarom: waarom)
            // What could not be read may be about another person: nothing of it enters a dossier that already is.
            if !persoon.dossier.gebeurtenissen.isEmpty { feiten = [] }
        }
        if case .wacht(let tot, _) = status { vervolg.wacht(tot: tot) }
        var (stap, _) = dienst.stap(
            feiten,
            bij: persoon.dossier,
            verwerkt: Stap.Verwerking(bericht.sleutel, status, vergeefs: vergeefs),
            werkregels: werkregels,
            audit: AuditRegel(
                "bericht.\(status.woord)",
                object:
                    "\(persoon.dossier.id.tekst) \(bericht.sleutel.partner):\(bericht.sleutel.berichtId) \(bericht.soort)",
                door: dienst.store.toegang,
                op: dienst.klok.nu
            )
        )
        stap.greep = greep
        do {
            try await dienst.store.append(stap)
        } catch {
            // The message stays pending: the next round reads the dossier as it is by then.
            guard error.code == .gelijktijdigGewijzigd else { throw error }
        }
    }
}
