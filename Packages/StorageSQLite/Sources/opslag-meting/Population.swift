// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Dossiers as a gemeente has them: some ten facts each.
struct Population: Sendable {
    let count: Int
    let toegang: Toegang
    let gemeente: Gemeentecode

    /// Spread over the whole range of ids, each one once.
    func id(_ place: Int) -> DossierID {
        var generator = Seeded(state: UInt64(place))
        return DossierID.nieuw(met: &generator)
    }

    func step(_ place: Int) -> Stap {
        let id = id(place)
        let facts = facts(place)
        return Stap(
            dossier: id,
            laatsteVolgnummer: 0,
            feiten: facts,
            zoeksleutels: Dossier(
                id: id,
                gemeente: gemeente,
                gebeurtenissen: facts.prefix(1).map { $0.gebeurtenis(volgnummer: 1) }
            ).zoeksleutels,
            audit: AuditRegel("meting", object: id.tekst, door: toegang, op: Tijdstip(milliseconden: 1))
        )
    }

    /// One line or two for each dossier, as the assessment would give; `shift` makes another night of it.
    func lines(_ dossier: Dossier, shift: Int = 0) -> [Werkregel] {
        guard let pip = dossier.feiten.pipVastgesteld.last else { return [] }
        let voor = pip.inhoud.dagtekening.plus(dagen: 90 + shift)
        let klantmanager = dossier.feiten.klantmanagerToegewezen.last?.inhoud.klantmanager
        return ["INBURGERINGSAANBOD", "VOORTGANGSGESPREK"].enumerated().map { place, code in
            let signaal = Signaal(
                Beoordelingscode(rawValue: code),
                voor: voor.plus(dagen: place * 30),
                ernst: Signaal.Ernst.allCases[(Int(voor.dagnummer) + place) % 4],
                actie: "Doe wat er te doen is vóór deze dag.",
                grondslag: ["Wi2021 art. 16", "Besluit inburgering 2021 art. 4.2"],
                feiten: [pip.volgnummer]
            )
            return Werkregel(dossier: dossier.id, herkomst: .beoordeling, signaal: signaal, klantmanager: klantmanager)
        }
    }

    private func facts(_ place: Int) -> [Stap.NieuwFeit] {
        let start = Datum(dagnummer: 18_993 + place % 1200)
        var facts: [Feit] = [
            .persoonsgegevensOntvangen(
                PersoonsgegevensOntvangen(
                    vnummer: VNummer(waarde: 1_000_000_000 + place),
                    geslachtsnaam: "Persoon \(place)",
                    geboortedatum: OnvolledigeDatum("1990-00-00")
                )
            ),
            .inburgeringsplichtVastgesteld(
                InburgeringsplichtVastgesteld(begindatum: start, doelgroep: .asielstatushouder)
            ),
            .klantmanagerToegewezen(KlantmanagerToegewezen(datum: start, klantmanager: "klantmanager-\(place % 50)")),
            .pipVastgesteld(
                PIPVastgesteld(dagtekening: start.plus(dagen: 60), leerroute: .b1, aantalVoortgangsgesprekken: 4)
            ),
            .inburgeringstermijnVastgesteld(
                InburgeringstermijnVastgesteld(
                    startdatum: start.plus(dagen: 61),
                    einddatum: start.plus(dagen: 61 + 1096)
                )
            ),
        ]
        for quarter in 1...5 {
            facts.append(
                .urenGeregistreerd(
                    UrenGeregistreerd(peildatum: start.plus(dagen: 90 * quarter), urensoort: .taal, uren: 60 * quarter)
                )
            )
        }
        return facts.map {
            Stap.NieuwFeit(
                geldigOp: $0.inhoud.eigenDatum ?? start,
                bekendOp: Tijdstip(start),
                bron: .duo,
                feit: $0
            )
        }
    }
}

/// SplitMix64 (public domain).
struct Seeded: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
