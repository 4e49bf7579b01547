// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

/// A date with, past the term, whether the delay is to blame.
struct Afrondopties: ParsableArguments {
    @Option(help: .init("Dag waarop.", valueName: "datum")) var datum: Datum
    @Option(help: .init("Verwijtbaar; alleen na afloop van de termijn.", valueName: "Ja|Nee")) var verwijtbaar: JaNee?

    /// What is done of the Z-route counts only for who is in it.
    func buitenZroute(_ zaak: Zaakbeeld) -> [String] {
        let route = zaak.beoordeling(op: datum).stand.leerroute
        guard route != .z else { return [] }
        return [
            route.map { "dit dossier heeft op \(datum.leesbaar) leerroute \($0.rawValue), niet de Z-route." }
                ?? "dit dossier heeft op \(datum.leesbaar) nog geen leerroute."
        ]
    }
}

/// A total of hours up to and including a day.
struct Urenopties: ParsableArguments {
    @Option(help: .init("Tot en met deze dag.", valueName: "datum")) var peildatum: Datum
    @Option(help: .init("Totaal aantal uren.", valueName: "uren")) var uren: Int

    func feit(_ soort: Urensoort) -> Feit {
        .urenGeregistreerd(.init(peildatum: peildatum, urensoort: soort, uren: uren))
    }
}

struct PvtGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pvt",
        abstract: "Het participatieverklaringstraject.",
        subcommands: [Ondertekend.self, Uren.self]
    )

    struct Ondertekend: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "ondertekend",
            abstract: "De participatieverklaring is ondertekend; DUO krijgt bericht."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var opties: Afrondopties
        func feit() -> Feit { .pvtOndertekend(.init(datum: opties.datum, verwijtbaar: opties.verwijtbaar)) }
    }

    struct Uren: Handeling {
        static let configuration = CommandConfiguration(commandName: "uren", abstract: "Leg de uren PVT vast.")
        @OptionGroup var kader: Handelkader
        @OptionGroup var opties: Urenopties
        func feit() -> Feit { opties.feit(.pvt) }
    }
}

struct MapGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "map",
        abstract: "De module Arbeidsmarkt en Participatie.",
        subcommands: [Eindgesprek.self, Uren.self]
    )

    struct Eindgesprek: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "eindgesprek",
            abstract: "Het eindgesprek MAP is gevoerd; DUO krijgt bericht."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var opties: Afrondopties
        func feit() -> Feit { .mapEindgesprekGevoerd(.init(datum: opties.datum, verwijtbaar: opties.verwijtbaar)) }
    }

    struct Uren: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "uren",
            abstract: "Leg de uren praktische inzet (MAP) vast."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var opties: Urenopties
        func feit() -> Feit { opties.feit(.mapPraktijk) }
    }
}

struct ZrouteGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "zroute",
        abstract: "De zelfredzaamheidsroute.",
        subcommands: [Eindgesprek.self, Afgerond.self]
    )

    struct Eindgesprek: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "eindgesprek",
            abstract: "Het eindgesprek van de Z-route is gevoerd."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var opties: Afrondopties
        func letOp(_ zaak: Zaakbeeld) -> [String] { opties.buitenZroute(zaak) }
        func feit() -> Feit { .zrouteEindgesprekGevoerd(.init(datum: opties.datum, verwijtbaar: opties.verwijtbaar)) }
    }

    struct Afgerond: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "afgerond",
            abstract: "De Z-route is afgerond; DUO krijgt bericht."
        )
        @OptionGroup var kader: Handelkader
        @OptionGroup var opties: Afrondopties
        func letOp(_ zaak: Zaakbeeld) -> [String] { opties.buitenZroute(zaak) }
        func feit() -> Feit { .zrouteAfgerond(.init(datum: opties.datum, verwijtbaar: opties.verwijtbaar)) }
    }
}
