// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Sends what waits in the outbox, in order per dossier, and records what became of it.
///
/// At least once: when the process dies between the partner's answer and the record of it, the same message goes out
/// again under the same berichtId, by which the partner knows it. A process that was away for so long that another one has
/// its job sends nothing more, and of what it had begun to send it can only record that the partner took it.
public struct VerzendHandler: JobHandler {
    /// The kind of job.
    public static let soort = "outbox"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dienst: @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService
    private let verzenders: @Sendable (Gemeentecode) -> [any Berichtverzender]
    private let wachten: Wachtschema
    private let tegelijk = 8

    /// - Parameters:
    ///   - dienst: makes the service on a store.
    ///   - verzenders: the partners of a gemeente.
    ///   - wachten: how long to wait after a try that failed.
    public init(
        dienst: @escaping @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService,
        verzenders: @escaping @Sendable (Gemeentecode) -> [any Berichtverzender],
        wachten: Wachtschema = Wachtschema()
    ) {
        self.dienst = dienst
        self.verzenders = verzenders
        self.wachten = wachten
    }

    /// Works until nothing is to be sent now. Each round holds at most one message per dossier.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let dienst = try dienst(store)
        let verzenders = verzenders(store.gemeente)
        let vervolg = Vervolg()
        while !Task.isCancelled {
            let regels = try await store.pendingOutbox(
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
                    groep.addTask { try await losVanDeAndere(regel, job.greep, dienst, verzenders, vervolg) }
                }
                try await groep.waitForAll()
            }
        }
        try await vervolg.plan(soort, in: store)
    }

    /// A dossier that cannot be read stops nobody else: its message goes to the beheerder, the others go on.
    private func losVanDeAndere(
        _ regel: OutboxRegel,
        _ greep: JobLease,
        _ dienst: DossierService,
        _ verzenders: [any Berichtverzender],
        _ vervolg: Vervolg
    ) async throws {
        do {
            try await dienst.store.alsVerwerking(Self.soort) {
                try await verzend(regel, greep, dienst, verzenders, vervolg)
            }
        } catch {
            guard let fout = error as? RegieFout, fout.betreftEenDossier else { throw error }
            try await dienst.store.setOutbox(
                regel.bericht.berichtId,
                .mislukt(waarom: fout.watEnWaar),
                greep: greep
            )
        }
    }

    private func verzend(
        _ regel: OutboxRegel,
        _ greep: JobLease,
        _ dienst: DossierService,
        _ verzenders: [any Berichtverzender],
        _ vervolg: Vervolg
    ) async throws {
        let bericht = regel.bericht
        guard let verzender = verzenders.first(where: { $0.partner == bericht.partner }) else {
            try await dienst.store.setOutbox(
                bericht.berichtId,
                .mislukt(waarom: "Er is geen koppeling met \(bericht.partner) ingesteld."),
                greep: greep
            )
            return
        }
        // Offered again by a beheerder, and overtaken since: the partner has what is newer, and keeps it.
        if let later = try await dienst.store.sentAfter(bericht.berichtId) {
            try await dienst.store.setOutbox(
                bericht.berichtId,
                .vervallen(waarom: "Ingehaald door bericht \(later) over hetzelfde, dat later is verzonden."),
                greep: greep
            )
            return
        }
        let dossier = try await dienst.store.readDossier(bericht.dossier)
        // The last question before it goes out: time may have stood still since the list was made.
        guard try await dienst.store.maySend(bericht.berichtId, greep: greep) else { return }
        let uitkomst = await verzender.verzend(bericht, over: dossier)
        Verwerking.huidige?.meld(Verwerkingsuitkomst(uitkomst))
        let status = status(uitkomst, na: regel.pogingen + 1, op: dienst.klok.nu)
        if case .wacht(let tot, _) = status { vervolg.wacht(tot: tot) }
        // The outcome must be recorded even when the dossier changed meanwhile: read it again and try once more.
        for _ in 1...5 {
            let huidig = try await dienst.store.readDossier(bericht.dossier)
            let feiten = feiten(uitkomst)
            var (stap, _) = dienst.stap(
                feiten,
                bij: huidig,
                // What an answer teaches may be the reason for the next message: DUO's id of a contactpersoon is what
                // the person is then coupled to.
                uitgaand: dienst.berichten(over: feiten, in: huidig, op: dienst.klok.nu),
                verzonden: Stap.Verzending(bericht.berichtId, status),
                werkregels: werkregels(bericht, status, huidig),
                audit: AuditRegel(
                    "bericht.\(status.woord)",
                    object: "\(bericht.dossier.tekst) \(bericht.partner):\(bericht.berichtId) \(bericht.soort)",
                    door: dienst.store.toegang,
                    op: dienst.klok.nu
                )
            )
            stap.greep = greep
            do {
                try await dienst.store.append(stap)
                return
            } catch {
                guard error.code == .gelijktijdigGewijzigd else { throw error }
            }
        }
    }

    private func feiten(_ uitkomst: Verzenduitkomst) -> [Stap.NieuwFeit] {
        if case .verzonden(let feiten) = uitkomst { feiten } else { [] }
    }

    private func status(_ uitkomst: Verzenduitkomst, na poging: Int, op nu: Tijdstip) -> OutboxStatus {
        switch uitkomst {
        case .verzonden: .verzonden
        case .geweigerd(let woorden): .geweigerd(woorden: woorden)
        case .defect(let waarom): .mislukt(waarom: waarom)
        case .later(let waarom, let nietVoor):
            .wacht(tot: wachten.tijdstip(na: poging, op: nu, nietVoor: nietVoor), waarom: waarom)
        }
    }

    /// A refusal becomes a line on the werkvoorraad, in the partner's own words; a message of the same kind that is
    /// taken clears it.
    private func werkregels(
        _ bericht: UitgaandBericht,
        _ status: OutboxStatus,
        _ dossier: Dossier
    ) -> [Werkregel.Herkomst: [Werkregel]] {
        let onderwerp = bericht.inhoud["instellingsnummer"]?.tekst.map { "\(bericht.soort):\($0)" } ?? bericht.soort
        let herkomst = Werkregel.Herkomst.bericht("\(bericht.partner):\(onderwerp)")
        switch status {
        case .verzonden: return [herkomst: []]
        case .geweigerd(let woorden):
            let signaal = Signaal(
                .berichtGeweigerd,
                ernst: .dringend,
                actie: "\(bericht.partner.rawValue.uppercased()) weigert '\(bericht.soort)': "
                    + "\(Maskering.maskeer(woorden.joined(separator: " "))) Herstel het en bied het opnieuw aan.",
                grondslag: ["Wi2021 art. 34 lid 1"]
            )
            return [
                herkomst: [
                    Werkregel(
                        dossier: dossier.id,
                        herkomst: herkomst,
                        signaal: signaal,
                        klantmanager: dossier.klantmanager
                    )
                ]
            ]
        default: return [:]
        }
    }
}

extension Beoordelingscode {
    /// A partner refused a message of ours; its own words stand in `actie`.
    public static let berichtGeweigerd = Beoordelingscode(rawValue: "BERICHT_GEWEIGERD")
}
