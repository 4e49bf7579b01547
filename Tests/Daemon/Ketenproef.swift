// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeDUO
import ExchangeTestKit
import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Synchronization

@testable import RegieRuntime

/// The work of the daemon without the process around it: a real storage, and a DUO of the test's own on a socket.
struct Ketenproef: Sendable {
    let installatie: Proefinstallatie
    let klok = TestClock()
    let store: any GemeenteStore
    let dienst: DossierService

    init(logboek: String? = nil) async throws {
        installatie = try await Proefinstallatie(logboek: logboek)
        let config = try RegieConfig.load(path: installatie.map.appending(path: "regie.yaml").path(), environment: [:])
        let open = try await Installatie.open(config, klok: klok)
        store = try await open.store(
            installatie.gemeente,
            als: Toegang(actor: "proef", rol: .systeem, doel: "proef", oorsprong: "proef")
        )
        dienst = open.dienst(op: store)
    }

    /// Runs with a DUO that answers so; the request's berichtId is put on every answer.
    func met(
        duo antwoord: @escaping @Sendable (Proefserver.Verzoek) async -> Proefserver.Antwoord,
        _ proef: @Sendable (DUOKoppeling, Proefserver) async throws -> Void
    ) async throws {
        try await Proefserver.met(antwoord: { verzoek in
            var uit = await antwoord(verzoek)
            uit.koppen["berichtId"] = verzoek.koppen["berichtid"] ?? ""
            return uit
        }) { server in
            guard let duo = OIN(Proefinstallatie.duo), let eigen = OIN(Proefinstallatie.oin) else {
                throw Proeffout(description: "geen OIN")
            }
            let koppeling = try DUOKoppeling(
                endpoint: PartnerEndpoint(url: server.url, partnerOIN: duo),
                gemeenten: [installatie.gemeente: eigen],
                klok: klok,
                logger: Logvanger().logger
            )
            do {
                try await proef(koppeling, server)
            } catch {
                await koppeling.sluit()
                throw error
            }
            await koppeling.sluit()
        }
    }

    /// One run of the inbox.
    func verwerk(_ duo: DUOKoppeling) async throws {
        let lezers = duo.lezer(voor: installatie.gemeente).map { [$0] } ?? []
        let dienst = dienst
        try await alsTaak {
            try await NotificatieHandler(dienst: { _ in dienst }, lezers: { _ in lezers }).run($0, in: store)
        }
    }

    /// One run of the outbox.
    func verzend(_ duo: DUOKoppeling) async throws { try await alsTaak { try await verzend(duo, als: $0) } }

    /// One run of the outbox, for a job that was claimed.
    func verzend(_ duo: DUOKoppeling, als taak: Job) async throws {
        let verzenders = duo.verzender(voor: installatie.gemeente).map { [$0] } ?? []
        let dienst = dienst
        try await VerzendHandler(dienst: { _ in dienst }, verzenders: { _ in verzenders }).run(taak, in: store)
    }

    /// A job of the proof's own, claimed as the engine does.
    func alsTaak(_ werk: (Job) async throws -> Void) async throws {
        _ = try await store.enqueue([NewJob("proef", vanaf: klok.nu)])
        guard
            let taak = try await store.claim(soorten: ["proef"], aantal: 1, door: "proef", op: klok.nu).first
        else { throw Proeffout(description: "geen taak") }
        try await werk(taak)
        _ = try await store.complete(taak.id, lease: taak.lease, op: klok.nu)
    }

    /// Has DUO tell that somebody is inburgeringsplichtig.
    @discardableResult
    func meld(_ naam: String, bsn: Bsn?, vnummer: VNummer? = nil, soort: String = "SS101") async throws
        -> Berichtsleutel
    {
        var velden = Veldschrijver()
        velden.zet("registratieDatumTijd", "2024-03-01T09:00:00Z")
        velden.zet("gebeurtenisId", soort)
        velden.zet("bsn", bsn?.cijfers)
        velden.zet("vNummer", vnummer.map { Int($0.waarde) })
        let sleutel = Berichtsleutel(.duo, naam)
        let bericht = InkomendBericht(
            sleutel: sleutel,
            soort: soort,
            ontvangenOp: klok.nu,
            bsn: bsn,
            vnummer: vnummer,
            ruw: velden.json.bytes
        )
        _ = try await store.receive([bericht])
        return sleutel
    }

    func status(_ sleutel: Berichtsleutel) async throws -> InboxStatus? { try await store.findInbox(sleutel)?.status }

    /// A dossier of somebody with these numbers, and what else was recorded.
    func dossier(bsn: Bsn?, vnummer: VNummer? = nil, _ meer: [Stap.NieuwFeit] = []) async throws -> DossierID {
        let wie = identiteit(bsn: bsn, vnummer: vnummer)
        return try await dienst.leg(vast: [wie] + meer, in: nil, reden: "proef").dossier
    }

    func identiteit(bsn: Bsn?, vnummer: VNummer? = nil) -> Stap.NieuwFeit {
        feit(.persoonsgegevensOntvangen(PersoonsgegevensOntvangen(bsn: bsn, vnummer: vnummer)), bron: .brp)
    }

    func pip(_ dagen: Int, leerroute: Leerroute = .z) -> Stap.NieuwFeit {
        feit(
            .pipVastgesteld(
                PIPVastgesteld(
                    dagtekening: klok.vandaag.plus(dagen: dagen),
                    leerroute: leerroute,
                    aantalVoortgangsgesprekken: 4,
                    urenPVT: 10
                )
            ),
            dagen: dagen
        )
    }

    private func feit(_ feit: Feit, dagen: Int = 0, bron: Bron = .gemeente) -> Stap.NieuwFeit {
        Stap.NieuwFeit(geldigOp: klok.vandaag.plus(dagen: dagen), bekendOp: klok.nu, bron: bron, feit: feit)
    }

    /// Damages the last fact of a dossier, past the store.
    func beschadig(_ dossier: DossierID) throws {
        let pad = installatie.map.appending(path: "data/0363.sqlite").path()
        let alfabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        let nummer = dossier.tekst.reduce(Int64(0)) { $0 << 5 | Int64(alfabet.firstIndex(of: $1) ?? 0) }
        var configuratie = Configuration()
        configuratie.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: pad, configuration: configuratie)
        try queue.write { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS gebeurtenis_staat_vast")
            try db.execute(
                sql: "UPDATE gebeurtenis SET inhoud = zeroblob(length(inhoud)) WHERE dossier = ?",
                arguments: [nummer]
            )
            guard db.changesCount > 0 else { throw Proeffout(description: "geen feit om te beschadigen") }
        }
        try queue.close()
    }

    /// DUO's answers about somebody who is inburgeringsplichtig; nothing else is known there.
    static func plicht(_ verzoek: Proefserver.Verzoek) -> Proefserver.Antwoord {
        if verzoek.pad.hasSuffix("/inburgeringsplicht") {
            return .init(200, #"{"indicatorInburgeringsplicht":true,"begindatum":"2024-02-01"}"#)
        }
        if verzoek.pad.hasSuffix("/doelgroep") {
            return .init(200, #"{"indeling":"Asielstatushouder","begindatum":"2024-02-01"}"#)
        }
        return .init(404)
    }
}

/// What DUO answers now; a test changes it.
final class Stemming: Sendable {
    private let huidig: Mutex<Int>
    init(_ status: Int) { huidig = Mutex(status) }
    var status: Int {
        get { huidig.withLock { $0 } }
        set { huidig.withLock { $0 = newValue } }
    }
}
