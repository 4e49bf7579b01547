// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Testing

/// What is said on a machine whose keys are not those of the storage, and of jobs that do not open.
@Suite struct `Een sleutel die niet past` {
    @Test func `met de sleutel van een andere init start niets, en er verandert niets`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try #require(try await map.json(["job", "run", "termijnbewaking", "--reden", "nu"])["id"]?.getal)
        let ander = try Proefmap()
        try await ander.installatie()
        let sleutel = map.url.appending(path: "var/keys/0363.key")
        let eigen = try Data(contentsOf: sleutel)
        try Data(contentsOf: ander.url.appending(path: "var/keys/0363.key")).write(to: sleutel)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: sleutel.path)
        let ronde = try await Programma.draai("regied", ["--config", "regie.yaml", "--once"], map: map.url)
        #expect(ronde.code != 0 && ronde.fout.contains("hoort niet bij deze opslag"), "\(ronde.fout)")
        let cli = try await map.regie("job", "run", "verzegeling", "--reden", "nu")
        #expect(cli.code != 0 && cli.fout.contains("0363.key over van de machine"), "\(cli.fout)")
        // There is nothing to bring up to date, and that is no reason to call it good.
        let migratie = try await map.regie("migrate")
        #expect(migratie.code != 0 && migratie.fout.contains("hoort niet bij deze opslag"), "\(migratie.uit)")
        let doctor = try await map.json(["doctor"], code: 6)
        #expect("\(doctor)".contains("hoort niet bij deze opslag"), "\(doctor)")
        // With its own key again all is as it was.
        try eigen.write(to: sleutel)
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: sleutel.path)
        #expect(try await map.json(["job", "show", "\(id)"])["status"] == "klaar")
        #expect(try await map.json(["audit", "verify"])["goed"] != false)
        #expect(try await map.json(["doctor"])["goed"] == true)
    }

    @Test func `doctor zegt van een taak die wacht of zij is veranderd, en niet dat er een sleutel ontbreekt`()
        async throws
    {
        let map = try Proefmap()
        try await map.installatie()
        let id = try #require(try await map.json(["job", "run", "termijnbewaking", "--reden", "nu"])["id"]?.getal)
        try await bewerk(map, id) { bytes in bytes[bytes.count - 1] ^= 1 }
        let geknoeid = try await taken(map)
        #expect(geknoeid.contains("het zegel klopt niet: taak \(id) (termijnbewaking)"), "\(geknoeid)")
        try await bewerk(map, id) { bytes in
            bytes[bytes.count - 1] ^= 1
            bytes[4] = 255
        }
        let later = try await taken(map)
        #expect(later.contains("noemt een nieuwere sleutel dan hier is: taak \(id)"), "\(later)")
        #expect(later.contains("veranderde iets dit buiten Regie om"), "\(later)")
    }

    private func taken(_ map: Proefmap) async throws -> String {
        let uit = try await map.json(["doctor"], code: 6)
        let gevonden = uit["bevindingen"]?.lijst?.filter { $0["onderdeel"] == "taken 0363" } ?? []
        #expect(gevonden.count == 1, "\(uit)")
        return gevonden.map { "\($0["wat"]?.tekst ?? "") \($0["watTeDoen"]?.tekst ?? "")" }.joined()
    }

    private func bewerk(_ map: Proefmap, _ id: Int, _ doe: @Sendable (inout Data) -> Void) async throws {
        let queue = try DatabaseQueue(path: map.url.appending(path: "var/data/0363.sqlite").path)
        try await queue.write { db in
            guard var bytes = try Data.fetchOne(db, sql: "SELECT inhoud FROM job WHERE id = ?", arguments: [id]) else {
                throw DatabaseError(message: "geen taak \(id)")
            }
            doe(&bytes)
            try db.execute(sql: "UPDATE job SET inhoud = ? WHERE id = ?", arguments: [bytes, id])
        }
        try queue.close()
    }
}
