// SPDX-License-Identifier: EUPL-1.2

/// A rule that can be left out when nobody asked for what it finds.
enum Regel: Int, CaseIterable {
    case wi2013
    case overdracht
    case bewaartermijn
    case gegevensTegenstrijdig
    case intakeOnderdelen
    case pipVaststellen
    case pipOnderdelen
    case pipNaVerhuizing
    case intakeOproep
    case inburgeringstermijn
    case inburgeringsaanbod
    case taalschakeltrajectStart
    case schakelenTot
    case afschalenMogelijk
    case verlengingAanvragenVanaf
    case verlengingBesluit
    case bijnaKlaar
    case voortgangsgesprek
    case examen
    case zroute
    case pvtEnMAP
    case verwijtbaarheidDoorgeven
    case nieuweTermijn
    case ontzorgen
    case boeteBesluit
    case bezwaar
    case ontheffingAdvies
    case plichtVoldaan

    /// What it finds.
    var codes: [Beoordelingscode] {
        switch self {
        case .wi2013: [.wi2013Termijn, .wi2013PVT, .wi2013Lening, .wi2013Stagnatie]
        case .overdracht: [.overdracht]
        case .bewaartermijn: [.bewaartermijn, .bewaartermijnSelectielijst]
        case .gegevensTegenstrijdig: [.gegevensTegenstrijdig]
        case .intakeOnderdelen: [.intakeOnderdelen]
        case .pipVaststellen: [.pipVaststellen]
        case .pipOnderdelen: [.pipOnderdelen]
        case .pipNaVerhuizing: [.pipNaVerhuizing]
        case .intakeOproep: [.intakeOproep]
        case .inburgeringstermijn: [.inburgeringstermijn, .termijnWijktAf]
        case .inburgeringsaanbod: [.inburgeringsaanbod]
        case .taalschakeltrajectStart: [.taalschakeltrajectStart]
        case .schakelenTot: [.schakelenTot]
        case .afschalenMogelijk: [.afschalenMogelijk]
        case .verlengingAanvragenVanaf: [.verlengingAanvragenVanaf]
        case .verlengingBesluit: [.verlengingBesluit]
        case .bijnaKlaar: [.bijnaKlaar]
        case .voortgangsgesprek: [.voortgangsgesprek]
        case .examen: [.examen, .examenGratisPogingen]
        case .zroute: [.zrouteUrenLes, .zrouteUrenParticipatie, .zrouteEindgesprek]
        case .pvtEnMAP: [.pvt, .map]
        case .verwijtbaarheidDoorgeven: [.verwijtbaarheidDoorgeven]
        case .nieuweTermijn: [.nieuweTermijn]
        case .ontzorgen: [.ontzorgen]
        case .boeteBesluit: [.boeteBesluit, .boeteBetaling]
        case .bezwaar: [.bezwaar, .bezwaarBesluit]
        case .ontheffingAdvies: [.ontheffingAdvies]
        case .plichtVoldaan: [.plichtVoldaan]
        }
    }
}

/// The rules that are wanted; a set of bits, for each is asked of every dossier.
struct Regelkeuze: Sendable {
    private var bits: UInt64 = 0

    /// - Parameter alleen: the codes that are wanted; nil for all.
    init(_ alleen: Set<Beoordelingscode>?) {
        for regel in Regel.allCases where alleen.map({ !$0.isDisjoint(with: regel.codes) }) ?? true {
            bits |= 1 << UInt64(regel.rawValue)
        }
    }

    func contains(_ regel: Regel) -> Bool { bits & 1 << UInt64(regel.rawValue) != 0 }
}
