// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct AuditVerify: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Loop auditlog, dossiers, berichten en zegels na; 6 als er iets is veranderd, weg of bij.",
        discussion: """
            Leest alles en wijzigt niets. De zegels worden vergeleken met het bewijsbestand buiten de opslag ('bewijs:'). \
            Met --alleen-log alleen de keten van het auditlog.
            """
    )

    @Flag(help: "Alleen het auditlog, niet de dossiers.") var alleenLog = false
    @Option(help: .init("Toon hoogstens zoveel breuken.", valueName: "aantal")) var limiet: Int = 100
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func validate() throws {
        guard (1...10_000).contains(limiet) else { throw ValidationError("--limiet loopt van 1 tot en met 10000.") }
    }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("audit.verify", als: .auditor) { sessie in
            let log = try await sessie.store.verifyAudit()
            let uitkomst =
                alleenLog
                ? Bewijsuitkomst.log(log)
                : try await sessie.installatie.bewijs(sessie.store).controleer(hoogstens: limiet) {
                    Melding.voortgang("\($0) dossiers nagelopen")
                }
            Melding.voortgang("")
            let heel = uitkomst.aantal == 0
            try await sessie.noteer(sessie.gemeente.code.description, resultaat: heel ? "gelukt" : "breuk")
            return Antwoord(
                json: json(uitkomst, breuk: log.breuk, try await dossiers(uitkomst, sessie.store)),
                tabel: tabel(uitkomst),
                melding: melding(uitkomst, sessie.installatie.config.bewijs == nil),
                bevindingen: !heel
            )
        }
    }

    /// The dossiers of which the chain itself breaks, with where.
    private func dossiers(
        _ uitkomst: Bewijsuitkomst,
        _ store: any GemeenteStore
    ) async throws(RegieFout) -> [JSON] {
        var uit: [JSON] = []
        for breuk in uitkomst.breuken where breuk.waar.hasPrefix("dossier ") {
            guard let id = DossierID(String(breuk.waar.dropFirst(8))), let plaats = try await store.verifyChain(id)
            else { continue }
            uit.append(["id": id.json, "breuk": .getal(plaats)])
        }
        return uit
    }

    private func json(_ uitkomst: Bewijsuitkomst, breuk: Int64?, _ dossiers: [JSON]) -> JSON {
        var velden = Veldschrijver()
        velden.zet("geketend", uitkomst.geketend)
        velden.zet("nogLos", uitkomst.nogLos)
        velden.zet("breuk", breuk.map(Int.init))
        velden.zet("dossiers", dossiers)
        velden.zet("nagelopen", uitkomst.dossiers)
        velden.zet("feiten", uitkomst.feiten)
        velden.zet("zegels", uitkomst.zegels)
        velden.zet("aantalBreuken", uitkomst.aantal)
        velden.zet("breuken", uitkomst.breuken.map { ["waar": .tekst($0.waar), "wat": .tekst($0.wat)] as JSON })
        return velden.json
    }

    private func tabel(_ uitkomst: Bewijsuitkomst) -> Tabel {
        .gegevens(
            [
                ("auditregels in de keten", "\(uitkomst.geketend)"), ("nog niet gekoppeld", "\(uitkomst.nogLos)"),
                ("dossiers nagelopen", "\(uitkomst.dossiers)"), ("feiten nagelopen", "\(uitkomst.feiten)"),
                ("zegels nagelopen", "\(uitkomst.zegels)"),
                ("breuken", uitkomst.aantal == 0 ? "geen" : "\(uitkomst.aantal)"),
            ] + uitkomst.breuken.map { ($0.waar, $0.wat) }
        )
    }

    private func melding(_ uitkomst: Bewijsuitkomst, _ zonderBestand: Bool) -> String? {
        if uitkomst.aantal > 0 {
            return "Meld dit als incident en bewaar de opslag zoals zij is; zie docs/handleiding/bewijs-en-herstel.md."
        }
        return zonderBestand && !alleenLog
            ? "Er is geen 'bewijs:' ingesteld: wie de hele opslag door een oudere vervangt, wordt niet gezien." : nil
    }
}

extension Bewijsuitkomst {
    /// Of the audit log alone.
    static func log(_ log: (breuk: Int64?, geketend: Int, nogLos: Int)) -> Bewijsuitkomst {
        var uit = Bewijsuitkomst()
        uit.geketend = log.geketend
        uit.nogLos = log.nogLos
        if let breuk = log.breuk {
            uit.aantal = 1
            uit.breuken = [.init("auditregel \(breuk)", "De keten van het auditlog breekt hier.")]
        }
        return uit
    }
}
