// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// The first page of the werkvoorraad, as it is asked for: of everybody, of one klantmanager, of one code, by a day.
struct BenchWerkvoorraad: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "werkvoorraad",
        abstract: "De eerste bladzijde van de werkvoorraad, met elk filter, en de telling eronder."
    )

    @Option(help: "regie.yaml van de installatie.")
    var config: String

    @Option(help: "Hoe vaak elk filter wordt gevraagd.")
    var aantal: Int = 500

    @Option(help: "Regels op een bladzijde.")
    var limiet: Int = 50

    func run() async throws {
        let installatie = try await Installatie.open(try RegieConfig.load(path: config))
        guard let code = installatie.config.gemeentecodes.first else { return }
        let toegang = Toegang(actor: "regie-bench", rol: .systeem, doel: "meting", oorsprong: "regie-bench")
        let store = try await installatie.store(code, als: toegang)
        let regels = try await store.countWork(WorkFilter())
        let voorbeeld = try await store.listWork(WorkFilter(), limiet: 20_000, overslaan: 0)
        let klantmanagers = Set(voorbeeld.compactMap(\.klantmanager)).sorted()
        let codes = Set(voorbeeld.map(\.signaal.code)).sorted { $0.rawValue < $1.rawValue }
        let dagen = Set(voorbeeld.compactMap(\.signaal.voor)).sorted()
        let soorten: [(String, [WorkFilter])] = [
            ("alles", [WorkFilter()]),
            ("klantmanager", klantmanagers.map { WorkFilter(klantmanager: $0) }),
            ("code", codes.map { WorkFilter(code: $0) }),
            ("voor", dagen.map { WorkFilter(voor: $0) }),
        ]
        for (soort, filters) in soorten where !filters.isEmpty {
            let bladzijden = try await tijden(filters) {
                _ = try await store.listWork($0, limiet: limiet, overslaan: 0)
            }
            let tellen = try await tijden(filters, hoogstens: 20) { _ = try await store.countWork($0) }
            Meting.druk(
                "werkvoorraad",
                [
                    ("opslag", .tekst(try await installatie.inspect(code).kind)), ("regels", .getal(regels)),
                    ("filter", .tekst(soort)), ("verschillende", .getal(filters.count)),
                    ("mediaanMs", Meting.getal(bladzijden[bladzijden.count / 2], 2)),
                    ("p99Ms", Meting.getal(bladzijden[bladzijden.count * 99 / 100], 2)),
                    ("tellenMediaanMs", Meting.getal(tellen[tellen.count / 2], 2)),
                ]
            )
        }
        await installatie.sluit()
    }

    /// Milliseconds of each question, sorted; the filters come by in turn.
    private func tijden(
        _ filters: [WorkFilter],
        hoogstens: Int = .max,
        _ vraag: (WorkFilter) async throws -> Void
    ) async throws -> [Double] {
        var tijden: [Double] = []
        for nummer in 0..<max(1, min(aantal, hoogstens)) {
            tijden.append(1e3 * (try await Meting.duur { try await vraag(filters[nummer % filters.count]) }))
        }
        return tijden.sorted()
    }
}
