// SPDX-License-Identifier: EUPL-1.2

import Brieven
import Foundation
import Inburgering
import Policy
import Testing

/// A dossier from facts in JSON, the law and the templates of this working copy.
enum Proef {
    static let wortel = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let sjablonen = Sjabloonmap(eigen: nil, standaard: wortel.appendingPathComponent("config/brieven"))
    static let persoon =
        #"{"soort":"PersoonsgegevensOntvangen","geldigOp":"2024-01-01","bsn":"999990019","voornamen":"Zoë & Noor","geslachtsnaam":"d'Ancona","adres":{"straat":"Dorpsstraat","huisnummer":1,"postcode":"1234AB","woonplaats":"Ons Dorp"},"bron":"BRP"}"#
    static let plicht =
        #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-02-01","datumKennisgeving":"2024-03-04","doelgroep":"Gezinsmigrant en overige migrant","bron":"DUO"}"#
    static let asiel =
        #"{"soort":"InburgeringsplichtVastgesteld","begindatum":"2024-02-01","datumKennisgeving":"2024-03-04","doelgroep":"Asielstatushouder","bron":"DUO"}"#
    static func oproep(_ nummer: Int, _ datum: String, _ uiterlijk: String) -> String {
        #"{"soort":"OpgeroepenVoorIntake","datum":"\#(datum)","uiterlijk":"\#(uiterlijk)","volgnummer":\#(nummer),"bron":"gemeente"}"#
    }
    static let waarschuwing =
        #"{"soort":"SchriftelijkGewaarschuwd","datum":"2024-04-16","bij":"intake","bron":"gemeente"}"#
    static func pip(_ meer: String = #","geschatteIntensiteitB1Route":600"#) -> String {
        #"{"soort":"PIPVastgesteld","dagtekening":"2024-04-02","leerroute":"B","aantalVoortgangsgesprekken":6,"urenPVT":12\#(meer),"bron":"gemeente"}"#
    }
    static let overtreding =
        #"{"soort":"OvertredingVastgesteld","datum":"2024-06-03","gedraging":"U kwam op 27 mei 2024 om 10 uur niet naar het voortgangsgesprek op het stadhuis","artikel":"Wi2021 art. 23","verwijtbaarheid":50,"bron":"gemeente"}"#
    static let voornemen =
        #"{"soort":"VoornemenBoeteVerzonden","datum":"2024-06-10","bedrag":25,"artikel":"Wi2021 art. 23","bron":"gemeente"}"#
    static let zienswijze = #"{"soort":"ZienswijzeOntvangen","datum":"2024-06-20","bron":"gemeente"}"#
    static func boete(_ bedrag: Int) -> String {
        #"{"soort":"BoeteOpgelegd","datum":"2024-07-01","bedrag":\#(bedrag),"artikel":"Wi2021 art. 23","bron":"gemeente"}"#
    }

    static func brief(
        _ soort: Briefsoort,
        _ feiten: [String],
        op datum: String,
        reactieTot: String? = nil,
        over: Int? = nil,
        _ sjablonen: Sjabloonmap = sjablonen
    ) throws -> String {
        let json = "{\"gemeente\":\"0363\",\"feiten\":[\(feiten.joined(separator: ","))]}"
        let dossier = try #require(try Casus.lees(json.utf8).casussen.first).dossier
        let dag = try #require(Datum(datum))
        let wet = try WetLader.laad(map: wortel.appendingPathComponent("config/wet"))
        return try Brief(gemeente: "Ons Dorp", datum: dag, reactieTot: reactieTot.flatMap { Datum($0) }, over: over)
            .tekst(soort, dossier, Beoordelaar(wet: wet), try sjablonen.sjabloon(soort))
    }

    /// The code and text of a refusal.
    static func weigering(
        _ soort: Briefsoort,
        _ feiten: [String],
        op datum: String,
        reactieTot: String? = nil,
        over: Int? = nil,
        _ sjablonen: Sjabloonmap = sjablonen
    ) throws -> String {
        let fout = try #require(throws: RegieFout.self) {
            try brief(soort, feiten, op: datum, reactieTot: reactieTot, over: over, sjablonen)
        }
        return fout.description
    }
}
