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

    /// Records the fact that follows from the dossier as it is. What a klantmanager must know besides is said on
    /// standard error: the act is theirs, so it is recorded all the same.
    func leg(
        _ maak: (Zaakbeeld) throws -> (feit: Feit, letOp: [String])
    ) async throws -> Antwoord {
        try await Vastlegger(algemeen, wijziging).leg(in: dossier) { sessie, bestaand in
            let zaak = Zaakbeeld(
                dossier: try Zaakbeeld.bestaand(bestaand, dossier),
                beoordelaar: sessie.beoordelaar
            )
            let (feit, letOp) = try maak(zaak)
            for woorden in letOp { Melding.waarschuwing(woorden) }
            return [feit.vanGemeente(op: feit.inhoud.eigenDatum ?? sessie.klok.vandaag, sessie.klok.nu)]
        }
    }
}

/// The dossier that an act is about, as it is before the act.
struct Zaakbeeld {
    let dossier: Dossier
    let beoordelaar: Beoordelaar

    static func bestaand(_ dossier: Dossier?, _ id: DossierID) throws(RegieFout) -> Dossier {
        if let dossier { return dossier }
        throw RegieFout(.nietGevonden, "Dossier \(id) is er niet.", watTeDoen: "Bekijk 'regie dossier list'.")
    }

    /// What the law and the policy make of it on a day.
    func beoordeling(op dag: Datum) -> Beoordeling { beoordelaar.beoordeel(dossier, op: dag) }
}

/// An act of a klantmanager: the friendly face of one fact.
protocol Handeling: Opdracht {
    var kader: Handelkader { get }
    /// What happened.
    func feit() throws -> Feit
    /// What the klantmanager must know of this act in this dossier; throws when it cannot be.
    func letOp(_ zaak: Zaakbeeld) throws -> [String]
}

extension Handeling {
    var vorm: Vorm { kader.algemeen.output }

    func letOp(_ zaak: Zaakbeeld) throws -> [String] { [] }

    func voerUit() async throws -> Antwoord {
        let feit = try feit()
        return try await kader.leg { (feit, try letOp($0)) }
    }
}

extension Feit {
    /// The fact as the gemeente's own, known now.
    func vanGemeente(op datum: Datum, _ nu: Tijdstip) -> Stap.NieuwFeit {
        Stap.NieuwFeit(geldigOp: datum, bekendOp: nu, bron: .gemeente, feit: self)
    }
}
