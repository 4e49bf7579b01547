// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

/// Facts are corrected by later facts, and an assessment can be made of what was known at an earlier moment.
@Suite struct `Correcties en wat toen bekend was` {
    private func gebeurtenis(_ json: JSON, _ volgnummer: Int, bekend: String) throws -> Gebeurtenis {
        let moment = Tijdstip(bekend)
        return try Gebeurtenis(json: json, volgnummer: volgnummer, bekendOp: moment)
    }

    private func dossier(bekendOp: String? = nil) throws -> Dossier {
        let feiten = [
            try gebeurtenis(
                ["soort": "PIPVastgesteld", "dagtekening": "2024-03-01", "leerroute": "B"],
                1,
                bekend: "2024-03-01T09:00:00Z"
            ),
            try gebeurtenis(
                ["soort": "Gecorrigeerd", "volgnummer": 1, "reden": "verkeerde dag", "geldigOp": "2024-03-10"],
                2,
                bekend: "2024-03-10T09:00:00Z"
            ),
            try gebeurtenis(
                ["soort": "PIPVastgesteld", "dagtekening": "2024-03-04", "leerroute": "B"],
                3,
                bekend: "2024-03-10T09:00:01Z"
            ),
            try gebeurtenis(
                ["soort": "Gecorrigeerd", "volgnummer": 2, "reden": "toch goed", "geldigOp": "2024-04-01"],
                4,
                bekend: "2024-04-01T09:00:00Z"
            ),
        ]
        return Dossier(
            id: DossierID.nieuw(),
            gemeente: try #require(Gemeentecode("0363")),
            gebeurtenissen: feiten,
            bekendOp: bekendOp.flatMap { Tijdstip($0) }
        )
    }

    private func begin(_ dossier: Dossier) throws -> Datum? {
        try Wet.beoordelaar().beoordeel(dossier, op: try dag("2024-05-01")).termijnen
            .first { $0.code == .inburgeringstermijn }?.begin
    }

    @Test func `voor de correctie telt het eerste feit`() throws {
        #expect(try begin(dossier(bekendOp: "2024-03-09T12:00:00Z")) == Datum("2024-03-02"))
    }

    @Test func `na de correctie telt het nieuwe feit`() throws {
        #expect(try begin(dossier(bekendOp: "2024-03-31T12:00:00Z")) == Datum("2024-03-05"))
    }

    @Test func `een gecorrigeerde correctie telt niet meer`() throws {
        #expect(try begin(dossier()) == Datum("2024-03-02"))
    }

    @Test func `wat na de peildatum geldt telt niet`() throws {
        let uit = try Wet.beoordelaar().beoordeel(try dossier(), op: try dag("2024-02-29"))
        #expect(uit.termijnen.isEmpty)
        #expect(uit.stand.leerroute == nil)
    }
}
