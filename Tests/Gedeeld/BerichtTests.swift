// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Foundation
import Inburgering
import RegieRuntime
import RegieTestKit
import Synchronization
import Testing

/// A real daemon that stands still while it sends, and another one that takes over.
@Suite(
    .enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"),
    .serialized,
    .timeLimit(.minutes(4))
)
struct BerichtTests {
    /// Lets requests through from a moment on; until then those that come first wait.
    private final class Poortwachter: Sendable {
        private let open = Mutex(false)
        private let wachten = Mutex(0)
        private let hoogstens: Int

        init(hoogstens: Int) { self.hoogstens = hoogstens }

        func laatDoor() { open.withLock { $0 = true } }

        func kom() async {
            let moetWachten = wachten.withLock { wachten in
                wachten += 1
                return wachten <= hoogstens
            }
            guard moetWachten else { return }
            while !open.withLock({ $0 }) { await Wachten.even() }
        }
    }

    /// The daemon sends so many at a time.
    private static let tegelijk = 8
    private static let aantal = 40

    @Test func `een daemon die stilstond terwijl hij verzond, verzendt niets nog eens`() async throws {
        let wachter = Poortwachter(hoogstens: Self.tegelijk)
        try await Proefserver.met(antwoord: { verzoek in
            await wachter.kom()
            return .init(201, koppen: ["berichtId": verzoek.koppen["berichtid"] ?? ""])
        }) { duo in
            try await Gedeeldeopslag.met { opslag in
                let poort = try #require(URL(string: duo.url)?.port)
                let daemons = [try opslag.configuratie(duo: poort), try opslag.configuratie(duo: poort)]
                try await zetKlaar(opslag, daemons[0])
                let eerste = try await daemons[0].startGereed()
                try await Wachten.tot("de eerste is aan het verzenden", toelichting: { eerste.foutuitvoer }) {
                    duo.verzoeken.count == Self.tegelijk
                }
                let onderweg = Set(duo.verzoeken.compactMap { $0.koppen["berichtid"] })
                kill(eerste.pid, SIGSTOP)
                let tweede = try await daemons[1].startGereed()
                try await Wachten.tot("de tweede neemt het over", toelichting: { tweede.foutuitvoer }) {
                    try await opslag.store.countOutbox()["verzonden"] == Self.aantal
                }
                wachter.laatDoor()
                kill(eerste.pid, SIGCONT)
                try await Wachten.tot("de eerste merkt dat hij te laat is", toelichting: { eerste.foutuitvoer }) {
                    let teLaat = try await daemons[0].metriek("regie_jobs_lease_verlopen_total")
                    let afgebroken = try await daemons[0].metriek(
                        #"regie_jobs_afgerond_total{soort="outbox",uitkomst="afgebroken"}"#
                    )
                    return teLaat + afgebroken > 0
                }
                #expect(await eerste.stop() == 0)
                #expect(await tweede.stop() == 0)
                try await klopt(opslag, duo.verzoeken, onderweg)
            }
        }
    }

    /// What was on its way when time stood still may have gone out again, under the same berichtId; nothing else did, and
    /// each message has one outcome.
    private func klopt(_ opslag: Gedeeldeopslag, _ verzoeken: [Proefserver.Verzoek], _ onderweg: Set<String>)
        async throws
    {
        let keren = Dictionary(grouping: verzoeken.compactMap { $0.koppen["berichtid"] }) { $0 }.mapValues(\.count)
        #expect(keren.count == Self.aantal)
        for (bericht, aantal) in keren where !onderweg.contains(bericht) { #expect(aantal == 1, "\(bericht)") }
        for bericht in onderweg { #expect(keren[bericht, default: 0] <= 2) }
        let regels = try await opslag.store.listOutbox(status: nil, limiet: 999, overslaan: 0)
        #expect(Set(regels.map(\.bericht.berichtId)) == Set(keren.keys))
        for regel in regels {
            #expect(regel.status == .verzonden)
            #expect(regel.pogingen == 1)
        }
        let audit = try await opslag.store.listAudit(object: nil, actor: "regied", voor: nil, limiet: 999)
        #expect(audit.filter { $0.regel.actie == "bericht.verzonden" }.count == Self.aantal)
        #expect(audit.filter { $0.regel.actie.hasPrefix("bericht.") }.count == Self.aantal)
    }

    /// A PIP to be sent for each of a number of people.
    private func zetKlaar(_ opslag: Gedeeldeopslag, _ daemon: Daemon) async throws {
        let config = try RegieConfig.load(
            path: opslag.map.appending(path: daemon.configuratie).path(),
            environment: [:]
        )
        let installatie = try await Installatie.open(config)
        let dienst = installatie.dienst(op: opslag.store)
        let (nu, vandaag) = (Systeemklok().nu, Systeemklok().vandaag)
        for plaats in 0..<Self.aantal {
            let wie = PersoonsgegevensOntvangen(bsn: TestIdentity.bsn(plaats))
            let pip = PIPVastgesteld(
                dagtekening: vandaag.plus(dagen: -3),
                leerroute: .z,
                aantalVoortgangsgesprekken: 4,
                urenPVT: 10
            )
            let feiten = [
                Stap.NieuwFeit(geldigOp: vandaag, bekendOp: nu, bron: .brp, feit: .persoonsgegevensOntvangen(wie)),
                Stap.NieuwFeit(
                    geldigOp: pip.dagtekening,
                    bekendOp: nu,
                    bron: .gemeente,
                    feit: .pipVastgesteld(pip)
                ),
            ]
            _ = try await dienst.leg(vast: feiten, in: nil, reden: "proef")
        }
        await installatie.sluit()
    }
}
