// SPDX-License-Identifier: EUPL-1.2

/// One typed case per kind of fact (contract: Facts).
public enum Feit: Hashable, Sendable {
    /// Who the person is; DUO gives no names, these come from BRP, COA or the gemeente.
    case persoonsgegevensOntvangen(PersoonsgegevensOntvangen)
    /// A family member, by dossier, BSN or V-nummer.
    case gezinslidBekend(GezinslidBekend)
    /// DUO established the inburgeringsplicht (Wi2021 art. 3; Besluit art. 5.3 lid 1).
    case inburgeringsplichtVastgesteld(InburgeringsplichtVastgesteld)
    /// The group changed (DUO events SS124, SS125).
    case doelgroepGewijzigd(DoelgroepGewijzigd)
    /// The plicht ended (DUO events SS106 … SS111).
    case inburgeringsplichtBeeindigd(InburgeringsplichtBeeindigd)
    /// DUO decided on a vrijstelling (Wi2021 art. 4).
    case vrijstellingBeslist(VrijstellingBeslist)
    /// DUO decided on an ontheffing (Wi2021 art. 5).
    case ontheffingBeslist(OntheffingBeslist)
    /// DUO's own dates of the inburgeringstermijn (Wi2021 art. 11; API Inburgeringstermijn).
    case inburgeringstermijnVastgesteld(InburgeringstermijnVastgesteld)
    /// The person asked DUO for more time (Besluit art. 4.5).
    case verlengingAangevraagd(VerlengingAangevraagd)
    /// DUO decided on the request for more time.
    case verlengingBeslist(VerlengingBeslist)
    /// Result of the leerbaarheidstoets (Wi2021 art. 14 lid 3 a).
    case leerbaarheidstoetsAfgenomen(LeerbaarheidstoetsAfgenomen)
    /// The college exempted from the leerbaarheidstoets (Wi2021 art. 14 lid 6).
    case leerbaarheidstoetsOntheven(LeerbaarheidstoetsOntheven)
    /// Result of one exam part.
    case examenresultaatOntvangen(ExamenresultaatOntvangen)
    /// COA coupled the person to the gemeente that will house them.
    case gekoppeldAanGemeente(GekoppeldAanGemeente)
    /// COA's informatieprofiel; `beperkingen` is a special category (Wi2021 art. 37).
    case informatieprofielOntvangen(InformatieprofielOntvangen)
    /// What COA passed on of the voorinburgering (Besluit art. 9.4 lid 3 c).
    case voorinburgeringOvergedragen(VoorinburgeringOvergedragen)
    /// Registered in the BRP of a gemeente (Besluit art. 5.3 lid 1).
    case ingeschrevenInGemeente(IngeschrevenInGemeente)
    /// Moved to another gemeente.
    case verhuisd(Verhuisd)
    /// Left the Netherlands.
    case vertrokkenUitNederland(VertrokkenUitNederland)
    /// Died.
    case overleden(Overleden)
    /// Summoned for the brede intake (Wi2021 art. 14 lid 1).
    case opgeroepenVoorIntake(OpgeroepenVoorIntake)
    /// Did not appear.
    case nietVerschenen(NietVerschenen)
    /// Warned in writing (Wi2021 art. 14 lid 1, second sentence).
    case schriftelijkGewaarschuwd(SchriftelijkGewaarschuwd)
    /// The brede intake was held, or completed in absence (Wi2021 art. 14 lid 2).
    case intakeAfgenomen(IntakeAfgenomen)
    /// The persoonlijk plan inburgering en participatie (Wi2021 art. 15).
    case pipVastgesteld(PIPVastgesteld)
    /// A change of the PIP; only the fields that changed are given.
    case pipGewijzigd(PIPGewijzigd)
    /// The college offered a course (Wi2021 art. 16).
    case inburgeringsaanbodGedaan(InburgeringsaanbodGedaan)
    /// A progress talk (Wi2021 art. 17 lid 1).
    case voortgangsgesprekGevoerd(VoortgangsgesprekGevoerd)
    /// Total of hours up to and including the peildatum; replaces the former total of that urensoort and instelling.
    case urenGeregistreerd(UrenGeregistreerd)
    /// Hours of absence up to and including the peildatum.
    case verzuimGeregistreerd(VerzuimGeregistreerd)
    /// The participatieverklaring was signed (Besluit art. 3.1).
    case pvtOndertekend(PVTOndertekend)
    /// The eindgesprek of the module Arbeidsmarkt en Participatie (Besluit art. 3.2).
    case mapEindgesprekGevoerd(MAPEindgesprekGevoerd)
    /// The eindgesprek of the Z-route (Besluit art. 3.14).
    case zrouteEindgesprekGevoerd(ZrouteEindgesprekGevoerd)
    /// The Z-route was completed.
    case zrouteAfgerond(ZrouteAfgerond)
    /// The right to bijstand arose on this day (Participatiewet art. 56a).
    case bijstandToegekend(BijstandToegekend)
    /// Bijstand ended.
    case bijstandBeeindigd(BijstandBeeindigd)
    /// Financial ontzorgen began (Participatiewet art. 56a).
    case ontzorgenGestart(OntzorgenGestart)
    /// Financial ontzorgen ended.
    case ontzorgenBeeindigd(OntzorgenBeeindigd)
    /// Employment as UWV knows it.
    case inkomstenOntvangen(InkomstenOntvangen)
    /// State of the DUO loan (Wi2013 and gezinsmigranten).
    case leningStand(LeningStand)
    /// Who of the gemeente directs this dossier.
    case klantmanagerToegewezen(KlantmanagerToegewezen)
    /// A violation was found (Wi2021 art. 22, 23).
    case overtredingVastgesteld(OvertredingVastgesteld)
    /// The intention to fine was sent.
    case voornemenBoeteVerzonden(VoornemenBoeteVerzonden)
    /// The person gave their view (Awb art. 5:53).
    case zienswijzeOntvangen(ZienswijzeOntvangen)
    /// The college fined.
    case boeteOpgelegd(BoeteOpgelegd)
    /// A fine was withdrawn.
    case boeteIngetrokken(BoeteIngetrokken)
    /// DUO fined after the term (Wi2021 art. 24, 25).
    case boeteDUOOntvangen(BoeteDUOOntvangen)
    /// Bezwaar against a decision (Awb art. 6:7).
    case bezwaarIngediend(BezwaarIngediend)
    /// Decision on bezwaar (Awb art. 7:10).
    case bezwaarBeslist(BezwaarBeslist)
    /// The bijstand was lowered for an act (Wi2021 art. 27).
    case bijstandVerlaagd(BijstandVerlaagd)
    /// The college's advice on an ontheffing was asked (Besluit art. 2.8).
    case ontheffingsadviesGevraagd(OntheffingsadviesGevraagd)
    /// The college advised on an ontheffing (Besluit art. 2.8).
    case ontheffingsadviesGegeven(OntheffingsadviesGegeven)
    /// The fact with that volgnummer counts as never known from this fact on.
    case gecorrigeerd(Gecorrigeerd)

    /// The payload, whatever its kind.
    public var inhoud: any Feitinhoud {
        switch self {
        case .persoonsgegevensOntvangen(let inhoud): inhoud
        case .gezinslidBekend(let inhoud): inhoud
        case .inburgeringsplichtVastgesteld(let inhoud): inhoud
        case .doelgroepGewijzigd(let inhoud): inhoud
        case .inburgeringsplichtBeeindigd(let inhoud): inhoud
        case .vrijstellingBeslist(let inhoud): inhoud
        case .ontheffingBeslist(let inhoud): inhoud
        case .inburgeringstermijnVastgesteld(let inhoud): inhoud
        case .verlengingAangevraagd(let inhoud): inhoud
        case .verlengingBeslist(let inhoud): inhoud
        case .leerbaarheidstoetsAfgenomen(let inhoud): inhoud
        case .leerbaarheidstoetsOntheven(let inhoud): inhoud
        case .examenresultaatOntvangen(let inhoud): inhoud
        case .gekoppeldAanGemeente(let inhoud): inhoud
        case .informatieprofielOntvangen(let inhoud): inhoud
        case .voorinburgeringOvergedragen(let inhoud): inhoud
        case .ingeschrevenInGemeente(let inhoud): inhoud
        case .verhuisd(let inhoud): inhoud
        case .vertrokkenUitNederland(let inhoud): inhoud
        case .overleden(let inhoud): inhoud
        case .opgeroepenVoorIntake(let inhoud): inhoud
        case .nietVerschenen(let inhoud): inhoud
        case .schriftelijkGewaarschuwd(let inhoud): inhoud
        case .intakeAfgenomen(let inhoud): inhoud
        case .pipVastgesteld(let inhoud): inhoud
        case .pipGewijzigd(let inhoud): inhoud
        case .inburgeringsaanbodGedaan(let inhoud): inhoud
        case .voortgangsgesprekGevoerd(let inhoud): inhoud
        case .urenGeregistreerd(let inhoud): inhoud
        case .verzuimGeregistreerd(let inhoud): inhoud
        case .pvtOndertekend(let inhoud): inhoud
        case .mapEindgesprekGevoerd(let inhoud): inhoud
        case .zrouteEindgesprekGevoerd(let inhoud): inhoud
        case .zrouteAfgerond(let inhoud): inhoud
        case .bijstandToegekend(let inhoud): inhoud
        case .bijstandBeeindigd(let inhoud): inhoud
        case .ontzorgenGestart(let inhoud): inhoud
        case .ontzorgenBeeindigd(let inhoud): inhoud
        case .inkomstenOntvangen(let inhoud): inhoud
        case .leningStand(let inhoud): inhoud
        case .klantmanagerToegewezen(let inhoud): inhoud
        case .overtredingVastgesteld(let inhoud): inhoud
        case .voornemenBoeteVerzonden(let inhoud): inhoud
        case .zienswijzeOntvangen(let inhoud): inhoud
        case .boeteOpgelegd(let inhoud): inhoud
        case .boeteIngetrokken(let inhoud): inhoud
        case .boeteDUOOntvangen(let inhoud): inhoud
        case .bezwaarIngediend(let inhoud): inhoud
        case .bezwaarBeslist(let inhoud): inhoud
        case .bijstandVerlaagd(let inhoud): inhoud
        case .ontheffingsadviesGevraagd(let inhoud): inhoud
        case .ontheffingsadviesGegeven(let inhoud): inhoud
        case .gecorrigeerd(let inhoud): inhoud
        }
    }

    /// Every kind by the name that stands in `soort`, in the order of the contract.
    static let lezers: [Feitlezer] = [
        Feitlezer(PersoonsgegevensOntvangen.self) { .persoonsgegevensOntvangen($0) },
        Feitlezer(GezinslidBekend.self) { .gezinslidBekend($0) },
        Feitlezer(InburgeringsplichtVastgesteld.self) { .inburgeringsplichtVastgesteld($0) },
        Feitlezer(DoelgroepGewijzigd.self) { .doelgroepGewijzigd($0) },
        Feitlezer(InburgeringsplichtBeeindigd.self) { .inburgeringsplichtBeeindigd($0) },
        Feitlezer(VrijstellingBeslist.self) { .vrijstellingBeslist($0) },
        Feitlezer(OntheffingBeslist.self) { .ontheffingBeslist($0) },
        Feitlezer(InburgeringstermijnVastgesteld.self) { .inburgeringstermijnVastgesteld($0) },
        Feitlezer(VerlengingAangevraagd.self) { .verlengingAangevraagd($0) },
        Feitlezer(VerlengingBeslist.self) { .verlengingBeslist($0) },
        Feitlezer(LeerbaarheidstoetsAfgenomen.self) { .leerbaarheidstoetsAfgenomen($0) },
        Feitlezer(LeerbaarheidstoetsOntheven.self) { .leerbaarheidstoetsOntheven($0) },
        Feitlezer(ExamenresultaatOntvangen.self) { .examenresultaatOntvangen($0) },
        Feitlezer(GekoppeldAanGemeente.self) { .gekoppeldAanGemeente($0) },
        Feitlezer(InformatieprofielOntvangen.self) { .informatieprofielOntvangen($0) },
        Feitlezer(VoorinburgeringOvergedragen.self) { .voorinburgeringOvergedragen($0) },
        Feitlezer(IngeschrevenInGemeente.self) { .ingeschrevenInGemeente($0) },
        Feitlezer(Verhuisd.self) { .verhuisd($0) },
        Feitlezer(VertrokkenUitNederland.self) { .vertrokkenUitNederland($0) },
        Feitlezer(Overleden.self) { .overleden($0) },
        Feitlezer(OpgeroepenVoorIntake.self) { .opgeroepenVoorIntake($0) },
        Feitlezer(NietVerschenen.self) { .nietVerschenen($0) },
        Feitlezer(SchriftelijkGewaarschuwd.self) { .schriftelijkGewaarschuwd($0) },
        Feitlezer(IntakeAfgenomen.self) { .intakeAfgenomen($0) },
        Feitlezer(PIPVastgesteld.self) { .pipVastgesteld($0) },
        Feitlezer(PIPGewijzigd.self) { .pipGewijzigd($0) },
        Feitlezer(InburgeringsaanbodGedaan.self) { .inburgeringsaanbodGedaan($0) },
        Feitlezer(VoortgangsgesprekGevoerd.self) { .voortgangsgesprekGevoerd($0) },
        Feitlezer(UrenGeregistreerd.self) { .urenGeregistreerd($0) },
        Feitlezer(VerzuimGeregistreerd.self) { .verzuimGeregistreerd($0) },
        Feitlezer(PVTOndertekend.self) { .pvtOndertekend($0) },
        Feitlezer(MAPEindgesprekGevoerd.self) { .mapEindgesprekGevoerd($0) },
        Feitlezer(ZrouteEindgesprekGevoerd.self) { .zrouteEindgesprekGevoerd($0) },
        Feitlezer(ZrouteAfgerond.self) { .zrouteAfgerond($0) },
        Feitlezer(BijstandToegekend.self) { .bijstandToegekend($0) },
        Feitlezer(BijstandBeeindigd.self) { .bijstandBeeindigd($0) },
        Feitlezer(OntzorgenGestart.self) { .ontzorgenGestart($0) },
        Feitlezer(OntzorgenBeeindigd.self) { .ontzorgenBeeindigd($0) },
        Feitlezer(InkomstenOntvangen.self) { .inkomstenOntvangen($0) },
        Feitlezer(LeningStand.self) { .leningStand($0) },
        Feitlezer(KlantmanagerToegewezen.self) { .klantmanagerToegewezen($0) },
        Feitlezer(OvertredingVastgesteld.self) { .overtredingVastgesteld($0) },
        Feitlezer(VoornemenBoeteVerzonden.self) { .voornemenBoeteVerzonden($0) },
        Feitlezer(ZienswijzeOntvangen.self) { .zienswijzeOntvangen($0) },
        Feitlezer(BoeteOpgelegd.self) { .boeteOpgelegd($0) },
        Feitlezer(BoeteIngetrokken.self) { .boeteIngetrokken($0) },
        Feitlezer(BoeteDUOOntvangen.self) { .boeteDUOOntvangen($0) },
        Feitlezer(BezwaarIngediend.self) { .bezwaarIngediend($0) },
        Feitlezer(BezwaarBeslist.self) { .bezwaarBeslist($0) },
        Feitlezer(BijstandVerlaagd.self) { .bijstandVerlaagd($0) },
        Feitlezer(OntheffingsadviesGevraagd.self) { .ontheffingsadviesGevraagd($0) },
        Feitlezer(OntheffingsadviesGegeven.self) { .ontheffingsadviesGegeven($0) },
        Feitlezer(Gecorrigeerd.self) { .gecorrigeerd($0) },
    ]
}

/// Reads one kind of fact, with the dates that can stand for `geldigOp`: asked while the kind is still known, for the
/// payload of a `Feit` in a box costs more than reading it.
struct Feitlezer: Sendable {
    let soort: String
    let lees: @Sendable (inout Veldlezer) throws(RegieFout) -> Gelezen

    struct Gelezen {
        let feit: Feit
        let eigenDatum: Datum?
        let vervangendeDatum: Datum?
    }

    init<Inhoud: Feitinhoud>(_ soort: Inhoud.Type, _ maak: @escaping @Sendable (Inhoud) -> Feit) {
        self.soort = Inhoud.soort
        lees = { (velden) throws(RegieFout) in
            let inhoud = try Inhoud(van: &velden)
            return Gelezen(
                feit: maak(inhoud),
                eigenDatum: inhoud.eigenDatum,
                vervangendeDatum: inhoud.vervangendeDatum
            )
        }
    }
}
