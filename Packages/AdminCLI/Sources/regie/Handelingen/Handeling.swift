// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

/// What every act of a klantmanager takes.
struct Handelkader: ParsableArguments {
    @Argument(help: .init("Dossiernummer.", valueName: "id"))
    var dossier: DossierID

    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
}

/// An act of a klantmanager: the friendly face of one fact.
protocol Handeling: Opdracht {
    var kader: Handelkader { get }
    /// What happened.
    func feit() throws -> Feit
}

extension Handeling {
    var vorm: Vorm { kader.algemeen.output }

    func voerUit() async throws -> Antwoord {
        let feit = try feit()
        return try await Vastlegger(kader.algemeen, kader.wijziging).leg(in: kader.dossier) { sessie, _ in
            [feit.vanGemeente(op: feit.inhoud.eigenDatum ?? sessie.klok.vandaag, sessie.klok.nu)]
        }
    }
}

extension Feit {
    /// The fact as the gemeente's own, known now.
    func vanGemeente(op datum: Datum, _ nu: Tijdstip) -> Stap.NieuwFeit {
        Stap.NieuwFeit(geldigOp: datum, bekendOp: nu, bron: .gemeente, feit: self)
    }
}
