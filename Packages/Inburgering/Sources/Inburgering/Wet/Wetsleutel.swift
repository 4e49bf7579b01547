// SPDX-License-Identifier: EUPL-1.2

/// Every parameter of the law that a rule asks for. `config/wet/*.yaml` must give each of them, and nothing else.
///
/// The raw value is an index, so that a rule finds its value without hashing a string.
public enum Wetsleutel: Int, CaseIterable, Sendable {
    /// `wet.stelsel`: the act under which somebody falls whose plicht began on the day (Wi2021 art. 54 lid 1).
    case stelsel
    /// `atw.feestdagen`: see `Feestdagen` for how they are written (Algemene termijnenwet art. 3).
    case feestdagen
    /// `atw.gelijkgesteld`: the days that a royal decree puts on a level with a feestdag, `2024-05-10` and so on
    /// (Algemene termijnenwet art. 3 lid 3).
    case gelijkgesteld
    /// `pip.klok`: what starts the term of the first PIP, `inschrijving` or `kennisgeving`.
    case pipKlok
    /// `pip.termijn`: time for the first PIP.
    case pipTermijn
    /// `pip.derden`: time for the PIP after the awaited information of third parties came in.
    case pipDerden
    /// `pip.verhuizing`: time for the PIP of the new gemeente.
    case pipVerhuizing
    /// `pip.atw`: whether the terms of the PIP shift to a working day.
    case pipATW
    /// `inburgeringstermijn.duur`: length of the term.
    case inburgeringstermijnDuur
    /// `verlenging.aanvragenVanaf`: how long before the end of the term more time can be asked for.
    case verlengingAanvragenVanaf
    /// `aanbod.termijn`: time for the course offer to an asielstatushouder.
    case aanbodTermijn
    /// `aanbod.atw`: whether that term shifts to a working day.
    case aanbodATW
    /// `intake.oproepen`: after so many oproepen the intake is completed in absence.
    case intakeOproepen
    /// `schakelen.duur`: time from the start of the term in which the leerroute can be set again.
    case schakelenDuur
    /// `schakelen.onderwijsNaarB1Altijd`: whether the onderwijsroute can become the B1-route at any time.
    case schakelenOnderwijsNaarB1Altijd
    /// `schakelen.naOpleiding`: whether it is also possible after a niet-vrijstellende opleiding that ended later.
    case schakelenNaOpleiding
    /// `pvt.uren`: hours of the participatieverklaringstraject.
    case pvtUren
    /// `map.urenPraktijk`: practical hours of the module Arbeidsmarkt en Participatie.
    case mapUrenPraktijk
    /// `map.onderwijsroute`: whether the onderwijsroute has a MAP.
    case mapOnderwijsroute
    /// `taalschakeltraject.start`: time to be able to start the taalschakeltraject.
    case taalschakelStart
    /// `taalschakeltraject.verlenging`: time more when that start stays away.
    case taalschakelVerlenging
    /// `afschalen.uren`: course hours NT2 that are a considerable effort.
    case afschalenUren
    /// `examen.gratisPogingen`: free attempts per exam part.
    case examenGratisPogingen
    /// `bijnaKlaar.duur`: time more for who is nearly done.
    case bijnaKlaarDuur
    /// `bijnaKlaar.taalonderdelen`: language parts that must be passed for it.
    case bijnaKlaarTaalonderdelen
    /// `bijnaKlaar.urenGezinsmigrant`: course hours that a gezinsmigrant needs for it.
    case bijnaKlaarUren
    /// `verlenging.beslistermijn`: time in which DUO decides on a request.
    case verlengingBeslistermijn
    /// `verlenging.overlijden`: length of ground b.
    case verlengingOverlijden
    /// `verlenging.bevalling`: length of ground c.
    case verlengingBevalling
    /// `verlenging.alfabetisering`: longest time of ground e.
    case verlengingAlfabetisering
    /// `verlenging.dakloos`: longest time of ground f.
    case verlengingDakloos
    /// `verlenging.aanbieder`: longest time of ground h.
    case verlengingAanbieder
    /// `verlenging.bijzonder`: longest time of ground i.
    case verlengingBijzonder
    /// `plicht.onderbreking`: longest break after which the plicht counts as not ended.
    case onderbreking
    /// `nieuweTermijn.afronding`: new term by number of parts (PVT, MAP) that are missing.
    case nieuweTermijnAfronding
    /// `nieuweTermijn.examen`: new term by number of exam parts passed.
    case nieuweTermijnExamen
    /// `nieuweTermijn.zrouteAsiel`: new term by hours made, Z-route of an asielstatushouder.
    case nieuweTermijnZAsiel
    /// `nieuweTermijn.zrouteOverig`: new term by course hours made, Z-route of others.
    case nieuweTermijnZOverig
    /// `nieuweTermijn.aantal`: how many new terms there can be; the boetes after that set none.
    case nieuweTermijnAantal
    /// `zroute.opleidingVanaf`: how long before the PIP lessons at a niet-vrijstellende opleiding count on the Z-route.
    case zrouteOpleiding
    /// `zroute.urenLes`: course hours of the Z-route.
    case zrouteLes
    /// `zroute.urenParticipatie`: participation hours of the Z-route.
    case zrouteParticipatie
    /// `verwijtbaar.venster`: how long before the end of the term DUO takes verwijtbaar: Nee.
    case verwijtbaarVenster
    /// `ontzorgen.duur`: how long ontzorgen lasts.
    case ontzorgenDuur
    /// `ontzorgen.vormVrij`: whether gemeenten may choose the form.
    case ontzorgenVrij
    /// `boete.intake`: boete for not taking part in the intake.
    case boete22
    /// `boete.begeleiding`: boete for not taking part in the begeleiding.
    case boete23
    /// `boete.begeleidingHoogste`: highest boete for that.
    case boete23Hoogste
    /// `boete.recidive`: how the boete rises with each repetition: verdubbelen or optellen.
    case boeteRecidive
    /// `boete.recidiveVenster`: how long before a violation an earlier one counts.
    case boeteRecidiveVenster
    /// `boete.plafond`: most that the boetes of a term may come to.
    case boetePlafond
    /// `boete.plafondNieuweTermijn`: the same in a new term, by its length.
    case boetePlafondNieuweTermijn
    /// `boete.beslistermijn`: time for the decision after the rapport.
    case boeteBeslistermijn
    /// `boete.beslisATW`: whether that term shifts to a working day.
    case boeteBeslisATW
    /// `boete.betaaltermijn`: time to pay a boete.
    case boeteBetaaltermijn
    /// `boete.vervalLicht`: after this the power to fine lapses.
    case boeteVervalLicht
    /// `boete.vervalZwaar`: the same where more than the limit can be imposed.
    case boeteVervalZwaar
    /// `boete.grensZwaar`: above this a rapport and a zienswijze are needed.
    case boeteGrensZwaar
    /// `boete.nieuweTermijn`: longest new term to appear for the intake.
    case boeteNieuweTermijn
    /// `boete.asielGeblokkeerd`: whether asielstatushouders are not fined.
    case boeteAsielGeblokkeerd
    /// `bezwaar.termijn`: time for bezwaar.
    case bezwaarTermijn
    /// `bezwaar.beslistermijn`: time for the decision on bezwaar.
    case bezwaarBeslistermijn
    /// `awb.atw`: whether the terms of the Awb shift to a working day.
    case awbATW
    /// `ontheffing.beslistermijn`: time in which DUO decides on an ontheffing.
    case ontheffingBeslistermijn
    /// `bewaren.wet`: time that personal data are kept after the plicht.
    case bewaartermijn
    /// `bewaren.selectielijst`: the same by the Selectielijst.
    case bewaartermijnSelectielijst
    /// `wi2013.termijn`: term of the former act.
    case wi2013Termijn
    /// `wi2013.pvt`: time for the participatieverklaring.
    case wi2013PVT
    /// `wi2013.leningBijna`: per cent of the loan from which begeleiding may be offered in the last year.
    case wi2013LeningBijna
    /// `wi2013.leningOp`: per cent of the loan from which it may be offered at any time.
    case wi2013LeningOp
    /// `wi2013.laatsteJaar`: the last part of the term in which the lower per cent counts.
    case wi2013LaatsteJaar
    /// `termijn.azcVerblijf`: whether the stay in the azc lengthens the term.
    case azcVerblijf
    /// `uren.azcTellen`: whether hours of the voorinburgering count.
    case azcUren

    /// What kind of value belongs to a key.
    public enum Soort: String, Sendable {
        /// `P10W`.
        case duur
        /// A whole number.
        case getal
        /// Euro.
        case bedrag
        /// `true`, `false`.
        case waarheid
        /// Text.
        case tekst
    }

    /// The key as `config/wet/*.yaml` writes it.
    public var naam: String {
        switch self {
        case .stelsel: "wet.stelsel"
        case .feestdagen: "atw.feestdagen"
        case .gelijkgesteld: "atw.gelijkgesteld"
        case .pipKlok: "pip.klok"
        case .pipTermijn: "pip.termijn"
        case .pipDerden: "pip.derden"
        case .pipVerhuizing: "pip.verhuizing"
        case .pipATW: "pip.atw"
        case .inburgeringstermijnDuur: "inburgeringstermijn.duur"
        case .verlengingAanvragenVanaf: "verlenging.aanvragenVanaf"
        case .aanbodTermijn: "aanbod.termijn"
        case .aanbodATW: "aanbod.atw"
        case .intakeOproepen: "intake.oproepen"
        case .schakelenDuur: "schakelen.duur"
        case .schakelenOnderwijsNaarB1Altijd: "schakelen.onderwijsNaarB1Altijd"
        case .schakelenNaOpleiding: "schakelen.naOpleiding"
        case .pvtUren: "pvt.uren"
        case .mapUrenPraktijk: "map.urenPraktijk"
        case .mapOnderwijsroute: "map.onderwijsroute"
        case .taalschakelStart: "taalschakeltraject.start"
        case .taalschakelVerlenging: "taalschakeltraject.verlenging"
        case .afschalenUren: "afschalen.uren"
        case .examenGratisPogingen: "examen.gratisPogingen"
        case .bijnaKlaarDuur: "bijnaKlaar.duur"
        case .bijnaKlaarTaalonderdelen: "bijnaKlaar.taalonderdelen"
        case .bijnaKlaarUren: "bijnaKlaar.urenGezinsmigrant"
        case .verlengingBeslistermijn: "verlenging.beslistermijn"
        case .verlengingOverlijden: "verlenging.overlijden"
        case .verlengingBevalling: "verlenging.bevalling"
        case .verlengingAlfabetisering: "verlenging.alfabetisering"
        case .verlengingDakloos: "verlenging.dakloos"
        case .verlengingAanbieder: "verlenging.aanbieder"
        case .verlengingBijzonder: "verlenging.bijzonder"
        case .onderbreking: "plicht.onderbreking"
        case .nieuweTermijnAfronding: "nieuweTermijn.afronding"
        case .nieuweTermijnExamen: "nieuweTermijn.examen"
        case .nieuweTermijnZAsiel: "nieuweTermijn.zrouteAsiel"
        case .nieuweTermijnZOverig: "nieuweTermijn.zrouteOverig"
        case .nieuweTermijnAantal: "nieuweTermijn.aantal"
        case .zrouteOpleiding: "zroute.opleidingVanaf"
        case .zrouteLes: "zroute.urenLes"
        case .zrouteParticipatie: "zroute.urenParticipatie"
        case .verwijtbaarVenster: "verwijtbaar.venster"
        case .ontzorgenDuur: "ontzorgen.duur"
        case .ontzorgenVrij: "ontzorgen.vormVrij"
        case .boete22: "boete.intake"
        case .boete23: "boete.begeleiding"
        case .boete23Hoogste: "boete.begeleidingHoogste"
        case .boeteRecidive: "boete.recidive"
        case .boeteRecidiveVenster: "boete.recidiveVenster"
        case .boetePlafond: "boete.plafond"
        case .boetePlafondNieuweTermijn: "boete.plafondNieuweTermijn"
        case .boeteBeslistermijn: "boete.beslistermijn"
        case .boeteBeslisATW: "boete.beslisATW"
        case .boeteBetaaltermijn: "boete.betaaltermijn"
        case .boeteVervalLicht: "boete.vervalLicht"
        case .boeteVervalZwaar: "boete.vervalZwaar"
        case .boeteGrensZwaar: "boete.grensZwaar"
        case .boeteNieuweTermijn: "boete.nieuweTermijn"
        case .boeteAsielGeblokkeerd: "boete.asielGeblokkeerd"
        case .bezwaarTermijn: "bezwaar.termijn"
        case .bezwaarBeslistermijn: "bezwaar.beslistermijn"
        case .awbATW: "awb.atw"
        case .ontheffingBeslistermijn: "ontheffing.beslistermijn"
        case .bewaartermijn: "bewaren.wet"
        case .bewaartermijnSelectielijst: "bewaren.selectielijst"
        case .wi2013Termijn: "wi2013.termijn"
        case .wi2013PVT: "wi2013.pvt"
        case .wi2013LeningBijna: "wi2013.leningBijna"
        case .wi2013LeningOp: "wi2013.leningOp"
        case .wi2013LaatsteJaar: "wi2013.laatsteJaar"
        case .azcVerblijf: "termijn.azcVerblijf"
        case .azcUren: "uren.azcTellen"
        }
    }

    /// The kind of its values.
    public var soort: Soort {
        switch self {
        case .stelsel, .feestdagen, .gelijkgesteld, .pipKlok, .nieuweTermijnAfronding, .nieuweTermijnExamen,
            .nieuweTermijnZAsiel, .nieuweTermijnZOverig, .boeteRecidive, .boetePlafondNieuweTermijn:
            .tekst
        case .pipTermijn, .pipDerden, .pipVerhuizing, .inburgeringstermijnDuur, .verlengingAanvragenVanaf,
            .aanbodTermijn, .schakelenDuur, .taalschakelStart, .taalschakelVerlenging, .bijnaKlaarDuur,
            .verlengingBeslistermijn, .verlengingOverlijden, .verlengingBevalling, .verlengingAlfabetisering,
            .verlengingDakloos, .verlengingAanbieder, .verlengingBijzonder, .onderbreking, .verwijtbaarVenster,
            .ontzorgenDuur, .boeteRecidiveVenster, .boeteBeslistermijn, .boeteBetaaltermijn, .boeteVervalLicht,
            .boeteVervalZwaar,
            .boeteNieuweTermijn, .bezwaarTermijn, .bezwaarBeslistermijn, .ontheffingBeslistermijn, .bewaartermijn,
            .bewaartermijnSelectielijst, .zrouteOpleiding, .wi2013Termijn, .wi2013PVT, .wi2013LaatsteJaar:
            .duur
        case .intakeOproepen, .pvtUren, .mapUrenPraktijk, .afschalenUren, .examenGratisPogingen,
            .bijnaKlaarTaalonderdelen, .bijnaKlaarUren, .zrouteLes, .zrouteParticipatie, .wi2013LeningBijna,
            .wi2013LeningOp, .nieuweTermijnAantal:
            .getal
        case .boete22, .boete23, .boete23Hoogste, .boetePlafond, .boeteGrensZwaar:
            .bedrag
        case .pipATW, .aanbodATW, .schakelenOnderwijsNaarB1Altijd, .schakelenNaOpleiding, .mapOnderwijsroute,
            .ontzorgenVrij, .boeteBeslisATW, .boeteAsielGeblokkeerd, .awbATW, .azcVerblijf, .azcUren:
            .waarheid
        }
    }

    /// The texts among which a value must be; nil when any text (or another kind) is right.
    public var keuze: [String]? {
        switch self {
        case .stelsel: Stelsel.allCases.map(\.rawValue)
        case .pipKlok: Pipklok.allCases.map(\.rawValue)
        case .boeteRecidive: Boeterecidive.allCases.map(\.rawValue)
        default: nil
        }
    }

    /// Whether a text has the form that belongs to the key.
    func leest(_ tekst: String) -> Bool {
        switch self {
        case .nieuweTermijnAfronding, .nieuweTermijnExamen, .nieuweTermijnZAsiel, .nieuweTermijnZOverig:
            Staffel(tekst)?.isDuur ?? false
        case .boetePlafondNieuweTermijn: Bedragstaffel(tekst) != nil
        default: true
        }
    }

    /// The key with this name; nil when there is none.
    public init?(naam: String) {
        guard let sleutel = Self.opNaam[naam] else { return nil }
        self = sleutel
    }

    private static let opNaam = Dictionary(uniqueKeysWithValues: allCases.map { ($0.naam, $0) })
}

/// What starts the term of the first PIP (Besluit inburgering 2021 art. 5.3 lid 1, before and since 2023-01-01).
public enum Pipklok: String, CaseIterable, Sendable {
    /// Registration in the BRP.
    case inschrijving
    /// DUO's written kennisgeving of the plicht.
    case kennisgeving
}

/// How the boete of Wi2021 art. 23 rises with each repetition (Besluit inburgering 2021 art. 7.1 lid 3).
public enum Boeterecidive: String, CaseIterable, Sendable {
    /// Twice the one before.
    case verdubbelen
    /// Once the first amount more.
    case optellen
}
