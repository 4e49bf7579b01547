// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit

/// What a `Stad` is made of.
enum Bestanden {
    static func regie(verbinding: String, migratie: String, poort: Int, duo: Int) -> String {
        """
        storage: { kind: postgresql, url: "\(verbinding)", migratieUrl: "\(migratie)", pool: 4 }
        keys: keys
        listen: { address: 127.0.0.1, port: \(poort) }
        gemeenten: { "\(Stad.gemeente)": { naam: Amsterdam, oin: "\(Stad.oin)" } }
        ketenpartners: { duo: { url: "http://127.0.0.1:\(duo)/v1", oin: "\(Stad.duo)" } }

        """
    }

    /// People alike: a dossier with fewer or more facts than another one shows that something was lost or done twice.
    static let wereld: String = {
        let vandaag = Systeemklok().vandaag
        let kop =
            #"{"soort":"wereld","duoOin":"\#(Stad.duo)","gemeenten":[{"gemeentecode":"\#(Stad.gemeente)","oin":"\#(Stad.oin)"}],"instellingen":[],"verlengingsgronden":[]}"#
        let personen = Stad.bsns.map { bsn in
            #"{"soort":"persoon","bsn":"\#(bsn)","gemeentecode":"\#(Stad.gemeente)","inAzc":false,"vestigingsdatum":"\#(vandaag.plus(dagen: -85))","inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"\#(vandaag.plus(dagen: -90))","datumKennisgevingInburgeringsplicht":"\#(vandaag.plus(dagen: -71))"},"doelgroep":{"indeling":"Asielstatushouder","begindatum":"\#(vandaag.plus(dagen: -90))","gedetailleerdeDoelgroep":"Asielstatushouder"}}"#
        }
        return ([kop] + personen).joined(separator: "\n") + "\n"
    }()

    /// A database of its own, with the two roles.
    static func database(op server: PostgresServer, _ tablespace: String?) async throws -> String {
        // Tests that begin together make the roles together.
        try await server.execute(
            """
            DO $$ BEGIN CREATE ROLE regie_eigenaar LOGIN; CREATE ROLE regie_app LOGIN;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
            """
        )
        let naam = "stad_\(String(UInt32.random(in: .min ... .max), radix: 36))"
        let plaats = tablespace.map { " TABLESPACE \($0)" } ?? ""
        try await server.execute("CREATE DATABASE \(naam) OWNER regie_eigenaar\(plaats)")
        return naam
    }
}
