// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct AuditGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Wie deed wat, en klopt de keten.",
        subcommands: [AuditList.self, AuditVerify.self]
    )
}

struct AuditList: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Regels van het auditlog, nieuwste eerst."
    )

    @Option(help: .init("Alleen dit dossier met zijn berichten, dit bericht of schema.", valueName: "naam")) var object:
        String?
    @Option(help: .init("Alleen van deze gebruiker.", valueName: "naam")) var actor: String?
    @Option(help: .init("Hoogstens zoveel.", valueName: "aantal")) var limiet: Int = 50
    @Option(help: .init("Alleen regels voor dit nummer: 'volgende' van het vorige antwoord.", valueName: "nummer"))
    var voor: Int64?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard (1...10_000).contains(limiet) else { throw ValidationError("--limiet loopt van 1 tot en met 10000.") }
    }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("audit.lijst", als: .auditor) { sessie in
            let regels = try await sessie.store.listAudit(object: object, actor: actor, voor: voor, limiet: limiet)
            try await sessie.noteer(object ?? sessie.gemeente.code.description)
            let volgende = regels.count == limiet ? regels.last?.nummer : nil
            var leden = [JSON.Lid("regels", .lijst(regels.map { Self.json($0.nummer, $0.regel) }))]
            if let volgende { leden.append(JSON.Lid("volgende", .getal(Int(volgende)))) }
            return Antwoord(
                json: .object(leden),
                tabel: Tabel(
                    koppen: ["nummer", "tijdstip", "actor", "actie", "object", "resultaat", "oorsprong", "reden"],
                    rijen: regels.map { nummer, regel in
                        [
                            "\(nummer)", regel.tijdstip.description, regel.actor, regel.actie, regel.object,
                            regel.resultaat, regel.oorsprong, regel.reden ?? "",
                        ]
                    }
                ),
                melding: volgende.map { "Er kunnen er meer zijn: --voor \($0)." }
            )
        }
    }

    private static func json(_ nummer: Int64, _ regel: AuditRegel) -> JSON {
        var velden = Veldschrijver()
        velden.zet("nummer", Int(nummer))
        velden.zet("tijdstip", regel.tijdstip.description)
        velden.zet("actor", regel.actor)
        velden.zet("actie", regel.actie)
        velden.zet("object", regel.object)
        velden.zet("resultaat", regel.resultaat)
        velden.zet("oorsprong", regel.oorsprong)
        velden.zet("reden", regel.reden)
        return velden.json
    }
}

struct AuditVerify: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Loop de keten van het auditlog en die van elk dossier na; 6 als er een breuk is."
    )

    @Flag(help: "Alleen het auditlog, niet de dossiers.") var alleenLog = false
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("audit.verify", als: .auditor) { sessie in
            let log = try await sessie.store.verifyAudit()
            let dossiers = alleenLog ? Ketens.Uitkomst() : try await Ketens.loop(sessie.store, hoogstens: nil)
            let heel = log.breuk == nil && dossiers.breuken.isEmpty
            try await sessie.noteer(sessie.gemeente.code.description, resultaat: heel ? "gelukt" : "breuk")
            var velden = Veldschrijver()
            velden.zet("geketend", log.geketend)
            velden.zet("nogLos", log.nogLos)
            velden.zet("breuk", log.breuk.map(Int.init))
            velden.zet(
                "dossiers",
                dossiers.breuken.map { ["id": $0.dossier.json, "breuk": .getal($0.volgnummer)] as JSON }
            )
            velden.zet("nagelopen", dossiers.nagelopen)
            return Antwoord(
                json: velden.json,
                tabel: .gegevens(
                    [
                        ("auditregels in de keten", "\(log.geketend)"), ("nog niet gekoppeld", "\(log.nogLos)"),
                        ("breuk in het auditlog", log.breuk.map { "bij regel \($0)" } ?? "geen"),
                        ("dossiers nagelopen", "\(dossiers.nagelopen)"),
                    ] + dossiers.breuken.map { ("breuk in dossier \($0.dossier)", "bij feit \($0.volgnummer)") }
                ),
                bevindingen: !heel
            )
        }
    }
}

/// Walks the hash chains of dossiers.
enum Ketens {
    struct Uitkomst {
        var nagelopen = 0
        var breuken: [(dossier: DossierID, volgnummer: Int)] = []
    }

    /// - Parameter hoogstens: how many dossiers; nil for all.
    static func loop(_ store: any GemeenteStore, hoogstens: Int?) async throws -> Uitkomst {
        var uit = Uitkomst()
        var na: DossierID?
        while true {
            let ids = try await store.listDossiers(na: na, limiet: min(500, hoogstens ?? 500))
            for id in ids {
                if let breuk = try await store.verifyChain(id) { uit.breuken.append((id, breuk)) }
                uit.nagelopen += 1
                if uit.nagelopen == hoogstens { return uit }
                if uit.nagelopen % 1000 == 0 { Melding.voortgang("\(uit.nagelopen) dossiers nagelopen") }
            }
            guard let laatste = ids.last else { break }
            na = laatste
        }
        Melding.voortgang("")
        return uit
    }
}
