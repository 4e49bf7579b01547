// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// What somebody sees who does not know the program yet, or makes a mistake.
@Suite struct `De opdrachtregel` {
    @Test func `help is Nederlands, gaat naar stdout en eindigt met 0`() async throws {
        let map = try Proefmap()
        for argumenten in [["--help"], ["help"], ["dossier", "--help"], ["pip", "vaststellen", "--help"], []] {
            let uitkomst = try await map.draai(argumenten)
            #expect(uitkomst.code == 0)
            #expect(uitkomst.uit.contains("GEBRUIK: regie"), "\(argumenten)")
            #expect(!uitkomst.uit.contains("OPTIONS") && !uitkomst.uit.contains("SUBCOMMANDS"))
            #expect(!uitkomst.uit.contains("default:"))
            #expect(uitkomst.fout.isEmpty)
        }
    }

    @Test(arguments: [
        (["dossir"], "regie dossier"), (["dossier", "lst"], "regie dossier list"),
        (["pip", "vaststelen", "x"], "regie pip vaststellen"),
        (["dossier", "list", "--outpt", "json"], "--output"),
        (["dossier", "list", "--filter", "leeroute=B"], "leerroute"),
        (["schedule", "pause", "termijnbewakin", "--reden", "x"], "termijnbewaking"),
        (["bericht", "list", "--status", "mislkt"], "mislukt"),
        (["werkvoorraad", "--code", "PIPVASTSTELLEN"], "PIP_VASTSTELLEN"),
        (["dossier", "list", "--filter", "code=PIPVASTSTELLEN"], "PIP_VASTSTELLEN"),
        (["dossier", "list", "--filter", "ernst=dringnd"], "dringend"),
    ])
    func `een tikfout geeft de dichtstbijzijnde en eindigt met 2`(_ argumenten: [String], _ bedoeld: String)
        async throws
    {
        let uitkomst = try await Proefmap().draai(argumenten)
        #expect(uitkomst.code == 2, "\(uitkomst.fout)")
        #expect(uitkomst.fout.contains("Bedoelde u '\(bedoeld)'"), "\(uitkomst.fout)")
        #expect(uitkomst.uit.isEmpty)
    }

    @Test func `verkeerd gebruik eindigt met 2 en zegt in het Nederlands wat er mist`() async throws {
        let map = try Proefmap()
        for argumenten in [
            ["assess"], ["dossier", "show"], ["dossier", "show", "kort"],
            ["generate", "--personen", "0", "--seed", "1"],
            ["generate", "--personen", "x", "--seed", "1"], ["dossier", "find"], ["dossier", "list", "--limiet", "0"],
            ["--output", "xml", "dossier", "list"],
        ] {
            let uitkomst = try await map.draai(argumenten)
            #expect(uitkomst.code == 2, "\(argumenten): \(uitkomst.fout)")
            #expect(uitkomst.fout.hasPrefix("Fout: "))
            #expect(!uitkomst.fout.contains("Missing") && !uitkomst.fout.contains("Error"))
        }
    }

    @Test(arguments: [
        (["dossier", "show", "abcdefghjkmn", "--peildatum", "2026-02-29"], "die dag bestaat niet"),
        (["dossier", "show", "abcdefghjkmn", "--peildatum", "29-02-2026"], "JJJJ-MM-DD"),
        (["dossier", "history", "abcdefghjkmn", "--bekend-op", "gisteren"], "een tijdstip"),
        (["dossier", "show", "kort"], "twaalf letters en cijfers"),
        (["dossier", "list", "--limiet", "x"], "geheel getal"),
        (["dossier", "list", "--filter", "leerroute=X"], "'X' is niet bekend. Kies uit B, O, Z."),
        (["dossier", "list", "--filter", "plichtig=true"], "Kies uit ja, nee."),
        (["dossier", "list", "--filter", "doelgroep=onzin"], "Kies uit Asielstatushouder"),
        (["dossier", "list", "--limiet", "-1"], "onder nul kan niet"),
        (["dossier", "list", "--gemeente", "599"], "vier cijfers"),
        (["init", "x", "--gemeente", "0599", "--naam", "Rotterdam", "--oin", "12"], "twintig cijfers"),
        (["audit", "verfy"], "Gebruik: regie audit <opdracht>"),
        (["pip", "wijzigen", "abcdefghjkmn", "--niveau", "C2"], "Kies uit 'A2' of 'B1'"),
        (["pip", "wijzigen", "abcdefghjkmn", "--dagtekening", "2026-03-01", "--wegens", "x"], "'bezwaar' of 'overig'"),
        (
            ["voortgang", "uren", "abcdefghjkmn", "--peildatum", "2026-03-01", "--soort", "x", "--uren", "1"],
            "Kies uit:"
        ),
    ])
    func `bij een waarde die niet kan staat in het Nederlands wat wel kan`(_ argumenten: [String], _ raad: String)
        async throws
    {
        let uitkomst = try await Proefmap().draai(argumenten)
        #expect(uitkomst.code == 2)
        #expect(uitkomst.fout.contains(raad), "\(uitkomst.fout)")
        #expect(
            !uitkomst.fout.contains(" or ") && !uitkomst.fout.contains(" and ") && !uitkomst.fout.contains("following"),
            "\(uitkomst.fout)"
        )
    }

    @Test func `een BSN op de verkeerde plaats komt niet terug in de fout`() async throws {
        let uitkomst = try await Proefmap().draai(["dossier", "list", Proefpersoon.bsn])
        #expect(uitkomst.code == 2)
        #expect(!uitkomst.fout.contains(Proefpersoon.bsn))
    }

    @Test func `zonder configuratie is er niets te doen, en er staat wat te doen`() async throws {
        let uitkomst = try await Proefmap().regie("dossier", "list")
        #expect(uitkomst.code == 2)
        #expect(uitkomst.fout.contains("regie init"))
    }

    @Test func `algemene opties mogen voor de opdracht staan, en REGIE_CONFIG telt`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        let config = map.url.appending(path: "regie.yaml").path
        let elders = try Proefmap()
        let voorop = try await elders.regie("--config", config, "--output=json", "dossier", "list")
        #expect(voorop.code == 0, "\(voorop.fout)")
        #expect(try JSON.lees(voorop.uit)["dossiers"]?.lijst?.isEmpty == true)
        let omgeving = try await elders.regie("dossier", "list", "--output", "json", omgeving: ["REGIE_CONFIG": config])
        #expect(omgeving.uit == voorop.uit)
        let vreemd = try await elders.regie("--config", config, "dossier", "list", "--gemeente", "0599")
        #expect(vreemd.code == 2)
        #expect(vreemd.fout.contains("0363"))
    }

    @Test(arguments: ["bash", "zsh", "fish"]) func `aanvulscripts`(_ schil: String) async throws {
        let uitkomst = try await Proefmap().regie("--generate-completion-script", schil)
        #expect(uitkomst.code == 0)
        #expect(uitkomst.uit.contains("werkvoorraad"))
    }
}

extension Proefmap {
    func draai(_ argumenten: [String]) async throws -> Programma.Uitkomst {
        try await Programma.draai("regie", argumenten, map: url)
    }
}
