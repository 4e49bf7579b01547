// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

/// Measures parts of Regie on generated dossiers; `make bench` runs it and prints the figures with their command.
@main
struct RegieBench: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regie-bench",
        abstract: "Meet onderdelen van Regie op gegenereerde dossiers.",
        subcommands: [
            BenchBeoordeling.self, BenchVullen.self, BenchInvoer.self, BenchNacht.self, BenchWet.self, BenchTaken.self,
            BenchWerkvoorraad.self,
        ]
    )
}
