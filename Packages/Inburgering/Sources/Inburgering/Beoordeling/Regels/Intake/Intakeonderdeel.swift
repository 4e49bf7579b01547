// SPDX-License-Identifier: EUPL-1.2

/// A part of the brede intake. Gemeenten write these in their own words; a part is known by a stem in them.
enum Intakeonderdeel: CaseIterable {
    case leerbaarheidstoets
    case onderwijsEnWerk
    case omstandigheden
    case taalniveau
    case arbeidsparticipatie
    case zelfredzaamheid
    case voorschools

    /// The parts that everybody's intake has.
    static let altijd: [Intakeonderdeel] = allCases.filter { $0 != .voorschools }

    /// As the law names it.
    var woorden: String {
        switch self {
        case .leerbaarheidstoets: "de leerbaarheidstoets"
        case .onderwijsEnWerk: "onderwijs en werkervaring"
        case .omstandigheden: "persoonlijke omstandigheden"
        case .taalniveau: "het taalniveau"
        case .arbeidsparticipatie: "de mogelijkheden tot arbeidsparticipatie"
        case .zelfredzaamheid: "de zelfredzaamheid"
        case .voorschools: "voor- en vroegschoolse educatie van het kind"
        }
    }

    /// Whether a gemeente's words mean this part.
    func herkent(_ tekst: String) -> Bool {
        switch self {
        case .leerbaarheidstoets: tekst.heeft("leerbaar")
        case .onderwijsEnWerk: tekst.heeft("onderwijs") || tekst.heeft("werkervaring") || tekst.heeft("opleiding")
        case .omstandigheden: tekst.heeft("omstandighe") || tekst.heeft("gezondheid")
        case .taalniveau: tekst.heeft("taal")
        case .arbeidsparticipatie: tekst.heeft("arbeid")
        case .zelfredzaamheid: tekst.heeft("zelfredzaam")
        case .voorschools: tekst.heeft("voorschool") || tekst.heeft("vroegschool") || tekst.heeft("vve")
        }
    }
}

extension IntakeAfgenomen {
    /// Words by which each part of the brede intake is known, Dutch.
    public static let onderdeelnamen = [
        "leerbaarheidstoets", "onderwijs en werkervaring", "omstandigheden", "taalniveau", "arbeidsparticipatie",
        "zelfredzaamheid", "voorschoolse educatie",
    ]

    /// Whether words of `onderdelen` mean a part of the brede intake; what is not known counts for none.
    public static func herkent(onderdeel tekst: String) -> Bool {
        Intakeonderdeel.allCases.contains { $0.herkent(tekst) }
    }
}
