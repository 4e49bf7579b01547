// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieRuntime
import RegieTestKit
import Testing

/// The night of one gemeente, shared by real daemons on a real PostgreSQL.
@Suite(
    .enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"),
    .serialized,
    .timeLimit(.minutes(5))
)
struct NachtTests {
    private static let einde = "SELECT count(*) FROM regie.nacht WHERE klaar_op IS NOT NULL"

    @Test func `twee daemons zien dezelfde tik en doen samen één nacht`() async throws {
        try await Gedeeldeopslag.met { opslag in
            let ids = try await opslag.vul(1_500)
            // Both find the last tick missed as soon as they start.
            _ = try await opslag.sql(
                """
                INSERT INTO regie.schema (gemeente, naam, laatste)
                SELECT '\(opslag.gemeente)', 'termijnbewaking', (extract(epoch FROM now()) * 1000)::bigint - 172800000
                """
            )
            let daemons = [try opslag.configuratie(), try opslag.configuratie()]
            let processen = try daemons.map { try $0.start() }
            try await Wachten.tot("de nacht is klaar", toelichting: { processen[0].foutuitvoer }) {
                try await opslag.getal(Self.einde) == 1
            }
            #expect(try await opslag.getal("SELECT count(*) FROM regie.tik WHERE schema = 'termijnbewaking'") == 1)
            #expect(try await opslag.getal("SELECT count(*) FROM regie.nacht") == 1)
            #expect(try await opslag.getal("SELECT count(*) FROM regie.nachtdeel WHERE klaar_op IS NOT NULL") == 75)
            #expect(try await opslag.getal("SELECT count(DISTINCT proces) FROM regie.nachtdeel") == 2)
            let minste = try await opslag.getal(
                "SELECT min(aantal) FROM (SELECT count(*) AS aantal FROM regie.nachtdeel GROUP BY proces) AS deling"
            )
            #expect(minste >= 10, "de minst belaste daemon deed \(minste) van 75 delen")
            try await klopt(opslag, ids)
            var gezien = 0.0
            for daemon in daemons {
                gezien += try await daemon.metriek(#"regie_nacht_dossiers_total{uitkomst="gezien"}"#)
            }
            #expect(gezien == 1_500)
            for proces in processen { #expect(await proces.stop() == 0) }
            #expect(
                try await opslag.getal(
                    "SELECT count(*) FROM regie.job WHERE soort LIKE 'termijnbewaking%' AND status <> 2"
                ) == 0
            )
        }
    }

    @Test(.enabled(if: KleineSchijf.kan, "alleen root kan hier een kleine schijf aankoppelen"))
    func `een deel van de nacht vraagt alleen om de plek voor zijn eigen logregels`() async throws {
        try await Gedeeldeopslag.met { opslag in
            // Room for all of them is asked for at a kilobyte each, and there is less than that above the 16 MiB that must
            // stay free; what they take is some 700 bytes.
            let ids = try await opslag.vul(2_000)
            let schijf = opslag.map.appending(path: "logboek")
            try FileManager.default.createDirectory(at: schijf, withIntermediateDirectories: true)
            let daemon = try opslag.configuratie(logboek: "logboek/dagen")
            let proces = try daemon.start(metSchijf: (16 << 10) + 1_850, op: schijf)
            _ = try await opslag.store.enqueue([NewJob("termijnbewaking", vanaf: TestData.moment)])
            try await Wachten.tot("de nacht is klaar", binnen: 180, toelichting: { proces.foutuitvoer }) {
                guard proces.leeft else { throw TeLaat(description: proces.foutuitvoer) }
                return try await opslag.getal(Self.einde) == 1
            }
            #expect(!proces.foutuitvoer.contains("logboek-faalt"), "\(proces.foutuitvoer.suffix(2_000))")
            try await klopt(opslag, ids)
            #expect(await proces.stop() == 0)
        }
    }

    @Test func `een daemon die halverwege met kill -9 valt, laat niets liggen en niets dubbel`() async throws {
        try await Gedeeldeopslag.met { opslag in
            let ids = try await opslag.vul(2_000)
            let (eerste, tweede) = (try opslag.configuratie(), try opslag.configuratie())
            let sterft = try await eerste.startGereed()
            let naam = try await opslag.sql("SELECT naam FROM regie.proces")
            #expect(!naam.isEmpty)
            let blijft = try await tweede.startGereed()
            let nu = Systeemklok().nu
            _ = try await opslag.store.enqueue([NewJob("termijnbewaking", vanaf: nu, uniek: "termijnbewaking")])
            let houdt =
                "SELECT count(*) FROM regie.job WHERE soort = 'termijnbewaking-deel' AND status = 1 AND proces = '\(naam)'"
            try await Wachten.tot("de eerste is halverwege", toelichting: { sterft.foutuitvoer }) {
                let gedaan = try await opslag.getal(
                    "SELECT count(*) FROM regie.nachtdeel WHERE klaar_op IS NOT NULL AND proces = '\(naam)'"
                )
                let nogBezig = try await opslag.getal(houdt)
                return gedaan >= 3 && nogBezig > 0
            }
            await sterft.dood()
            #expect(try await opslag.getal(houdt) > 0)
            try await Wachten.tot("de ander maakt de nacht af", toelichting: { blijft.foutuitvoer }) {
                try await opslag.getal(Self.einde) == 1
            }
            #expect(try await opslag.getal("SELECT count(*) FROM regie.nachtdeel WHERE klaar_op IS NOT NULL") == 100)
            #expect(try await tweede.metriek("regie_jobs_gered_total") > 0)
            try await klopt(opslag, ids)
            #expect(await blijft.stop() == 0)
        }
    }

    /// Every line is what the assessment of today says, and the night says of itself what was done, once.
    private func klopt(_ opslag: Gedeeldeopslag, _ ids: [DossierID]) async throws {
        let regels = try await opslag.store.countWork(WorkFilter())
        #expect(regels >= ids.count)
        let som = try await opslag.sql("SELECT sum(gezien), sum(gewijzigd) FROM regie.nachtdeel")
        #expect(som == "\(ids.count)|\(ids.count)")
        let audit = try await opslag.store.listAudit(object: nil, actor: "regied", voor: nil, limiet: 99)
        #expect(
            audit.filter { $0.regel.actie == "termijnbewaking" }.map(\.regel.object)
                == ["\(ids.count) dossiers, \(ids.count) gewijzigd"]
        )
        let config = try RegieConfig.load(
            path: opslag.map.appending(path: try opslag.configuratie().configuratie).path(),
            environment: [:]
        )
        let installatie = try await Installatie.open(config)
        let (beoordelaar, vandaag) = (installatie.beoordelaar(opslag.gemeente), Systeemklok().vandaag)
        let nogmaals = try await opslag.store.assessAll(omvang: 500) { dossier in
            dossier.werkregels(beoordelaar.beoordeel(dossier, op: vandaag))
        }
        #expect(nogmaals.gezien == ids.count)
        #expect(nogmaals.gewijzigd == 0)
        #expect(try await opslag.store.countWork(WorkFilter()) == regels)
        await installatie.sluit()
    }
}
