// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The hours of our own gemeente, summed as DUO wants them.
struct Urenstand: Hashable, Sendable {
    /// Total; nil when nothing was recorded.
    var uren: Int?
    /// The last peildatum among what was summed.
    var peildatum: Datum?
}

extension DuoStand {
    /// The last total per urensoort and instelling, added up.
    /// - Parameters:
    ///   - soorten: which kinds of hours.
    ///   - instelling: only those at this instelling; nil for all.
    ///   - alles: also what came from others than our own gemeente.
    func uren(_ soorten: Set<Urensoort>, instelling: String? = nil, alles: Bool = false) -> Urenstand {
        var totalen: [Sleutel: UrenGeregistreerd] = [:]
        for gebeurtenis in feiten where alles || gebeurtenis.bron.isEigen {
            guard case .urenGeregistreerd(let feit) = gebeurtenis.feit, soorten.contains(feit.urensoort),
                // Not lessons at a school with the keurmerk, and DUO takes no other.
                feit.nietVrijstellendeOpleiding != true, instelling == nil || feit.instellingsnummer == instelling
            else { continue }
            totalen[Sleutel(soort: feit.urensoort, instelling: feit.instellingsnummer)] = feit
        }
        guard !totalen.isEmpty else { return Urenstand() }
        return Urenstand(
            uren: totalen.values.reduce(0) { $0 + $1.uren },
            peildatum: totalen.values.map(\.peildatum).max()
        )
    }

    /// The instellingen at which our own gemeente recorded taalles or KNM.
    var instellingenMetUren: Set<String> {
        Set(
            feiten.compactMap { gebeurtenis -> String? in
                guard gebeurtenis.bron.isEigen, case .urenGeregistreerd(let feit) = gebeurtenis.feit,
                    Urensoort.bijInstelling.contains(feit.urensoort), feit.nietVrijstellendeOpleiding != true
                else { return nil }
                return feit.instellingsnummer
            }
        )
    }

    /// Absence as our own gemeente recorded it. The fact names no instelling: it can only be passed on when there is
    /// one instelling it can be about.
    func verzuim(bij instelling: String) -> VerzuimGeregistreerd? {
        guard instellingenMetUren == [instelling] else { return nil }
        return laatsteEigen { if case .verzuimGeregistreerd(let feit) = $0 { feit } else { nil } }
    }

    private struct Sleutel: Hashable {
        let soort: Urensoort
        let instelling: String?
    }
}

extension Urensoort {
    /// What DUO counts as taalles and KNM at an instelling; alfabetisering is part of learning NT2 (Besluit inburgering
    /// 2021 art. 3.14 lid 2).
    static let bijInstelling: Set<Urensoort> = [.taal, .knm, .alfabetisering]
    /// What DUO counts as participatieactiviteiten: those of the brede intake are in it.
    static let participatieactiviteiten: Set<Urensoort> = [.participatie, .intakeParticipatie]
}
