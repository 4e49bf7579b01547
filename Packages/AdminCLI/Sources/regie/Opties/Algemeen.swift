// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

/// What every command on an installation takes.
struct Algemeen: ParsableArguments {
    @Option(help: .init("Configuratie; anders REGIE_CONFIG, ./regie.yaml of /etc/regie/regie.yaml.", valueName: "pad"))
    var config: String?

    @Option(help: .init("Gemeente (CBS-code); mag weg als de configuratie er één heeft.", valueName: "code"))
    var gemeente: Gemeentecode?

    @Option(help: .init("Vorm van de uitvoer.", valueName: "vorm"))
    var output: Vorm = .table

    /// The configuration, checked.
    func laadConfig() throws(RegieFout) -> RegieConfig { try RegieConfig.load(path: config) }

    /// The gemeente that was named, or the only one there is.
    func kies(uit config: RegieConfig) throws(RegieFout) -> RegieConfig.Gemeente {
        let codes = config.gemeentecodes.map(\.description).joined(separator: ", ")
        if let gemeente {
            if let gevonden = config.gemeenten[gemeente] { return gevonden }
            throw RegieFout(
                .gebruikOngeldig,
                "Gemeente \(gemeente) staat niet in de configuratie.",
                watTeDoen: "Kies uit: \(codes).",
                waar: config.file
            )
        }
        if let enige = config.gemeenten.values.first, config.gemeenten.count == 1 { return enige }
        throw RegieFout(
            .gebruikOngeldig,
            "De configuratie heeft meer gemeenten.",
            watTeDoen: "Kies met --gemeente uit: \(codes)."
        )
    }
}

/// What every change takes.
struct Wijziging: ParsableArguments {
    @Option(help: .init("Waarom; komt in het auditlog.", valueName: "tekst"))
    var reden: String?

    @Flag(name: .customLong("dry-run"), help: "Controleer alles, leg niets vast.")
    var proef = false

    /// The reason, or what stands for it when nothing is written.
    var waarom: String { reden ?? "proef" }

    func validate() throws {
        let leeg = (reden ?? "").allSatisfy(\.isWhitespace)
        if leeg, !proef {
            throw ValidationError("Elke wijziging vraagt om een reden voor het auditlog: geef --reden \"…\".")
        }
    }
}
