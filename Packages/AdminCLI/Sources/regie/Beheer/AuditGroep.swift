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
                    ?? (regels.isEmpty ? "Geen regels." : nil)
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
