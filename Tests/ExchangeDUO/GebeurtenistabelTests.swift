// SPDX-License-Identifier: EUPL-1.2

import ExchangeTestKit
import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Elke gebeurtenis leidt tot de raadplegingen die zij noemt` {
    /// The APIs of DUO's page by what they have to read; written down here apart from the table in the code.
    static let api: [Character: [String]] = [
        "P": ["/doelgroep", "/doelgroep/historie", "/inburgeringsplicht", "/inburgeringsplicht/historie"],
        "T": ["/inburgeringstermijn", "/inburgeringstermijn/historie"],
        "E": ["/examens/gratispogingen", "/examens/resultaten"],
        "V": ["/vrijstellingen"], "O": ["/ontheffingen"], "L": ["/verlengingen"], "B": ["/boetes"],
        "I": ["/PIP"], "t": ["/lbt/examennummer", "/lbt/resultaten"], "r": ["/lbt/resultaten"],
        "G": ["/gebeurtenissen"], "S": ["/map", "/pvt", "/uren"],
    ]
    static let genoemd: [(String, String)] = [
        ("SS101", "PE"), ("SS128", "PE"), ("SS139", "PE"), ("SS129", "PEV"), ("SS120", "PE"), ("SS121", "PTE"),
        ("SS124", "P"), ("SS125", "P"), ("SS109", "PV"), ("SS110", "P"), ("SS111", "P"), ("SS106", "P"),
        ("SS107", "PV"), ("SS108", "PO"), ("SS137", "t"), ("SS131", "r"), ("SS102", "T"), ("SS199", "E"),
        ("SS103", "T"), ("SS104", "TL"), ("SS130", "PTIEV"), ("SS198", "B"), ("SS112", "L"), ("SS113", "L"),
        ("SS114", "V"), ("SS115", "V"), ("SS116", "V"), ("SS117", "VE"), ("SS118", "OL"), ("SS119", "OLE"),
        ("SS122", "GS"), ("SS123", "GS"), ("SS126", "GI"), ("SS127", "G"), ("SS132", "G"), ("SS133", "G"),
        ("SS135", "G"), ("SS136", "G"), ("SS140", "GO"), ("SS141", "GP"), ("SS142", "G"),
    ]

    /// Lists with something in them, where the event is about what stands there.
    static let gevuld: DUOServer.Antwoorden = [
        "/vrijstellingen": .init(200, voorbeeld("vrijstellingen")),
        "/lbt/resultaten": .init(200, voorbeeld("lbtResultaten")),
        "/examens/resultaten": .init(200, voorbeeld("examenresultaten")),
    ]

    private static func voorbeeld(_ naam: String) -> String {
        let goed = (try? Proef.bestanden("good").flatMap { try Proef.fixture("good/\($0)")["antwoorden"]?.leden ?? [] })
        return goed?.first { $0.sleutel == naam && $0.waarde.lijst?.isEmpty == false }?.waarde.description ?? "[]"
    }

    @Test(arguments: genoemd)
    func `tegen een echte server`(soort: String, apis: String) async throws {
        let (uitkomst, gevraagd) = try await DUOServer.lees(
            try Proef.notificatie(soort),
            voor: try Proef.dossier([]),
            Self.gevuld
        )
        #expect(uitkomst.soorten != nil, "\(uitkomst)")
        let verwacht = apis.flatMap { Self.api[$0] ?? [] }.sorted()
        #expect(gevraagd.map { DUOServer.einde($0.pad) }.sorted() == verwacht)
        #expect(
            gevraagd.allSatisfy {
                $0.methode == "GET" && $0.koppen["bron"] == Proef.eigenOIN && $0.koppen["doel"] == Proef.duoOIN
            }
        )
        // Every request has an id of its own.
        #expect(Set(gevraagd.compactMap { $0.koppen["berichtid"] }).count == gevraagd.count)
    }

    @Test func `de tabel heeft er geen die hier niet staat`() {
        #expect(Gebeurtenistabel.raadplegingen.keys.sorted() == Self.genoemd.map(\.0).sorted())
    }

    @Test func `een onbekende gebeurtenis vraagt niets en zegt de beheerder waarom`() async throws {
        let (uitkomst, gevraagd) = try await DUOServer.lees(try Proef.notificatie("SS777"), voor: try Proef.dossier([]))
        #expect(uitkomst.mislukt?.contains("SS777") == true)
        #expect(gevraagd.isEmpty)
    }
}
