// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

/// What the argument parser does not do by itself.
enum Argumenten {
    private static let metWaarde = ["--config", "--gemeente", "--output", "--reden"]
    private static let zonderWaarde = ["--dry-run"]

    /// Options that every command takes may stand before the command as well: they are moved behind it.
    static func schik(_ argumenten: [String]) -> [String] {
        var voorop: [String] = []
        var rest = argumenten[...]
        while let eerste = rest.first {
            if zonderWaarde.contains(eerste) || metWaarde.contains(where: { eerste.hasPrefix($0 + "=") }) {
                voorop.append(rest.removeFirst())
            } else if metWaarde.contains(eerste), rest.count > 1 {
                voorop += [rest.removeFirst(), rest.removeFirst()]
            } else {
                break
            }
        }
        guard !voorop.isEmpty, let einde = rest.firstIndex(of: "--") else { return Array(rest) + voorop }
        return rest[..<einde] + voorop + rest[einde...]
    }

    /// What is wrong with the words that should lead to a command; nil when they do.
    static func onbekendeOpdracht(_ argumenten: [String]) -> String? {
        var plaats: any ParsableCommand.Type = Regie.self
        var pad = "regie"
        for woord in argumenten {
            let opdrachten = plaats.configuration.subcommands
            if opdrachten.isEmpty || woord.hasPrefix("-") { return nil }
            if woord == "help", pad == "regie" { return nil }
            let namen = opdrachten.compactMap { $0.configuration.commandName }
            guard let volgende = opdrachten.first(where: { $0.configuration.commandName == woord }) else {
                let raad = Suggestie.dichtstbij(woord, in: namen).map { " Bedoelde u '\(pad) \($0)'?" } ?? ""
                return
                    "De opdracht '\(pad) \(woord.prefix(40))' is niet bekend.\(raad)\nKies uit: \(namen.joined(separator: ", ")).\n"
                    + "Gebruik: \(pad) <opdracht>\n  Zie '\(pad) --help' voor uitleg."
            }
            plaats = volgende
            pad += " \(woord)"
        }
        return nil
    }
}
