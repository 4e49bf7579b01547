// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import KetensimulatorKit
import Logging
import ServiceLifecycle
import UnixSignals

/// `ketensimulator serve`: DUO's APIs, until SIGTERM or SIGINT.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Bedient de API's van DUO.")

    @Option(help: "Adres om op te luisteren.")
    var adres = "127.0.0.1"
    @Option(help: "Poort om op te luisteren; 0 laat het systeem kiezen.")
    var poort = 9080
    @Option(help: "Wereldbestand (JSON Lines).")
    var wereld: String?
    @Option(help: "Gemeente als CODE=OIN; mag vaker. Vervangt de gemeenten van het wereldbestand.")
    var gemeente: [String] = []
    @Option(name: .customLong("duo-oin"), help: "OIN van DUO, als er geen wereldbestand is.")
    var duoOin = Wereldkop.standaardDuoOin
    @Option(help: "Wat vandaag is voor DUO (JJJJ-MM-DD); anders de echte dag.", transform: Self.dag)
    var vandaag: Dag?
    @Option(name: .customLong("naar-url"), help: "Basis van de Notificatie-API van de gemeente.")
    var naarURL: String?
    @Flag(name: .customLong("duw-bij-start"), help: "Duw de notificaties van het wereldbestand bij het starten.")
    var duwBijStart = false
    @OptionGroup var tls: TLSOpties

    func run() async throws {
        var instellingen = Simulatorinstellingen()
        instellingen.adres = adres
        instellingen.poort = poort
        instellingen.wereld = wereld
        instellingen.kop = try kop()
        instellingen.kalender = vandaag.map { .vast($0) } ?? .echt
        instellingen.naarURL = naarURL
        instellingen.duwBijStart = duwBijStart
        instellingen.tls = tls.bestanden
        var logger = Logger(label: "ketensimulator") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = .error
        let schema = tls.bestanden == nil ? "http" : "https"
        let simulator = Ketensimulator(instellingen, logger: logger) { [adres] poort in
            meld("ketensimulator luistert op \(schema)://\(adres):\(poort)/v1")
        }
        do {
            try await ServiceGroup(
                configuration: .init(
                    services: [.init(service: simulator, successTerminationBehavior: .gracefullyShutdownGroup)],
                    gracefulShutdownSignals: [.sigterm, .sigint],
                    logger: logger
                )
            ).run()
        } catch let fout as Wereldfout {
            meld(fout.uitleg)
            throw ExitCode(2)
        }
    }

    private static func dag(_ tekst: String) throws -> Dag {
        guard let dag = Dag(tekst) else { throw ValidationError("\(tekst) is geen dag (JJJJ-MM-DD).") }
        return dag
    }

    /// The gemeenten of the command line, with the lists of the world file if there is one.
    private func kop() throws -> Wereldkop? {
        guard !gemeente.isEmpty else { return nil }
        let gemeenten = try gemeente.map { tekst in
            let delen = tekst.split(separator: "=")
            guard delen.count == 2 else { throw ValidationError("--gemeente verwacht CODE=OIN.") }
            return Gemeente(gemeentecode: String(delen[0]), oin: String(delen[1]))
        }
        var kop = try wereld.map { try Wereldkop(eersteRegelVan: $0) } ?? Wereldkop(duoOin: duoOin)
        kop.gemeenten = gemeenten
        return kop
    }
}

/// Writes a line to stderr; stdout is for data.
func meld(_ tekst: String) {
    FileHandle.standardError.write(Data("\(tekst)\n".utf8))
}
