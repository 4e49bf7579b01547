// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

/// Which way a message goes.
enum Richting: String, ExpressibleByArgument, CaseIterable {
    case `in`
    case uit
}

struct BerichtList: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Berichten, nieuwste eerst; wat is blijven liggen met --status mislukt.",
        discussion: """
            Status in: ontvangen, wacht, verwerkt, mislukt, vervallen. \
            Status uit: klaar, wacht, verzonden, geweigerd, mislukt, vervallen.
            """
    )

    @Option(help: .init("Alleen in of uit.", valueName: "richting")) var richting: Richting?
    @Option(help: .init("Alleen met deze status.", valueName: "status")) var status: String?
    @Option(help: .init("Hoogstens zoveel per richting.", valueName: "aantal")) var limiet: Int = 50
    @Option(help: .init("Zoveel overslaan: 'volgende' van het vorige antwoord.", valueName: "aantal"))
    var overslaan: Int = 0
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    private static let woorden: [Richting: [String]] = [
        .in: ["ontvangen", "wacht", "verwerkt", "mislukt", "vervallen"],
        .uit: ["klaar", "wacht", "verzonden", "geweigerd", "mislukt", "vervallen"],
    ]

    func validate() throws {
        guard (1...10_000).contains(limiet), overslaan >= 0 else {
            throw ValidationError("--limiet loopt van 1 tot en met 10000, --overslaan vanaf 0.")
        }
        let woorden = Self.woorden.filter { richting == nil || $0.key == richting }.flatMap(\.value)
        guard let status, !woorden.contains(status) else { return }
        let raad = Suggestie.dichtstbij(status, in: woorden).map { "Bedoelde u '\($0)'?" }
        throw ValidationError("De status '\(status)' is niet bekend. \(raad ?? "")")
    }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("bericht.lijst", als: .beheerder) { sessie in
            var regels: [Berichtregel] = []
            var meer = false
            if richting != .uit {
                let gevonden = try await sessie.store.listInbox(status: status, limiet: limiet, overslaan: overslaan)
                meer = gevonden.count == limiet
                regels += gevonden.map { Berichtregel($0) }
            }
            if richting != .in {
                let gevonden = try await sessie.store.listOutbox(status: status, limiet: limiet, overslaan: overslaan)
                meer = meer || gevonden.count == limiet
                regels += gevonden.map { Berichtregel($0) }
            }
            regels.sort { $0.moment > $1.moment }
            try await sessie.noteer(sessie.gemeente.code.description)
            var leden = [JSON.Lid("berichten", .lijst(regels.map(\.json)))]
            if meer { leden.append(JSON.Lid("volgende", .getal(overslaan + limiet))) }
            return Antwoord(
                json: .object(leden),
                tabel: Tabel(koppen: Berichtregel.koppen, rijen: regels.map(\.rij)),
                melding: meer
                    ? "Er kunnen er meer zijn: --overslaan \(overslaan + limiet)."
                    : regels.isEmpty ? "Geen berichten." : nil
            )
        }
    }
}
