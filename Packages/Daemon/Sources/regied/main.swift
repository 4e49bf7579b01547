// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering
import RegieRuntime

/// The command line of the daemon. A command, so that its manual page and completions carry its name.
struct Opties: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regied",
        abstract: "Ontvangt wat DUO meldt, verwerkt en verzendt berichten, en bewaakt elke nacht de termijnen."
    )

    @Option(
        help: ArgumentHelp(
            "Configuratiebestand (anders REGIE_CONFIG, ./regie.yaml, /etc/regie/regie.yaml).",
            valueName: "pad"
        )
    )
    var config: String?

    @Flag(help: "Voer alles wat aan de beurt is eenmaal uit, op volgorde, en stop dan.")
    var once = false

    @Flag(help: "Toon de versie.")
    var version = false
}

/// The argument parser speaks English; whoever runs a gemeente's installation reads Dutch.
func nederlands(_ tekst: String) -> String {
    [
        ("OVERVIEW: ", ""), ("USAGE: ", "GEBRUIK: "), ("Usage: ", "Gebruik: "), ("\nOPTIONS:", "\nOPTIES:"),
        ("Show help information.", "Toon deze uitleg."), ("  See '", "  Zie '"),
        ("for more information.", "voor uitleg."), ("Error: ", "Fout: "), ("Unknown option", "Onbekende optie"),
        ("Unexpected argument", "Onverwacht argument"), ("Missing value for", "Er ontbreekt een waarde bij"),
        ("Did you mean", "Bedoelde u"),
    ].reduce(tekst) { $0.replacingOccurrences(of: $1.0, with: $1.1) }
}

/// 2 is wrong usage or configuration, 1 is everything else that keeps the daemon from its work.
func stop(_ fout: RegieFout) -> Never {
    FileHandle.standardError.write(Data("regied: \(fout)\n".utf8))
    exit(fout.code == .configOngeldig || fout.code == .wetOngeldig ? 2 : 1)
}

let opties: Opties
do {
    opties = try Opties.parse()
} catch {
    let goed = Opties.exitCode(for: error).isSuccess
    let tekst = Data((nederlands(Opties.fullMessage(for: error)) + "\n").utf8)
    (goed ? FileHandle.standardOutput : FileHandle.standardError).write(tekst)
    exit(goed ? 0 : 2)
}
if opties.version {
    print("regied \(RegieVersie.tekst)")
    exit(0)
}
do {
    try await Regied(try RegieConfig.load(path: opties.config)).run(once: opties.once)
} catch let fout as RegieFout {
    stop(fout)
} catch {
    stop(
        RegieFout(
            RegieFout.Code(rawValue: "start-mislukt"),
            "De daemon kan niet werken: \(Redactor.redact("\(error)"))."
        )
    )
}
