// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieRuntime

/// Takes back the last fact of a kind that the gemeente recorded itself: a correction, because no fact ever goes.
enum Intrekking {
    static func leg(
        _ kader: Handelkader,
        wat: String,
        welke: (Feit) -> Bool
    ) async throws -> Antwoord {
        let wijziging = kader.wijziging
        return try await Vastlegger(kader.algemeen, wijziging).leg(in: kader.dossier, slot: slot) { sessie, dossier in
            let feiten = dossier?.gebeurtenissen ?? []
            let weg = Set(
                feiten.compactMap {
                    if case .gecorrigeerd(let correctie) = $0.feit { correctie.volgnummer } else { nil }
                }
            )
            let laatste = feiten.last { $0.bron == .gemeente && welke($0.feit) && !weg.contains($0.volgnummer) }
            guard let laatste else {
                throw RegieFout(
                    .nietGevonden,
                    "Het dossier heeft geen eigen \(wat) om in te trekken.",
                    watTeDoen: "Bekijk 'regie dossier history \(kader.dossier)'."
                )
            }
            let correctie = Gecorrigeerd(volgnummer: laatste.volgnummer, reden: wijziging.waarom)
            return [Feit.gecorrigeerd(correctie).vanGemeente(op: sessie.klok.vandaag, sessie.klok.nu)]
        }
    }

    /// What DUO hears of it: a partner that still has what is withdrawn here must not be found out by surprise.
    private static func slot(_ vastlegging: Vastlegging) -> String {
        let soorten = vastlegging.berichten.map(\.soort)
        return soorten.isEmpty
            ? "Let op: DUO krijgt hier geen bericht van. Staat het eerdere bericht in 'regie bericht list' al op 'verzonden', "
                + "leg dan vast wat wel geldt, of neem contact op met DUO."
            : "DUO krijgt er bericht van: \(soorten.joined(separator: ", "))."
    }
}
