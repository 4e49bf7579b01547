// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import RegieTestKit
import Testing

/// From nothing to a working installation, and what is said when it is not one.
@Suite struct `Een installatie maken en onderzoeken` {
    private func rechten(_ pad: URL) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: pad.path)[.posixPermissions] as? Int
    }

    @Test func `init maakt configuratie, sleutels en database, en zegt hoe verder`() async throws {
        let map = try Proefmap()
        let uitkomst = try await map.regie("init", "nieuw", "--gemeente", "0599", "--naam", "Stad \"aan\" zee: #1")
        #expect(uitkomst.code == 0, "\(uitkomst.fout)")
        #expect(uitkomst.fout.contains("regie doctor --config") && uitkomst.fout.contains("regied --config"))
        let nieuw = map.url.appending(path: "nieuw")
        #expect(try rechten(nieuw.appending(path: "var/keys/0599.key")) == 0o600)
        #expect(try rechten(nieuw.appending(path: "var/keys")) == 0o700)
        #expect(FileManager.default.fileExists(atPath: nieuw.appending(path: "gemeenten/0599/beleid.yaml").path))
        let config = nieuw.appending(path: "regie.yaml").path
        let waarden = try await map.json(["config", "show", "--effective", "--config", config])["waarden"]?.lijst
        let naam = waarden?.first { $0["sleutel"] == "gemeenten.0599.naam" }
        #expect(naam?["waarde"] == "Stad \"aan\" zee: #1")
        #expect(naam?["herkomst"]?.tekst?.hasPrefix(config + ":") == true)
    }

    @Test func `init weigert een map waarin al iets staat, en laat die met rust`() async throws {
        let map = try Proefmap()
        try map.schrijf("vol/iets.txt", "blijf")
        let uitkomst = try await map.regie("init", "vol", "--gemeente", "0363", "--naam", "Amsterdam")
        #expect(uitkomst.code == 2)
        #expect(uitkomst.fout.contains("niet leeg"))
        #expect(try map.lees("vol/iets.txt") == "blijf")
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: map.url.appending(path: "vol").path) == ["iets.txt"]
        )
    }

    @Test func `een verse installatie is gezond`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let uit = try await map.json(["doctor"])
        #expect(uit["goed"] == true)
        let onderdelen = uit["bevindingen"]?.lijst?.compactMap { $0["onderdeel"]?.tekst } ?? []
        for onderdeel in [
            "configuratie", "tijdzone", "klok", "sleutels", "certificaten", "opslag 0363", "ketens 0363", "backup 0363",
        ] {
            #expect(onderdelen.contains(onderdeel), "\(onderdelen)")
        }
        #expect(try await map.regie("config", "check").code == 0)
        #expect(try await map.regie("migrate").code == 0)
        let keten = try await map.json(["audit", "verify"])
        #expect(keten["dossiers"]?.lijst?.isEmpty == true)
    }

    @Test func `een sleutel die anderen kunnen lezen is een bevinding`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let sleutel = map.url.appending(path: "var/keys/0363.key").path
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: sleutel)
        let uit = try await map.json(["doctor"], code: 6)
        #expect(uit["goed"] == false)
        let sleutels = uit["bevindingen"]?.lijst?.first { $0["onderdeel"] == "sleutels" }
        #expect(sleutels?["stand"] == "bevinding")
    }

    @Test func `een sleutel die weg is is een bevinding, en dossiers gaan niet open`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let id = try await map.dossier(bsn: Proefpersoon.bsn)
        try FileManager.default.removeItem(at: map.url.appending(path: "var/keys/0363.key"))
        #expect(try await map.regie("doctor").code == 6)
        let kijk = try await map.regie("dossier", "show", id)
        #expect(kijk.code == 1)
        #expect(kijk.fout.contains("verzegeling-faalt"))
    }

    @Test func `een onbekende sleutel in de configuratie heeft een regelnummer en een suggestie`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let goed = try map.lees("regie.yaml")
        try map.schrijf("regie.yaml", goed.replacing("listen:", with: "listn:") + "onzin: 1\n")
        let uitkomst = try await map.regie("config", "check")
        #expect(uitkomst.code == 6)
        #expect(uitkomst.uit.contains("regie.yaml:8") && uitkomst.uit.contains("'listen'"), "\(uitkomst.uit)")
        #expect(uitkomst.uit.contains("onzin"), "alles wat fout is in één keer")
        #expect(try await map.regie("doctor").code == 6)
        let lijst = try await map.regie("dossier", "list")
        #expect(lijst.code == 2)
        #expect(lijst.fout.contains("regie.yaml:8"))
    }

    @Test func `in een bestand dat geen YAML is staat in het Nederlands waar het misgaat`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        try map.schrijf("regie.yaml", try map.lees("regie.yaml") + "\nwet: a: b\n")
        let uit = try await map.regie("dossier", "list")
        #expect(uit.code == 2 && uit.fout.contains("hier kan geen ':' staan"), "\(uit.fout)")
    }

    @Test func `schema's: lijst, volgende keren, stilzetten en weer laten lopen`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let lijst = try await map.json(["schedule", "list"])["schedules"]?.lijst
        #expect(lijst?.contains { $0["naam"] == "termijnbewaking" && $0["cron"] == "15 2 * * *" } == true)
        let volgende = try await map.json(["schedule", "next", "5"])["momenten"]?.lijst
        #expect(volgende?.count == 5)
        #expect(
            try await map.json(["schedule", "pause", "termijnbewaking", "--reden", "onderhoud"])["gepauzeerd"] == true
        )
        let stil = try await map.json(["schedule", "list"])["schedules"]?.lijst?.first {
            $0["naam"] == "termijnbewaking"
        }
        #expect(stil?["gepauzeerd"] == true && stil?["volgende"] == nil)
        #expect(
            try await map.json(["schedule", "resume", "termijnbewaking", "--reden", "klaar"])["gepauzeerd"] == false
        )
        let weer = try await map.json(["schedule", "list"])["schedules"]?.lijst?.first {
            $0["naam"] == "termijnbewaking"
        }
        #expect(weer?["volgende"] != nil && weer?["laatste"] == nil, "het heeft nooit getikt")
    }

    @Test func `een taak waarmee is geknoeid gaat opzij, doctor zegt wat te doen, en daarna werkt alles weer`()
        async throws
    {
        let map = try Proefmap()
        try await map.installatie()
        let id = try #require(try await map.json(["job", "run", "termijnbewaking", "--reden", "nu"])["id"]?.getal)
        let queue = try DatabaseQueue(path: map.url.appending(path: "var/data/0363.sqlite").path)
        try await queue.write { db in
            try db.execute(
                sql:
                    "UPDATE job SET inhoud = CAST(substr(inhoud, 1, length(inhoud) - 1) || x'00' AS BLOB) WHERE id = ?",
                arguments: [id]
            )
        }
        try queue.close()
        let ronde = try await Programma.draai("regied", ["--config", "regie.yaml", "--once"], map: map.url)
        #expect(ronde.code == 0, "\(ronde.fout)")
        let uit = try await map.json(["doctor"], code: 6)
        let taken = try #require(uit["bevindingen"]?.lijst?.first { $0["onderdeel"] == "taken 0363" }, "\(uit)")
        #expect(taken["stand"] == "bevinding")
        #expect(taken["wat"]?.tekst?.contains("verzegeling-faalt") == true, "\(taken)")
        #expect(taken["wat"]?.tekst?.contains("taak \(id) (termijnbewaking)") == true, "\(taken)")
        #expect(taken["watTeDoen"]?.tekst?.contains("regie job cancel") == true, "\(taken)")
        #expect(try await map.json(["job", "show", "\(id)"])["status"] == "mislukt")
        #expect(try await map.regie("backup", "kopie").code != 0, "wat niet klopt, wordt geen reservekopie")
        #expect(try await map.regie("job", "cancel", "\(id)", "--reden", "uitgezocht").code == 0)
        #expect(try await map.json(["doctor"])["goed"] == true)
        #expect(try await map.regie("backup", "kopie2").code == 0)
    }

    @Test func `doctor zegt hoe lang het logboek blijft, en wanneer dat niet gebeurt`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let config = try map.lees("regie.yaml")
        func logboek(_ termijn: String, code: Int32 = 0) async throws -> [JSON] {
            let blok = "logboek: { map: logboek, register: \"https://register.example\"\(termijn) }\n"
            try map.schrijf("regie.yaml", config + blok)
            let alle = try await map.json(["doctor"], code: code)["bevindingen"]?.lijst ?? []
            return alle.filter { $0["onderdeel"] == "logboek 0363" }
        }
        let standaard = try await logboek("")
        #expect(standaard.map { $0["stand"] } == ["goed", "let-op"])
        #expect(standaard.last?["wat"]?.tekst?.contains("7305 dagen") == true, "\(standaard)")
        #expect(standaard.last?["watTeDoen"]?.tekst?.contains("logboek.bewaarDagen") == true)
        let jaar = Amsterdam.datum(van: Systeemklok().nu)
        try map.schrijf("logboek/0363-\(jaar.plus(dagen: -300)).jsonl", "{}\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: map.url.appending(path: "logboek/0363-\(jaar.plus(dagen: -300)).jsonl").path
        )
        let eigen = try await logboek(", bewaarDagen: 400")
        #expect(eigen.map { $0["stand"] } == ["goed", "goed"], "\(eigen)")
        #expect(eigen.last?["wat"]?.tekst?.contains("het oudste is van \(jaar.plus(dagen: -300))") == true, "\(eigen)")
        try map.schrijf("logboek/0363-\(jaar.plus(dagen: -500)).jsonl", "{}\n")
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o600],
            ofItemAtPath: map.url.appending(path: "logboek/0363-\(jaar.plus(dagen: -500)).jsonl").path
        )
        let laat = try await logboek(", bewaarDagen: 400", code: 6)
        #expect(laat.last?["stand"] == "bevinding", "\(laat)")
    }

    @Test func `een taak klaarzetten en annuleren`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let proef = try await map.json(["job", "run", "termijnbewaking", "--dry-run"])
        #expect(proef["id"] == nil)
        let id = try #require(try await map.json(["job", "run", "termijnbewaking", "--reden", "nu"])["id"]?.getal)
        #expect(try await map.json(["job", "run", "termijnbewaking", "--reden", "nog eens"])["id"] == nil)
        #expect(try await map.json(["job", "list", "--status", "klaar"])["jobs"]?.lijst?.count == 1)
        #expect(try await map.json(["job", "show", "\(id)"])["soort"] == "termijnbewaking")
        #expect(try await map.regie("job", "cancel", "\(id)", "--reden", "toch niet").code == 0)
        #expect(try await map.json(["job", "show", "\(id)"])["status"] == "geannuleerd")
        #expect(try await map.regie("job", "cancel", "\(id)", "--reden", "nog eens").code == 1)
        #expect(try await map.regie("job", "show", "999").code == 1)
    }
}
