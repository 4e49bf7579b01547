// SPDX-License-Identifier: EUPL-1.2

import Exchange
import ExchangeTestKit
import Foundation
import Inburgering
import Testing

@testable import ExchangeDUO

/// A text that must be a date.
func dag(_ tekst: String, _ plek: SourceLocation = #_sourceLocation) -> Datum {
    guard let datum = Datum(tekst) else {
        Issue.record("geen datum: \(tekst)", sourceLocation: plek)
        return Datum(dagnummer: 0)
    }
    return datum
}

/// A clock that stands still.
struct VasteKlok: Klok {
    var nu: Tijdstip
    init(_ tekst: String = "2025-06-15T10:00:00Z") { nu = Tijdstip(tekst) ?? Tijdstip(milliseconden: 0) }
}

enum Proef {
    static let bsn = "999990019"
    static let anderBsn = "999990020"
    static let duoOIN = "00000001800866472000"
    static let eigenOIN = "00000001002564440000"
    static let vandaag = dag("2025-06-15")

    static func gemeente() throws -> Gemeentecode { try #require(Gemeentecode("0363")) }
    static func oin(_ cijfers: String) throws -> OIN { try #require(OIN(cijfers)) }

    /// A link to a server of the test.
    static func koppeling(_ url: String, timeout: Duration = .seconds(300), log: Logvanger = Logvanger()) throws
        -> DUOKoppeling
    {
        try DUOKoppeling(
            // Long on purpose: all suites share two cores, and only the tests of a silent DUO are about time.
            endpoint: PartnerEndpoint(
                url: url,
                partnerOIN: oin(duoOIN),
                timeout: timeout,
                connectTimeout: max(timeout, .seconds(5))
            ),
            gemeenten: [gemeente(): oin(eigenOIN)],
            klok: VasteKlok(),
            logger: log.logger
        )
    }

    /// A dossier from facts in the form of the contract, one JSON object each.
    static func dossier(_ feiten: [String], bsn: String? = bsn) throws -> Dossier {
        let identiteit =
            bsn.map { [#"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","bsn":"\#($0)"}"#] } ?? []
        var gebeurtenissen: [Gebeurtenis] = []
        for tekst in identiteit + feiten {
            gebeurtenissen.append(try Gebeurtenis(json: JSON.lees(tekst), volgnummer: gebeurtenissen.count + 1))
        }
        return Dossier(
            id: try #require(DossierID("000000000001")),
            gemeente: try gemeente(),
            gebeurtenissen: gebeurtenissen
        )
    }

    /// Facts about to be recorded.
    static func nieuw(_ feiten: [String]) throws -> [Stap.NieuwFeit] {
        try feiten.map { tekst in
            let g = try Gebeurtenis(json: JSON.lees(tekst), volgnummer: 1)
            return Stap.NieuwFeit(geldigOp: g.geldigOp, bekendOp: VasteKlok().nu, bron: g.bron, feit: g.feit)
        }
    }

    /// A notification as DUO sends it.
    static func notificatie(
        _ soort: String,
        bsn: String? = bsn,
        vnummer: Int? = nil,
        op: String = "2025-06-14T23:30:00Z"
    )
        throws -> InkomendBericht
    {
        var velden = Veldschrijver()
        velden.zet("registratieDatumTijd", op)
        velden.zet("gebeurtenisId", soort)
        velden.zet("bsn", bsn)
        velden.zet("vNummer", vnummer)
        return InkomendBericht(
            sleutel: Berichtsleutel(.duo, "11111111-2222-4333-8444-555555555555"),
            soort: soort,
            ontvangenOp: VasteKlok().nu,
            bsn: bsn.flatMap { Bsn($0) },
            vnummer: vnummer.flatMap { VNummer(waarde: $0) },
            ruw: velden.json.bytes
        )
    }

    /// Facts in the form of the contract, to compare.
    static func json(_ feiten: [Stap.NieuwFeit]) -> [JSON] { feiten.map { $0.gebeurtenis(volgnummer: 1).json } }

    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// The names of the files in a folder of fixtures.
    static func bestanden(_ map: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: fixtures.appendingPathComponent(map).path)) ?? [])
            .sorted()
    }

    static func fixture(_ naam: String) throws -> JSON {
        try JSON.lees(try Data(contentsOf: fixtures.appendingPathComponent(naam)))
    }

    static func context() throws -> Leescontext {
        Leescontext(gemeente: try gemeente(), berichtId: "b", nu: VasteKlok().nu, gemeldOp: dag("2025-06-15"))
    }
}

/// Facts that many tests start from.
enum Feiten {
    static let plicht =
        #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-02-01","doelgroep":"Asielstatushouder","bron":"DUO","wet":"Wi2021"}"#
    static let plichtGezin =
        #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-02-01","doelgroep":"Gezinsmigrant en overige migrant","bron":"DUO"}"#
    static let pipB =
        #"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"B","aantalVoortgangsgesprekken":6,"urenPVT":20}"#
    static let pipZ =
        #"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"Z","aantalVoortgangsgesprekken":6,"urenPVT":20}"#
    static let pipO =
        #"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"O","aantalVoortgangsgesprekken":6,"urenPVT":20}"#
    static let termijn =
        #"{"soort":"InburgeringstermijnVastgesteld","startdatum":"2024-03-16","einddatum":"2027-03-16","bron":"DUO"}"#
    /// A term that ended before the tests' today.
    static let termijnVoorbij =
        #"{"soort":"InburgeringstermijnVastgesteld","startdatum":"2022-06-01","einddatum":"2025-06-01","bron":"DUO"}"#
    static let aanbod =
        #"{"soort":"InburgeringsaanbodGedaan","datum":"2024-04-01","instellingsnummer":"0000000123","verwachteStartdatum":"2024-04-15","verwachteEinddatum":"2026-04-15","indicatorAlfabetiseringsonderwijs":"NVT"}"#
}
