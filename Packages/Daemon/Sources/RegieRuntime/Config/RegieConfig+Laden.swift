// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
import Yams

extension RegieConfig {
    /// Reads the configuration; throws `config-ongeldig` with the first thing that is wrong.
    /// - Parameters:
    ///   - path: what `--config` gave; nil to look in `REGIE_CONFIG`, `./regie.yaml` and `/etc/regie/regie.yaml`.
    ///   - environment: the environment of the process.
    public static func load(
        path: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(RegieFout) -> RegieConfig {
        let (config, fouten) = check(path: path, environment: environment)
        if let config { return config }
        throw fouten.first ?? RegieFout(.configOngeldig, "De configuratie kan niet worden gelezen.")
    }

    /// Reads the configuration and gives everything that is wrong with it, in the order of the file: what
    /// `regie config check` shows. The configuration is nil exactly when something is wrong.
    /// - Parameters:
    ///   - path: see `load`.
    ///   - environment: see `load`.
    ///   - programma: the executable, from which the law's parameters are looked for.
    public static func check(
        path: String?,
        environment: [String: String] = ProcessInfo.processInfo.environment,
        programma: String = Wetmap.programma()
    ) -> (config: RegieConfig?, fouten: [RegieFout]) {
        do throws(RegieFout) {
            let file = try zoek(path, environment)
            let node = try ontleed(file)
            let lezer = Configlezer(file: file, omgeving: environment)
            let config = RegieConfig(node, lezer, programma: programma)
            return (config, lezer.fouten)
        } catch {
            return (nil, [error])
        }
    }

    private static func zoek(_ path: String?, _ environment: [String: String]) throws(RegieFout) -> String {
        let hier = FileManager.default.currentDirectoryPath
        func heel(_ pad: String) -> String {
            ((pad.hasPrefix("/") ? pad : hier + "/" + pad) as NSString).standardizingPath
        }
        let genoemd = path ?? environment["REGIE_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
        let plekken = genoemd.map { [heel($0)] } ?? [heel("regie.yaml"), "/etc/regie/regie.yaml"]
        if let gevonden = plekken.first(where: { FileManager.default.fileExists(atPath: $0) }) { return gevonden }
        throw RegieFout(
            .configOngeldig,
            "Er is geen configuratie: gezocht is \(plekken.joined(separator: ", ")).",
            watTeDoen: "Noem het bestand met --config, of maak een installatie met 'regie init'."
        )
    }

    private static func ontleed(_ file: String) throws(RegieFout) -> Node {
        let tekst: String
        do {
            tekst = try String(contentsOf: URL(filePath: file), encoding: .utf8)
        } catch {
            throw RegieFout(
                .configOngeldig,
                "De configuratie kan niet worden gelezen.",
                watTeDoen: "Controleer de rechten; het bestand moet UTF-8-tekst zijn.",
                waar: file
            )
        }
        do {
            if let node = try Yams.compose(yaml: tekst) { return node }
        } catch let fout as YamlError {
            throw RegieFout(fout, in: file)
        } catch {
            throw RegieFout(.configOngeldig, "Dit is geen YAML.", waar: file)
        }
        throw RegieFout(
            .configOngeldig,
            "De configuratie is leeg.",
            watTeDoen: "Maak een installatie met 'regie init', of begin met een voorbeeld uit config/.",
            waar: file
        )
    }
}

extension RegieFout {
    /// What the YAML parser says, with the line.
    init(_ fout: YamlError, in file: String) {
        let regel: Int?
        let wat: String
        switch fout {
        case .scanner(_, let probleem, let plek, _), .parser(_, let probleem, let plek, _),
            .composer(_, let probleem, let plek, _):
            regel = plek.line
            wat = YAMLwoorden.nederlands(probleem).map { "Dit is geen YAML: \($0)." } ?? "Dit is geen YAML."
        case .duplicatedKeysInMapping(let sleutels, let plek):
            regel = plek.mark.line
            wat = "Deze sleutel staat er tweemaal: \(sleutels.joined(separator: ", "))."
        default:
            regel = nil
            wat = "Dit is geen YAML."
        }
        self.init(
            .configOngeldig,
            wat,
            watTeDoen: "Let op inspringen met spaties en op aanhalingstekens.",
            waar: regel.map { "\(file):\($0)" } ?? file
        )
    }
}
