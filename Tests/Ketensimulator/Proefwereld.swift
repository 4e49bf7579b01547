// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit

/// The small world in which the tests play: two gemeenten, three schools, and persons made to measure.
enum Proefwereld {
    static let amsterdam = "00000001002564440000"
    static let groningen = "00000001001873540000"
    static let bsn = "999900018"
    static let andereBsn = "999900031"
    static let vandaag = "2024-06-01"
    static let bow = "1000000001"
    static let tst = "1000000002"
    static let zonderKeurmerk = "1000000003"

    static let kop: JSONWaarde = [
        "soort": "wereld", "duoOin": .tekst(Wereldkop.standaardDuoOin),
        "gemeenten": [
            ["gemeentecode": "0363", "oin": .tekst(amsterdam)], ["gemeentecode": "0014", "oin": .tekst(groningen)],
        ],
        "instellingen": [
            school(bow, bow: true, tst: false), school(tst, bow: false, tst: true),
            school(zonderKeurmerk, bow: false, tst: false),
        ],
        "verlengingsgronden": [["code": "9", "omschrijving": "Geen tijdig inburgeringsaanbod"]],
    ]

    private static func school(_ nummer: String, bow: Bool, tst: Bool) -> JSONWaarde {
        [
            "instellingsnummer": .tekst(nummer), "naam": "Taalschool", "postcode": "1011AB", "huisnummer": 1,
            "plaatsnaam": "Amsterdam", "indicatieBowKeurmerk": .bool(bow), "indicatieTstKeurmerk": .bool(tst),
        ]
    }

    /// An asielstatushouder of Amsterdam without a PIP, with the given resources added or replaced.
    static func persoon(_ velden: [String: JSONWaarde] = [:]) -> JSONWaarde {
        let basis: [String: JSONWaarde] = [
            "soort": "persoon", "bsn": .tekst(bsn), "gemeentecode": "0363", "vestigingsdatum": "2024-02-01",
            "inburgeringsplicht": ["indicatorInburgeringsplicht": true, "begindatum": "2024-01-10"],
            "doelgroep": ["indeling": "Asielstatushouder", "begindatum": "2024-01-10"],
        ]
        return .object(basis.merging(velden) { _, nieuw in nieuw })
    }

    /// The same, with a PIP of Amsterdam of 2024-03-15 and the term that goes with it.
    static func metPIP(_ velden: [String: JSONWaarde] = [:], leerroute: String = "B") -> JSONWaarde {
        let basis: [String: JSONWaarde] = [
            "pip": [
                "gemeentecode": "0363", "pip": ["dagtekeningPip": "2024-03-15", "leerroute": .tekst(leerroute)],
            ],
            "inburgeringstermijn": ["startdatum": "2024-03-16", "einddatum": "2027-03-16"],
        ]
        return persoon(basis.merging(velden) { _, nieuw in nieuw })
    }

    static let gezinsmigrant: [String: JSONWaarde] = [
        "doelgroep": ["indeling": "Gezinsmigrant en overige migrant", "begindatum": "2024-01-10"]
    ]

    /// Runs a test against a simulator in which the given persons live.
    static func met<Uitslag: Sendable>(
        _ personen: [JSONWaarde],
        vandaag: String = Proefwereld.vandaag,
        naarURL: String? = nil,
        notificaties: [JSONWaarde] = [],
        duwBijStart: Bool = false,
        bron: String = amsterdam,
        _ proef: @Sendable (Proefclient) async throws -> Uitslag
    ) async throws -> Uitslag {
        try await Proefsimulator.met(
            wereld: [kop] + personen + notificaties,
            vandaag: Dag(vandaag) ?? Dag(nummer: 0),
            naarURL: naarURL,
            duwBijStart: duwBijStart,
            bron: bron,
            proef
        )
    }
}
