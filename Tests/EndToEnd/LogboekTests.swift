// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import KetensimulatorKit
import KetensimulatorTestKit
import RegieTestKit
import Testing

/// The logboek dataverwerkingen of the real programs, on either storage.
@Suite(.serialized) struct LogboekTests {
    @Test(.timeLimit(.minutes(8)), arguments: ["sqlite", "postgresql"])
    func `elke verwerking geeft haar regel, en geen regel noemt iemand`(_ opslag: String) async throws {
        let opstelling = try await Opstelling.maak(.een())
        let log = try await opstelling.metLogboek(opslag)
        let bsn = Wereld.nummers[0]
        let regied = try await opstelling.regied()
        let spoor = "4bf92f3577b34da6a3ce929d0e0e4736"
        let melding = #"{"registratieDatumTijd":"2026-03-02T10:00:00Z","bsn":"\#(bsn)","gebeurtenisId":"SS139"}"#
        #expect(
            try await opstelling.regie.notificatie(melding, extra: [("traceparent", "00-\(spoor)-00f067aa0ba902b7-01")])
                .status == 201
        )
        var gevonden: String?
        var keren = 0
        try await Wachten.tot("het dossier is er", toelichting: { regied.foutuitvoer }) {
            keren += 1
            gevonden = try await opstelling.dossier(van: bsn)
            return gevonden != nil
        }
        let id = try #require(gevonden)
        try await opstelling.regie("dossier", "show", id)
        try await opstelling.regie("dossier", "list")
        try await opstelling.regie("job", "list")
        try await opstelling.regie(
            "pip",
            "vaststellen",
            id,
            "--dagtekening",
            "\(Wereld.vandaag)",
            "--leerroute",
            "Z",
            "--gesprekken",
            "6",
            "--uren-pvt",
            "12",
            "--reden",
            "proef"
        )
        try await Wachten.tot("het PIP kwam aan", toelichting: { regied.foutuitvoer }) {
            try await opstelling.verzoeken().contains {
                $0["methode"]?.alsTekst == "POST" && $0["status"]?.alsHeel == 201
            }
        }
        try await opstelling.regie("job", "run", "termijnbewaking", "--reden", "proef")
        try await Wachten.tot("de termijnen zijn bewaakt", toelichting: { regied.foutuitvoer }) {
            try log.spans().contains { $0.naam == "Termijnen bewaken" && $0.ouder == nil }
        }
        // DUO tells of the PIP that it took, so there is one more message; each try at one is a processing.
        var berichten: [JSON] = []
        var lijsten = 0
        try await Wachten.tot("alle berichten zijn af", toelichting: { regied.foutuitvoer }) {
            lijsten += 1
            berichten = try await opstelling.regie("bericht", "list")["berichten"]?.lijst ?? []
            return berichten.count >= 3
                && berichten.allSatisfy { ["verwerkt", "verzonden"].contains($0["status"]?.tekst) }
        }
        #expect(await regied.stop() == 0)
        func pogingen(_ richting: String) -> Int {
            berichten.filter { $0["richting"]?.tekst == richting }.compactMap { $0["pogingen"]?.getal }.reduce(0, +)
        }

        let alle = try log.spans()
        let gelijst = alle.filter { $0.naam == "Lijst van berichten bekijken" }
        #expect(gelijst.count { $0.ouder == nil } == lijsten)
        let spans = alle.filter { $0.naam != "Lijst van berichten bekijken" }
        let aantal = Dictionary(grouping: spans, by: \.naam).mapValues(\.count)
        #expect(
            aantal == [
                "Melding van een ketenpartner ontvangen": berichten.count { $0["richting"]?.tekst == "in" },
                "Melding van een ketenpartner verwerken": pogingen("in"),
                "Bericht aan een ketenpartner verzenden": pogingen("uit"),
                "Dossier zoeken": keren, "Dossier bekijken": 1, "Lijst van dossiers bekijken": 1,
                "Feit vastleggen in een dossier": 1, "Termijnen bewaken": 2,
            ]
        )
        #expect(spans.allSatisfy { $0.status == 1 }, "\(spans.map { ($0.naam, $0.status) })")
        #expect(Set(spans.map(\.id)).count == spans.count)
        let ontvangen = try #require(spans.first)
        #expect(ontvangen.spoor == spoor && ontvangen.ouder == "00f067aa0ba902b7")
        #expect(Set(spans.compactMap(\.wie)).count == 1)
        #expect(!log.noemt(bsn))
        // No user, no dossier, no berichtId: there is nothing in a line but these.
        #expect(
            Set(spans.flatMap(\.attributen.keys)) == [
                "dpl.core.processing_activity_id", "dpl.core.data_subject_id", "dpl.core.data_subject_id_type",
                "dpl.core.foreign_operation.processor",
            ]
        )

        // Whoever asks what was done with his data gets all of it, each with the trace that the audit log names too.
        let regels = try await opstelling.regie("logboek", "toon", id)["regels"]?.lijst ?? []
        #expect(regels.count == alle.count { $0.wie != nil })
        let getoond = try #require(spans.first { $0.naam == "Dossier bekijken" })
        let audit = try await opstelling.regie("audit", "list", "--object", id)["regels"]?.lijst ?? []
        let wie = audit.filter { $0["oorsprong"]?.tekst?.contains(getoond.spoor) == true }
        #expect(wie.count == 1 && wie.first?["actie"]?.tekst == "dossier.lees")
        await opstelling.opruimen()
    }

    @Test(.timeLimit(.minutes(8)))
    func `na kill -9 heeft elke bevestigde melding haar regel, en zijn alle regels heel`() async throws {
        let opstelling = try await Opstelling.maak(.een())
        let log = try await opstelling.metLogboek("sqlite")
        var bevestigd = 0
        for ronde in 0..<4 {
            let regied = try await opstelling.regied()
            let klant = opstelling.regie
            let bevestigingen = Bevestigingen()
            bevestigd += try await withThrowingTaskGroup(of: Int.self) { groep in
                for baan in 0..<4 {
                    groep.addTask {
                        var gelukt = 0
                        for index in 0..<500 {
                            let bsn = Wereld.nummers[(baan + index) % Wereld.nummers.count]
                            let melding =
                                #"{"registratieDatumTijd":"2026-03-02T10:00:00Z","bsn":"\#(bsn)","gebeurtenisId":"SS101"}"#
                            guard let antwoord = try? await klant.notificatie(melding) else { break }
                            guard antwoord.status == 201 else { continue }
                            gelukt += 1
                            bevestigingen.tel()
                        }
                        return gelukt
                    }
                }
                groep.addTask {
                    try await bevestigingen.tot(Int.random(in: 4...150))
                    await regied.dood()
                    return 0
                }
                return try await groep.reduce(0, +)
            }
            #expect(!regied.leeft, "ronde \(ronde)")
        }
        #expect(bevestigd > 0)
        // The next write takes away what was broken off; then every line is a span.
        let regied = try await opstelling.regied()
        let laatste =
            #"{"registratieDatumTijd":"2026-03-02T10:00:00Z","bsn":"\#(Wereld.nummers[0])","gebeurtenisId":"SS101"}"#
        #expect(try await opstelling.regie.notificatie(laatste).status == 201)
        await regied.dood()
        #expect(log.bytes.last == 10)
        let spans = try log.spans()
        #expect(spans.count { $0.naam == "Melding van een ketenpartner ontvangen" } >= bevestigd + 1)
        #expect(Set(spans.map(\.id)).count == spans.count)
        for bsn in Wereld.nummers { #expect(!log.noemt(bsn)) }
        await opstelling.opruimen()
    }
}

extension Opstelling {
    /// Gives the installation a log, and PostgreSQL when asked; where the log is.
    func metLogboek(_ opslag: String) async throws -> Logproef {
        var tekst = try String(contentsOfFile: config, encoding: .utf8)
        tekst += "logboek: { map: var/logboek, register: \"https://register.example/avg\" }\n"
        if opslag == "postgresql" {
            let server = try await PostgresServer.shared()
            for rol in ["regie_eigenaar", "regie_app"] {
                // Another suite may have made them.
                _ = try? await server.execute("CREATE ROLE \(rol) LOGIN")
            }
            let naam = try await server.createDatabase()
            _ = try await server.execute("ALTER DATABASE \(naam) OWNER TO regie_eigenaar")
            let (app, eigenaar) = ("regie_app", "regie_eigenaar")
            tekst.replace(
                "{ kind: sqlite, path: var/data }",
                with: "{ kind: postgresql, url: \"\(server.url(database: naam, user: app))\", migratieUrl: "
                    + "\"\(server.url(database: naam, user: eigenaar))\" }"
            )
        }
        try Data(tekst.utf8).write(to: URL(filePath: config))
        if opslag == "postgresql" { try await regie("migrate", "--reden", "proef") }
        return Logproef(map: map.appending(path: "var/logboek"))
    }
}
