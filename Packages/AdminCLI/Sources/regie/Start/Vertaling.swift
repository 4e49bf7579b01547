// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The argument parser speaks English; whoever runs a gemeente's installation reads Dutch.
enum Vertaling {
    /// Its fixed words in Dutch; the rest of a text stays as it is.
    static func nederlands(_ tekst: String) -> String {
        Waardehulp.vulAan(woorden.reduce(tekst) { $0.replacingOccurrences(of: $1.0, with: $1.1) })
    }

    private static let woorden = [
        ("OVERVIEW: ", ""),
        ("USAGE: ", "GEBRUIK: "),
        ("Usage: ", "Gebruik: "),
        ("\nARGUMENTS:", "\nARGUMENTEN:"),
        ("\nOPTIONS:", "\nOPTIES:"),
        ("\nSUBCOMMANDS:", "\nOPDRACHTEN:"),
        (" SUBCOMMANDS:", ":"),
        ("<options>", "<opties>"),
        ("<subcommand>", "<opdracht>"),
        ("Show subcommand help information.", "Toon uitleg over een opdracht."),
        ("Show help information.", "Toon deze uitleg."),
        ("Show the version.", "Toon de versie."),
        ("for detailed help.", "voor uitleg."),
        ("for more information.", "voor uitleg."),
        ("  See '", "  Zie '"),
        ("(default:", "(standaard:"),
        ("(values:", "(waarden:"),
        ("default:", "standaard:"),
        ("Help:  ", "Uitleg:  "),
        ("Missing expected argument", "Dit ontbreekt:"),
        ("Missing one of: ", "Eén hiervan ontbreekt: "),
        ("Missing value for", "Er ontbreekt een waarde bij"),
        ("Unknown option", "Onbekende optie"),
        ("Did you mean", "Bedoelde u"),
        ("Unexpected argument", "Onverwacht argument"),
        ("unexpected arguments:", "onverwachte argumenten:"),
        ("The value '", "De waarde '"),
        ("' is invalid for '", "' kan niet voor '"),
        ("Please provide one of the following:", "Kies uit:"),
        ("Please provide one of ", "Kies uit "),
        ("' or '", "' of '"),
        ("' and '", "' of '"),
    ]
}
