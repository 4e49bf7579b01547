// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct Werkvoorraad: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "werkvoorraad",
        abstract: "Wat er te doen is, het dringendste eerst."
    )

    @Option(help: .init("Alleen van deze klantmanager.", valueName: "naam")) var klantmanager: String?
    @Option(help: .init("Alleen met deze code.", valueName: "code")) var code: String?
    @Option(help: .init("Alleen wat op of voor deze dag moet.", valueName: "datum")) var voor: Datum?
    @Option(help: .init("Hoogstens zoveel.", valueName: "aantal")) var limiet: Int = 50
    @Option(help: .init("Zoveel overslaan: 'volgende' van het vorige antwoord.", valueName: "aantal"))
    var overslaan: Int = 0
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard (1...100_000).contains(limiet), overslaan >= 0 else {
            throw ValidationError("--limiet loopt van 1 tot en met 100000, --overslaan vanaf 0.")
        }
        if let code { try Filterwaarde.controleer(code: code) }
    }

    func voerUit() async throws -> Antwoord {
        let filter = WorkFilter(
            klantmanager: klantmanager,
            code: code.map { Beoordelingscode(rawValue: $0) },
            voor: voor
        )
        return try await algemeen.werk("werkvoorraad.lees") { sessie in
            let regels = try await sessie.store.listWork(filter, limiet: limiet, overslaan: overslaan)
            let aantal = try await sessie.store.countWork(filter)
            try await sessie.noteer(sessie.gemeente.code.description)
            let volgende = overslaan + regels.count < aantal ? overslaan + regels.count : nil
            var leden = [JSON.Lid("signalen", .lijst(regels.map(\.json))), JSON.Lid("aantal", .getal(aantal))]
            if let volgende { leden.append(JSON.Lid("volgende", .getal(volgende))) }
            return Antwoord(
                json: .object(leden),
                tabel: Tabel(
                    koppen: ["dossier", "ernst", "voor", "code", "actie", "klantmanager"],
                    rijen: regels.map(\.rij)
                ),
                melding: volgende.map { "Getoond: \($0) van \(aantal). Verder met --overslaan \($0)." }
                    ?? (regels.isEmpty ? "Er is niets te doen." : nil)
            )
        }
    }
}

extension Werkregel {
    fileprivate var json: JSON {
        var velden = Veldschrijver()
        velden.zet("id", dossier)
        velden.zet("code", signaal.code.rawValue)
        velden.zet("voor", signaal.voor)
        velden.zet("ernst", signaal.ernst.rawValue)
        velden.zet("actie", signaal.actie)
        velden.zet("grondslag", signaal.grondslag)
        velden.zet("feiten", signaal.feiten)
        velden.zet("klantmanager", klantmanager)
        if case .bericht(let berichtId) = herkomst { velden.zet("berichtId", berichtId) }
        return velden.json
    }

    fileprivate var rij: [String] {
        [
            dossier.tekst, signaal.ernst.rawValue, signaal.voor?.description ?? "", signaal.code.rawValue,
            signaal.actie,
            klantmanager ?? "",
        ]
    }
}
