// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

/// What one check found.
struct Bevinding {
    enum Stand: String {
        case goed
        /// Good to know; no finding.
        case letOp = "let-op"
        case bevinding
    }

    let onderdeel: String
    let stand: Stand
    let wat: String
    var watTeDoen = ""

    init(_ onderdeel: String, _ stand: Stand, _ wat: String, watTeDoen: String = "") {
        self.onderdeel = onderdeel
        self.stand = stand
        self.wat = wat
        self.watTeDoen = watTeDoen
    }

    /// An error as a finding.
    init(_ onderdeel: String, _ fout: RegieFout) {
        let plaats = fout.waar.map { "\($0): " } ?? ""
        self.init(onderdeel, .bevinding, plaats + fout.wat, watTeDoen: fout.watTeDoen)
    }

    var json: JSON {
        var velden = Veldschrijver()
        velden.zet("onderdeel", onderdeel)
        velden.zet("stand", stand.rawValue)
        velden.zet("wat", wat)
        velden.zet("watTeDoen", watTeDoen.isEmpty ? nil : watTeDoen)
        return velden.json
    }
}

struct Doctor: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Onderzoek de installatie: configuratie, opslag, sleutels, klok, certificaten, schema's en ketens.",
        discussion: "Afloop 0 als alles goed is, 6 als er bevindingen zijn. Wijzigt niets aan de dossiers."
    )

    @Flag(help: "Loop de keten van alle dossiers na, niet van een steekproef.") var alles = false
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        var uit = configuratie() + Klokonderzoek.bevindingen()
        if case (let config?, _) = RegieConfig.check(path: algemeen.config) {
            uit += Sleutelonderzoek.bevindingen(config)
            uit += Certificaatonderzoek.bevindingen(config)
            uit += try await installatie(config)
        }
        let slecht = uit.contains { $0.stand == .bevinding }
        return Antwoord(
            json: ["bevindingen": .lijst(uit.map(\.json)), "goed": .waarheid(!slecht)],
            tabel: Tabel(
                koppen: ["onderdeel", "stand", "wat", "wat te doen"],
                rijen: uit.map { [$0.onderdeel, $0.stand.rawValue, $0.wat, $0.watTeDoen] }
            ),
            bevindingen: slecht
        )
    }

    private func configuratie() -> [Bevinding] {
        let fouten = Configcontrole.bevindingen(algemeen.config)
        guard fouten.isEmpty else { return fouten.map { Bevinding("configuratie", $0) } }
        return [Bevinding("configuratie", .goed, "Configuratie, wet en beleid zijn leesbaar.")]
    }

    /// Everything for which the storage must be open.
    private func installatie(_ config: RegieConfig) async throws -> [Bevinding] {
        let codes = try algemeen.gemeente == nil ? config.gemeentecodes : [algemeen.kies(uit: config).code]
        let installatie: Installatie
        do throws(RegieFout) {
            installatie = try await Installatie.open(config)
        } catch {
            return [Bevinding("opslag", error)]
        }
        var uit: [Bevinding] = []
        for code in codes {
            let onderzoek = Gemeenteonderzoek(installatie: installatie, code: code, alles: alles)
            uit += await onderzoek.bevindingen()
        }
        await installatie.sluit()
        return uit
    }
}
