// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A resource at DUO that facts of the gemeente are about.
enum Onderwerp: Hashable, Sendable {
    case pip
    case aanbod(String)
    case map
    case pvt
    case zroute
    case urenIntake
    case urenParticipatie
    case urenParticipatietaalles
    case urenInstelling(String)
    case verzuim
    case lbt
    case contactpersoon

    /// The resource that a fact is about; nil for a fact that DUO does not hear.
    init?(_ feit: Feit) {
        switch feit {
        case .pipVastgesteld, .pipGewijzigd: self = .pip
        case .inburgeringsaanbodGedaan(let feit): self = .aanbod(feit.instellingsnummer)
        case .mapEindgesprekGevoerd: self = .map
        case .pvtOndertekend: self = .pvt
        case .zrouteAfgerond: self = .zroute
        case .urenGeregistreerd(let feit):
            switch feit.urensoort {
            case .intakeTaalKNM: self = .urenIntake
            case .participatie, .intakeParticipatie: self = .urenParticipatie
            case .participatieTaalles: self = .urenParticipatietaalles
            case .taal, .knm, .alfabetisering:
                // DUO registers these per instelling; without one there is nothing to register them under.
                guard let nummer = feit.instellingsnummer, feit.nietVrijstellendeOpleiding != true else { return nil }
                self = .urenInstelling(nummer)
            case .pvt, .mapPraktijk: return nil
            }
        case .verzuimGeregistreerd: self = .verzuim
        case .leerbaarheidstoetsOntheven: self = .lbt
        case .klantmanagerToegewezen: self = .contactpersoon
        default: return nil
        }
    }

    /// The resources that new facts are about, in the order in which they are first met: what the gemeente recorded
    /// itself, and its corrections of such facts.
    static func geraakt(door nieuwe: [Stap.NieuwFeit], in daarna: Dossier) -> [Onderwerp] {
        var uit: [Onderwerp] = []
        for feit in nieuwe where feit.bron.isEigen {
            guard let onderwerp = onderwerp(feit.feit, in: daarna), !uit.contains(onderwerp) else { continue }
            uit.append(onderwerp)
        }
        return uit
    }

    /// A correction is about what the corrected fact is about; a correction of a correction brings that fact back.
    private static func onderwerp(_ feit: Feit, in dossier: Dossier) -> Onderwerp? {
        var feit = feit
        var grens = Int.max
        while case .gecorrigeerd(let correctie) = feit {
            guard correctie.volgnummer < grens,
                let doel = dossier.gebeurtenissen.first(where: { $0.volgnummer == correctie.volgnummer }),
                doel.bron.isEigen
            else { return nil }
            grens = correctie.volgnummer
            feit = doel.feit
        }
        return Onderwerp(feit)
    }
}
