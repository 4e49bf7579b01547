// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

/// Every worked case of `Fixtures/casussen`: on each day the terms, counts and signals must be as written there, and
/// what must not be there is not.
@Suite struct `Uitgewerkte gevallen` {
    @Test func `de gevallen zijn er, en elke code heeft er minstens acht`() throws {
        var aantal: [String: Int] = [:]
        for geval in Werkgeval.alle {
            var codes: Set<String> = []
            for verwacht in try #require(geval.json["verwacht"]?.lijst, "\(geval.bestand)") {
                for deel in ["termijnen", "voortgang", "signalen"] {
                    codes.formUnion((verwacht[deel]?.leden ?? []).map(\.sleutel))
                }
                for deel in ["geenTermijn", "geenSignaal"] {
                    codes.formUnion((verwacht[deel]?.lijst ?? []).compactMap(\.tekst))
                }
            }
            for code in codes { aantal[code, default: 0] += 1 }
        }
        #expect(Werkgeval.alle.count >= 300)
        let codes: [Beoordelingscode] = [
            .pipVaststellen, .pipNaVerhuizing, .inburgeringstermijn, .termijnWijktAf, .intakeOproep,
            .inburgeringsaanbod,
            .schakelenTot, .verlengingAanvragenVanaf, .pvt, .map, .plichtVoldaan, .gegevensTegenstrijdig,
            .intakeOnderdelen, .pipOnderdelen, .taalschakeltrajectStart, .afschalenMogelijk, .bijnaKlaar,
            .verlengingBesluit,
            .nieuweTermijn, .zrouteUrenLes, .zrouteUrenParticipatie, .zrouteEindgesprek, .examen,
            .examenGratisPogingen, .verwijtbaarheidDoorgeven, .voortgangsgesprek, .ontzorgen, .boeteBesluit,
            .boeteBetaling,
            .bezwaar, .bezwaarBesluit, .ontheffingAdvies, .overdracht, .bewaartermijn, .bewaartermijnSelectielijst,
            .wi2013Termijn, .wi2013PVT, .wi2013Lening, .wi2013Stagnatie,
        ]
        for code in codes { #expect(aantal[code.rawValue, default: 0] >= 8, "\(code)") }
    }

    @Test(arguments: Werkgeval.alle)
    func `de beoordeling is zoals uitgeschreven`(_ geval: Werkgeval) throws {
        let beoordelaar = try Wet.beoordelaar()
        let dossier = try geval.casus.dossier
        let verwacht = try #require(geval.json["verwacht"]?.lijst)
        #expect(!verwacht.isEmpty)
        for regel in verwacht {
            let peildatum = try dag(try #require(regel["peildatum"]?.tekst))
            let json = beoordelaar.beoordeel(dossier, op: peildatum).json
            let waar = "\(geval.bestand) op \(peildatum)"
            for veld in ["wet", "stand"] {
                if let deel = regel[veld] { vergelijk(deel, json[veld], waar) }
            }
            for (deel, geen) in [("termijnen", "geenTermijn"), ("signalen", "geenSignaal"), ("voortgang", "")] {
                let gevonden = json[deel]?.lijst ?? []
                for lid in regel[deel]?.leden ?? [] {
                    let zelfde = gevonden.filter { $0["code"]?.tekst == lid.sleutel }
                    // One of a code, or a list where there are more: the new terms after a boete.
                    let rij = lid.waarde.lijst ?? [lid.waarde]
                    #expect(zelfde.count == rij.count, "\(waar): \(lid.sleutel) staat \(zelfde.count) keer in \(deel)")
                    for (een, gevonden) in zip(rij, zelfde) { vergelijk(een, gevonden, "\(waar): \(lid.sleutel)") }
                }
                for code in regel[geen]?.lijst ?? [] {
                    #expect(!gevonden.contains { $0["code"] == code }, "\(waar): \(code) hoort niet in \(deel)")
                }
            }
        }
    }

    private func vergelijk(_ verwacht: JSON, _ gevonden: JSON?, _ waar: String) {
        guard let leden = verwacht.leden else {
            #expect(gevonden == verwacht, "\(waar)")
            return
        }
        for lid in leden { #expect(gevonden?[lid.sleutel] ?? .null == lid.waarde, "\(waar): \(lid.sleutel)") }
    }
}
