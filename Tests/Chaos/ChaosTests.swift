// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

/// What breaks in a machine room, to two daemons under load. After each of these every acknowledged message is there, each
/// had its effect once, the chains hold and the work goes on.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct ChaosTests {
    /// Under load: everything works, something breaks, everything works again; then the checks.
    func beproef(
        _ naam: String,
        _ stad: Stad,
        _ storing: (Last) async throws -> Void
    ) async throws {
        let last = Last(stad)
        last.start()
        try await last.loopt()
        let voor = Instelling.meet ? try await Doorvoer.meet(last, stad) : nil
        try await storing(last)
        try await voor?.terug(naam, last, stad)
        try await last.loopt()
        #expect(try await stad.bevindingen(na: last) == [])
    }

    /// Gives the daemon that has the messages in hand.
    private func betrap(_ stad: Stad) async throws -> Int {
        var houder = ""
        try await Wachten.tot(
            "een daemon heeft werk in handen",
            binnen: Instelling.geduld,
            toelichting: { stad.logs }
        ) {
            houder = try await stad.sql("SELECT proces FROM regie.job WHERE status = 1 AND soort = 'inbox'")
            return !houder.isEmpty
        }
        return houder == stad.naamVanEerste ? 0 : 1
    }

    @Test(.timeLimit(.minutes(15)))
    func `één van twee daemons gedood met kill -9, met werk in handen`() async throws {
        try await Stad.met { stad in
            try await beproef("SIGKILL van één van twee", stad) { last in
                try await stad.maakDUO(traag: true)
                try await stad.stelPIPsVast(3)
                let getroffen = try await betrap(stad)
                try await stad.daemon(getroffen).dood()
                try await stad.maakDUO(traag: false)
                // The other one takes over what it had in hand, and does it.
                try await last.verwerkt()
                try await stad.start(getroffen)
            }
        }
    }

    @Test(.timeLimit(.minutes(30)))
    func `daemons die telkens weer gedood worden`() async throws {
        try await Stad.met { stad in
            try await beproef("herhaalde SIGKILL", stad) { last in
                for ronde in 0..<Instelling.ronden {
                    let voor = last.bevestigd.count
                    try await stad.daemon(ronde % 2).dood()
                    try await stad.start(ronde % 2)
                    try await Wachten.tot("er wordt weer bevestigd", binnen: Instelling.geduld) {
                        last.bevestigd.count > voor
                    }
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `PostgreSQL herstart, gestopt en gedood`() async throws {
        let server = try await PostgresServer.start()
        try await Stad.met(server) { stad in
            try await beproef("herstart van PostgreSQL", stad) { last in
                try await server.restart(.fast)
                try await last.loopt()
                try await server.restart(.immediate)
                try await last.loopt()
                await server.kill9()
                try await last.hapert()
                try await server.start()
            }
        }
        await server.stop()
    }

    @Test(.timeLimit(.minutes(15)))
    func `alle verbindingen met de database verbroken, telkens weer`() async throws {
        try await Stad.met { stad in
            try await beproef("pg_terminate_backend van alle", stad) { last in
                for _ in 0..<Instelling.ronden {
                    let voor = last.bevestigd.count
                    try await stad.verbreekVerbindingen()
                    try await Wachten.tot("er wordt weer bevestigd", binnen: Instelling.geduld) {
                        last.bevestigd.count > voor
                    }
                }
            }
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `anderen houden alle verbindingen van de database bezet`() async throws {
        try await Stad.met { stad in
            try await beproef("verbindingen op", stad) { last in
                let grens = 4
                try await stad.server.execute("ALTER DATABASE \(stad.database) CONNECTION LIMIT \(grens)")
                try await stad.verbreekVerbindingen()
                var bezetters: [PsqlSessie] = []
                // The daemons want those places too: each one that breaks free is taken.
                while bezetters.count < grens {
                    try await stad.verbreekVerbindingen()
                    let sessie = try PsqlSessie(stad.server, database: stad.database, user: "regie_app")
                    if (try? await sessie.zeg("SELECT 1;", tot: "idle")) == nil {
                        await sessie.sluit()
                    } else {
                        bezetters.append(sessie)
                    }
                }
                try await last.hapert()
                try await stad.server.execute("ALTER DATABASE \(stad.database) CONNECTION LIMIT -1")
                for sessie in bezetters { await sessie.sluit() }
            }
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `iemand laat een transactie open staan die alles vasthoudt`() async throws {
        try await Stad.met { stad in
            try await beproef("idle in transaction", stad) { last in
                let sessie = try PsqlSessie(stad.server, database: stad.database)
                try await sessie.zeg(
                    "BEGIN; LOCK TABLE regie.inbox, regie.job IN SHARE ROW EXCLUSIVE MODE;",
                    tot: "idle in transaction"
                )
                try await last.hapert()
                try await Wachten.tot("het log noemt de oorzaak", binnen: Instelling.geduld, toelichting: { stad.logs })
                {
                    [0, 1].contains { stad.log($0).contains("een ander houdt de gegevens vast") }
                }
                await sessie.sluit()
            }
        }
    }

    @Test(.timeLimit(.minutes(15)))
    func `verbindingen met de database die halfopen blijven`() async throws {
        let server = try await PostgresServer.start(tcp: true)
        let doorgeefluik = try Doorgeefluik(naar: server.port)
        defer { doorgeefluik.sluit() }
        try await Stad.met(server, via: doorgeefluik.poort) { stad in
            try await beproef("halfopen TCP", stad) { last in
                // Held up, so that what is asked is under way when the connections go dead: the worst moment.
                let sessie = try PsqlSessie(server, database: stad.database)
                try await sessie.zeg(
                    "BEGIN; LOCK TABLE regie.inbox IN SHARE ROW EXCLUSIVE MODE;",
                    tot: "idle in transaction"
                )
                try await stad.wacht(
                    "er wordt geschreven",
                    "SELECT count(*) >= 2 FROM pg_stat_activity WHERE usename = 'regie_app' AND wait_event_type = 'Lock'",
                    "t"
                )
                #expect(doorgeefluik.verstom() >= 2)
                await sessie.sluit()
                try await last.hapert()
            }
        }
        await server.stop()
    }

    @Test(.timeLimit(.minutes(15)))
    func `een daemon die stilstond en weer wakker wordt, met werk dat een ander overnam`() async throws {
        try await Stad.met { stad in
            try await beproef("gepauzeerde daemon", stad) { last in
                let begin = ContinuousClock.now
                try await stad.maakDUO(traag: true)
                try await stad.stelPIPsVast(3)
                let getroffen = try await betrap(stad)
                let slaper = try stad.daemon(getroffen)
                slaper.pauzeer()
                try await stad.maakDUO(traag: false)
                // The other one takes over what it had in hand, and does it.
                try await last.verwerkt()
                while begin.duration(to: .now) < .seconds(Instelling.pauze) { await Wachten.even() }
                let gezegd = stad.log(getroffen).count
                slaper.hervat()
                try await Wachten.tot("hij merkt dat zijn werk van een ander is", toelichting: { stad.logs }) {
                    let log = stad.log(getroffen).dropFirst(gezegd)
                    return log.contains("job afgebroken") || log.contains("komt te laat")
                }
            }
        }
    }
}

extension Stad {
    /// As a database administrator does who cleans up.
    func verbreekVerbindingen() async throws {
        _ = try await server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '\(database)' AND usename = 'regie_app' AND application_name NOT LIKE 'sessie-%'"
        )
    }
}
