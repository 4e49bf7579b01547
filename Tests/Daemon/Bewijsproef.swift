// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit

@testable import RegieRuntime

/// What the tests of proof, destruction, backup and rotation do with an installation.
extension Proefinstallatie {
    static let beheerder = Toegang(actor: "proef", rol: .beheerder, doel: "proef", oorsprong: "proef")

    /// The installation opened as a command opens it.
    func open(_ klok: any Klok = Systeemklok()) async throws -> Installatie {
        let config = try RegieConfig.load(path: map.appending(path: "regie.yaml").path())
        return try await Installatie.open(config, klok: klok)
    }

    /// A dossier with everything that belongs to one, written by the service.
    func dossier(_ plaats: Int, in installatie: Installatie) async throws -> DossierID {
        let dienst = try await installatie.dienst(gemeente, als: Self.beheerder)
        return try await dienst.leg(
            vast: [TestData.persoon(plaats, naam: "Naam\(plaats)"), TestData.uren(plaats)],
            in: nil,
            reden: "proef \(plaats)"
        ).dossier
    }

    var bewijsbestand: URL { map.appending(path: "bewijs/0363.bewijs") }

    func regels() throws -> [String] {
        try String(contentsOf: bewijsbestand, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Something done to the file past Regie.
    func peuter(_ sql: String) throws {
        let queue = try DatabaseQueue(path: map.appending(path: "data/0363.sqlite").path())
        try queue.write { db in
            try db.execute(sql: "DROP TRIGGER IF EXISTS gebeurtenis_staat_vast")
            try db.execute(sql: "DROP TRIGGER IF EXISTS zegel_staat_vast")
            try db.execute(sql: "DROP TRIGGER IF EXISTS audit_staat_vast")
            try db.execute(sql: sql)
        }
        try queue.close()
    }

    /// The storage is gone, as after a disk that broke.
    func raakKwijt() throws {
        try FileManager.default.moveItem(at: map.appending(path: "data"), to: map.appending(path: "data-\(UUID())"))
    }
}
