// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import KetensimulatorKit

/// `ketensimulator`: plays DUO over the real wire.
@main
struct Opdracht: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ketensimulator",
        abstract: "Speelt DUO in de uitwisseling met gemeenten, voor demo's en tests.",
        subcommands: [Serve.self, Duw.self]
    )
}

/// The files for mutual TLS; all three or none.
struct TLSOpties: ParsableArguments {
    @Option(name: .customLong("tls-cert"), help: "PEM-bestand met het eigen certificaat.")
    var certificaat: String?
    @Option(name: .customLong("tls-key"), help: "PEM-bestand met de sleutel daarvan.")
    var sleutel: String?
    @Option(name: .customLong("tls-ca"), help: "PEM-bestand met de uitgever van het certificaat van de ander.")
    var ca: String?

    func validate() throws {
        let gegeven = [certificaat, sleutel, ca].compactMap { $0 }.count
        guard gegeven == 0 || gegeven == 3 else {
            throw ValidationError("Geef --tls-cert, --tls-key en --tls-ca alle drie of geen van drie.")
        }
    }

    var bestanden: TLSBestanden? {
        guard let certificaat, let sleutel, let ca else { return nil }
        return TLSBestanden(certificaat: certificaat, sleutel: sleutel, ca: ca)
    }
}
