// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

struct PipGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pip",
        abstract: "Het persoonlijk plan inburgering en participatie (Wi2021 art. 15).",
        subcommands: [Vaststellen.self, Wijzigen.self, Intrekken.self]
    )

    /// What a PIP can hold, besides date and leerroute.
    struct Inhoud: ParsableArguments {
        @Option(help: .init("Taalniveau.", valueName: "A2|B1")) var niveau: NiveauPip?
        @Option(
            name: .customLong("intensiteit"),
            help: .init("Geschatte uren B1-route (asielstatushouder).", valueName: "uren")
        )
        var intensiteit: Int?
        @Option(help: .init("Alfabetiseringsonderwijs.", valueName: "A|AA|NVT")) var alfabetisering:
            Alfabetiseringsonderwijs?
        @Flag(inversion: .prefixedNo, help: "Mag eerst de opleiding afmaken.") var magOpleidingAfmaken: Bool?
        @Option(name: .customLong("gesprekken"), help: .init("Aantal voortgangsgesprekken.", valueName: "aantal"))
        var gesprekken: Int?
        @Option(name: .customLong("uren-pvt"), help: .init("Uren participatieverklaringstraject.", valueName: "uren"))
        var urenPVT: Int?
        @Option(
            name: .customLong("uren-map"),
            help: .init("Uren module Arbeidsmarkt en Participatie.", valueName: "uren")
        )
        var urenMAP: Int?
        @Flag(name: .customLong("a2-examen-gewenst"), help: "Wil in de Z-route examen op A2 doen.") var a2 = false
        @Option(
            name: .customLong("examen-a2"),
            help: .init("B1-route: dit onderdeel op A2 (Wi2021 art. 17 lid 3); mag vaker.", valueName: "LE|LU|SC|SP")
        )
        var examenA2: [Examenonderdeel] = []
        @Option(
            name: .customLong("uren-zroute"),
            help: .init(
                "Z-route: lagere urennorm bij een auditieve of visuele beperking met revalidatie (Regeling art. 3.16).",
                valueName: "uren"
            )
        )
        var urenZroute: Int?
        @Option(
            name: .customLong("zonder-uren"),
            help: .init(
                "Z-route: geen lesuren voor dit onderdeel, op dezelfde grond; mag vaker.",
                valueName: "LE|LU|SC|SP"
            )
        )
        var zonderUren: [Examenonderdeel] = []
        @Flag(help: "Wacht op informatie van derden (Besluit art. 5.3 lid 2).") var wachtOpDerden = false
        @Option(help: .init("Dag waarop die informatie kwam.", valueName: "datum")) var ontvangenOp: Datum?

        var derden: WachtOpDerden? {
            wachtOpDerden || ontvangenOp != nil ? WachtOpDerden(ontvangenOp: ontvangenOp) : nil
        }
    }

    struct Vaststellen: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "vaststellen",
            abstract: "Stel het eerste PIP vast; DUO krijgt bericht."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van de beschikking.", valueName: "datum")) var dagtekening: Datum
        @Option(help: .init("B1-route, onderwijsroute of Z-route.", valueName: "B|O|Z")) var leerroute: Leerroute
        @OptionGroup(title: "Inhoud") var inhoud: Inhoud

        /// DUO would get the same twice, and both would count.
        func letOp(_ zaak: Zaakbeeld) throws -> [String] {
            guard let eerder = zaak.dossier.feiten.pipVastgesteld.last(where: { $0.inhoud.dagtekening == dagtekening })
            else { return [] }
            throw RegieFout(
                .bestaatAl,
                "Er is al een PIP van \(dagtekening.leesbaar) (feit \(eerder.volgnummer)).",
                watTeDoen: "Gebruik 'regie pip wijzigen', of trek dat PIP eerst in met 'regie pip intrekken'."
            )
        }

        func feit() -> Feit {
            .pipVastgesteld(
                .init(
                    dagtekening: dagtekening,
                    leerroute: leerroute,
                    niveau: inhoud.niveau,
                    geschatteIntensiteitB1Route: inhoud.intensiteit,
                    indicatorAlfabetiseringsonderwijs: inhoud.alfabetisering,
                    indicatorMagOpleidingAfmaken: inhoud.magOpleidingAfmaken,
                    aantalVoortgangsgesprekken: inhoud.gesprekken,
                    urenPVT: inhoud.urenPVT,
                    urenMAP: inhoud.urenMAP,
                    a2ExamenGewenst: inhoud.a2 ? true : nil,
                    wachtOpDerden: inhoud.derden,
                    examenonderdelenA2: inhoud.examenA2.isEmpty ? nil : inhoud.examenA2,
                    lagereUrennormZroute: inhoud.urenZroute,
                    onderdelenZonderUren: inhoud.zonderUren.isEmpty ? nil : inhoud.zonderUren
                )
            )
        }
    }

    struct Wijzigen: Handeling {
        static let configuration = CommandConfiguration(
            commandName: "wijzigen",
            abstract: "Wijzig het PIP; geef alleen wat verandert."
        )

        @OptionGroup var kader: Handelkader
        @Option(help: .init("Dag van de beschikking.", valueName: "datum")) var dagtekening: Datum
        @Option(help: .init("Waarom het PIP wijzigt.", valueName: "soort")) var wegens: PipWijzigingsreden
        @Option(help: .init("Nieuwe leerroute.", valueName: "B|O|Z")) var leerroute: Leerroute?
        @OptionGroup(title: "Inhoud") var inhoud: Inhoud

        func letOp(_ zaak: Zaakbeeld) -> [String] {
            let stand = zaak.beoordeling(op: dagtekening).stand
            var uit: [String] = []
            if zaak.dossier.feiten.pipVastgesteld.allSatisfy({ $0.geldigOp > dagtekening }) {
                uit.append("er is op \(dagtekening.leesbaar) nog geen PIP vastgesteld.")
            }
            let zroute = [("uren-zroute", inhoud.urenZroute != nil), ("zonder-uren", !inhoud.zonderUren.isEmpty)]
            if let route = leerroute ?? stand.leerroute, route != .z {
                for (optie, gegeven) in zroute where gegeven {
                    uit.append("--\(optie) telt alleen in de Z-route; dit PIP heeft leerroute \(route.rawValue).")
                }
            }
            return uit
        }

        func feit() -> Feit {
            .pipGewijzigd(
                .init(
                    dagtekening: dagtekening,
                    reden: wegens,
                    leerroute: leerroute,
                    niveau: inhoud.niveau,
                    geschatteIntensiteitB1Route: inhoud.intensiteit,
                    indicatorAlfabetiseringsonderwijs: inhoud.alfabetisering,
                    indicatorMagOpleidingAfmaken: inhoud.magOpleidingAfmaken,
                    aantalVoortgangsgesprekken: inhoud.gesprekken,
                    urenPVT: inhoud.urenPVT,
                    urenMAP: inhoud.urenMAP,
                    a2ExamenGewenst: inhoud.a2 ? true : nil,
                    wachtOpDerden: inhoud.derden,
                    examenonderdelenA2: inhoud.examenA2.isEmpty ? nil : inhoud.examenA2,
                    lagereUrennormZroute: inhoud.urenZroute,
                    onderdelenZonderUren: inhoud.zonderUren.isEmpty ? nil : inhoud.zonderUren
                )
            )
        }
    }

    struct Intrekken: Opdracht {
        static let configuration = CommandConfiguration(
            commandName: "intrekken",
            abstract: "Trek het laatste PIP in: dat feit telt niet meer mee."
        )

        @OptionGroup var kader: Handelkader
        var vorm: Vorm { kader.algemeen.output }

        func voerUit() async throws -> Antwoord {
            try await Intrekking.leg(kader, wat: "PIP") { feit in
                switch feit {
                case .pipVastgesteld, .pipGewijzigd: true
                default: false
                }
            }
        }
    }
}
