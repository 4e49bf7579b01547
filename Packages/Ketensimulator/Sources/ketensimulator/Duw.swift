// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import KetensimulatorKit

/// `ketensimulator duw`: pushes all notifications of a world file and measures.
struct Duw: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Duwt alle notificaties van een wereldbestand zo snel als de ontvanger ze neemt, en meet."
    )

    @Option(help: "Wereldbestand (JSON Lines).")
    var wereld: String
    @Option(name: .customLong("naar-url"), help: "Basis van de Notificatie-API van de gemeente.")
    var naarURL: String
    @Option(help: "Aantal verbindingen tegelijk.")
    var verbindingen = 32
    @Option(help: "Hoogstens zoveel notificaties.")
    var aantal: Int?
    @OptionGroup var tls: TLSOpties

    func run() async throws {
        do {
            let bestand = try Wereldbestand(pad: wereld)
            meld("\(bestand.aantalNotificaties) notificaties in \(wereld)")
            let uitslag = try await Lastduwer(
                bestand: bestand,
                naarURL: naarURL,
                verbindingen: verbindingen,
                aantal: aantal,
                tls: tls.bestanden
            ).duw()
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
            print(String(decoding: try encoder.encode(uitslag), as: UTF8.self))
        } catch let fout as Wereldfout {
            meld(fout.uitleg)
            throw ExitCode(2)
        }
    }
}
