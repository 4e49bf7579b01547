// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

extension ChaosTests {
    @Test(
        .enabled(if: KleineSchijf.kan, "alleen root kan hier een kleine schijf aankoppelen"),
        .timeLimit(.minutes(15))
    )
    func `de schijf van de database is vol`() async throws {
        let server = try await PostgresServer.start(kleineSchijf: 48)
        guard let schijf = server.schijf else { throw TeLaat(description: "geen kleine schijf") }
        try await server.execute("CREATE TABLESPACE klein LOCATION '\(schijf.map.path)'")
        try await Stad.met(server, tablespace: "klein") { stad in
            try await beproef("schijf vol", stad) { last in
                try schijf.vul()
                try await last.hapert()
                // Full for so long that the work on the inbox ran into it more than once.
                try await Wachten.tot("de taken stranden", binnen: Instelling.geduld, toelichting: { stad.logs }) {
                    let keren = [0, 1].map { stad.log($0).split(separator: "job uitgesteld").count - 1 }
                    return keren.reduce(0, +) >= min(Instelling.ronden, 4)
                }
                #expect([0, 1].contains { stad.log($0).contains("De schijf van PostgreSQL is vol") })
                schijf.maakVrij()
            }
        }
        await server.stop()
    }

    @Test(
        .enabled(if: KleineSchijf.kan, "alleen root kan hier een kleine schijf aankoppelen"),
        .timeLimit(.minutes(15))
    )
    func `de schijf van de WAL is vol, en PostgreSQL houdt ermee op`() async throws {
        let server = try await PostgresServer.start(
            kleineSchijf: 24,
            metWAL: true,
            settings: ["min_wal_size": "2MB", "max_wal_size": "4MB"]
        )
        guard let schijf = server.schijf else { throw TeLaat(description: "geen kleine schijf") }
        try await Stad.met(server) { stad in
            try await beproef("schijf van de WAL vol", stad) { last in
                let daemons = try [0, 1].map { try stad.daemon($0) }
                // What fills it in a machine room: a replica that is gone, for which all WAL is kept.
                try await server.execute("SELECT pg_create_physical_replication_slot('weg', true)")
                try schijf.vul()
                try await Wachten.tot(
                    "PostgreSQL houdt ermee op",
                    binnen: Instelling.geduld,
                    toelichting: { server.log },
                    elke: .milliseconds(200)
                ) {
                    // Leaves the rest of a file unused, so that few writes of the daemons need the next one.
                    _ = try? await server.execute("SELECT pg_switch_wal()")
                    return !server.draait
                }
                #expect(server.log.contains(/PANIC: .*pg_wal.*No space left on device/))
                try await last.hapert()
                for nummer in [0, 1] { try await meldtUitval(stad, nummer) }
                schijf.maakVrij()
                try await server.start()
                try await server.execute("SELECT pg_drop_replication_slot('weg')")
                // They sat it out: nobody started them again.
                #expect(daemons.allSatisfy { $0.leeft })
            }
        }
        await server.stop()
    }

    /// A daemon without a database works on, takes nothing, and tells the beheerder where to look.
    private func meldtUitval(_ stad: Stad, _ nummer: Int) async throws {
        try await Wachten.tot(
            "regied \(nummer) is niet gereed",
            binnen: Instelling.geduld,
            toelichting: { stad.logs }
        ) { await stad.status(nummer, "/health/ready") == 503 }
        #expect(await stad.status(nummer, "/health/live") == 200)
        try await Wachten.tot(
            "het log van regied \(nummer) zegt wat te doen",
            binnen: Instelling.geduld,
            toelichting: { stad.logs }
        ) {
            stad.log(nummer).split(separator: "\n").contains {
                $0.contains("PostgreSQL is niet te bereiken")
                    && $0.contains("vaak is een schijf vol, ook die van pg_wal")
            }
        }
    }
}
