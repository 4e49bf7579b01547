// SPDX-License-Identifier: EUPL-1.2

/// The lists of a `Feitenoverzicht` while they are being filled.
struct Feitenrijen {
    var persoonsgegevensOntvangen: [Vermelding<PersoonsgegevensOntvangen>] = []
    var gezinslidBekend: [Vermelding<GezinslidBekend>] = []
    var inburgeringsplichtVastgesteld: [Vermelding<InburgeringsplichtVastgesteld>] = []
    var doelgroepGewijzigd: [Vermelding<DoelgroepGewijzigd>] = []
    var inburgeringsplichtBeeindigd: [Vermelding<InburgeringsplichtBeeindigd>] = []
    var vrijstellingBeslist: [Vermelding<VrijstellingBeslist>] = []
    var ontheffingBeslist: [Vermelding<OntheffingBeslist>] = []
    var inburgeringstermijnVastgesteld: [Vermelding<InburgeringstermijnVastgesteld>] = []
    var verlengingAangevraagd: [Vermelding<VerlengingAangevraagd>] = []
    var verlengingBeslist: [Vermelding<VerlengingBeslist>] = []
    var leerbaarheidstoetsAfgenomen: [Vermelding<LeerbaarheidstoetsAfgenomen>] = []
    var leerbaarheidstoetsOntheven: [Vermelding<LeerbaarheidstoetsOntheven>] = []
    var examenresultaatOntvangen: [Vermelding<ExamenresultaatOntvangen>] = []
    var gekoppeldAanGemeente: [Vermelding<GekoppeldAanGemeente>] = []
    var informatieprofielOntvangen: [Vermelding<InformatieprofielOntvangen>] = []
    var voorinburgeringOvergedragen: [Vermelding<VoorinburgeringOvergedragen>] = []
    var ingeschrevenInGemeente: [Vermelding<IngeschrevenInGemeente>] = []
    var verhuisd: [Vermelding<Verhuisd>] = []
    var vertrokkenUitNederland: [Vermelding<VertrokkenUitNederland>] = []
    var overleden: [Vermelding<Overleden>] = []
    var opgeroepenVoorIntake: [Vermelding<OpgeroepenVoorIntake>] = []
    var nietVerschenen: [Vermelding<NietVerschenen>] = []
    var schriftelijkGewaarschuwd: [Vermelding<SchriftelijkGewaarschuwd>] = []
    var intakeAfgenomen: [Vermelding<IntakeAfgenomen>] = []
    var pipVastgesteld: [Vermelding<PIPVastgesteld>] = []
    var pipGewijzigd: [Vermelding<PIPGewijzigd>] = []
    var inburgeringsaanbodGedaan: [Vermelding<InburgeringsaanbodGedaan>] = []
    var voortgangsgesprekGevoerd: [Vermelding<VoortgangsgesprekGevoerd>] = []
    var urenGeregistreerd: [Vermelding<UrenGeregistreerd>] = []
    var verzuimGeregistreerd: [Vermelding<VerzuimGeregistreerd>] = []
    var pvtOndertekend: [Vermelding<PVTOndertekend>] = []
    var mapEindgesprekGevoerd: [Vermelding<MAPEindgesprekGevoerd>] = []
    var zrouteEindgesprekGevoerd: [Vermelding<ZrouteEindgesprekGevoerd>] = []
    var zrouteAfgerond: [Vermelding<ZrouteAfgerond>] = []
    var bijstandToegekend: [Vermelding<BijstandToegekend>] = []
    var bijstandBeeindigd: [Vermelding<BijstandBeeindigd>] = []
    var ontzorgenGestart: [Vermelding<OntzorgenGestart>] = []
    var ontzorgenBeeindigd: [Vermelding<OntzorgenBeeindigd>] = []
    var inkomstenOntvangen: [Vermelding<InkomstenOntvangen>] = []
    var leningStand: [Vermelding<LeningStand>] = []
    var klantmanagerToegewezen: [Vermelding<KlantmanagerToegewezen>] = []
    var overtredingVastgesteld: [Vermelding<OvertredingVastgesteld>] = []
    var voornemenBoeteVerzonden: [Vermelding<VoornemenBoeteVerzonden>] = []
    var zienswijzeOntvangen: [Vermelding<ZienswijzeOntvangen>] = []
    var boeteOpgelegd: [Vermelding<BoeteOpgelegd>] = []
    var boeteIngetrokken: [Vermelding<BoeteIngetrokken>] = []
    var boeteDUOOntvangen: [Vermelding<BoeteDUOOntvangen>] = []
    var bezwaarIngediend: [Vermelding<BezwaarIngediend>] = []
    var bezwaarBeslist: [Vermelding<BezwaarBeslist>] = []
    var bijstandVerlaagd: [Vermelding<BijstandVerlaagd>] = []
    var ontheffingsadviesGevraagd: [Vermelding<OntheffingsadviesGevraagd>] = []
    var ontheffingsadviesGegeven: [Vermelding<OntheffingsadviesGegeven>] = []

    mutating func neemOp(_ g: Gebeurtenis) {
        switch g.feit {
        case .persoonsgegevensOntvangen(let feit): persoonsgegevensOntvangen.append(Vermelding(g, feit))
        case .gezinslidBekend(let feit): gezinslidBekend.append(Vermelding(g, feit))
        case .inburgeringsplichtVastgesteld(let feit): inburgeringsplichtVastgesteld.append(Vermelding(g, feit))
        case .doelgroepGewijzigd(let feit): doelgroepGewijzigd.append(Vermelding(g, feit))
        case .inburgeringsplichtBeeindigd(let feit): inburgeringsplichtBeeindigd.append(Vermelding(g, feit))
        case .vrijstellingBeslist(let feit): vrijstellingBeslist.append(Vermelding(g, feit))
        case .ontheffingBeslist(let feit): ontheffingBeslist.append(Vermelding(g, feit))
        case .inburgeringstermijnVastgesteld(let feit): inburgeringstermijnVastgesteld.append(Vermelding(g, feit))
        case .verlengingAangevraagd(let feit): verlengingAangevraagd.append(Vermelding(g, feit))
        case .verlengingBeslist(let feit): verlengingBeslist.append(Vermelding(g, feit))
        case .leerbaarheidstoetsAfgenomen(let feit): leerbaarheidstoetsAfgenomen.append(Vermelding(g, feit))
        case .leerbaarheidstoetsOntheven(let feit): leerbaarheidstoetsOntheven.append(Vermelding(g, feit))
        case .examenresultaatOntvangen(let feit): examenresultaatOntvangen.append(Vermelding(g, feit))
        case .gekoppeldAanGemeente(let feit): gekoppeldAanGemeente.append(Vermelding(g, feit))
        case .informatieprofielOntvangen(let feit): informatieprofielOntvangen.append(Vermelding(g, feit))
        case .voorinburgeringOvergedragen(let feit): voorinburgeringOvergedragen.append(Vermelding(g, feit))
        case .ingeschrevenInGemeente(let feit): ingeschrevenInGemeente.append(Vermelding(g, feit))
        case .verhuisd(let feit): verhuisd.append(Vermelding(g, feit))
        case .vertrokkenUitNederland(let feit): vertrokkenUitNederland.append(Vermelding(g, feit))
        case .overleden(let feit): overleden.append(Vermelding(g, feit))
        case .opgeroepenVoorIntake(let feit): opgeroepenVoorIntake.append(Vermelding(g, feit))
        case .nietVerschenen(let feit): nietVerschenen.append(Vermelding(g, feit))
        case .schriftelijkGewaarschuwd(let feit): schriftelijkGewaarschuwd.append(Vermelding(g, feit))
        case .intakeAfgenomen(let feit): intakeAfgenomen.append(Vermelding(g, feit))
        case .pipVastgesteld(let feit): pipVastgesteld.append(Vermelding(g, feit))
        case .pipGewijzigd(let feit): pipGewijzigd.append(Vermelding(g, feit))
        case .inburgeringsaanbodGedaan(let feit): inburgeringsaanbodGedaan.append(Vermelding(g, feit))
        case .voortgangsgesprekGevoerd(let feit): voortgangsgesprekGevoerd.append(Vermelding(g, feit))
        case .urenGeregistreerd(let feit): urenGeregistreerd.append(Vermelding(g, feit))
        case .verzuimGeregistreerd(let feit): verzuimGeregistreerd.append(Vermelding(g, feit))
        case .pvtOndertekend(let feit): pvtOndertekend.append(Vermelding(g, feit))
        case .mapEindgesprekGevoerd(let feit): mapEindgesprekGevoerd.append(Vermelding(g, feit))
        case .zrouteEindgesprekGevoerd(let feit): zrouteEindgesprekGevoerd.append(Vermelding(g, feit))
        case .zrouteAfgerond(let feit): zrouteAfgerond.append(Vermelding(g, feit))
        case .bijstandToegekend(let feit): bijstandToegekend.append(Vermelding(g, feit))
        case .bijstandBeeindigd(let feit): bijstandBeeindigd.append(Vermelding(g, feit))
        case .ontzorgenGestart(let feit): ontzorgenGestart.append(Vermelding(g, feit))
        case .ontzorgenBeeindigd(let feit): ontzorgenBeeindigd.append(Vermelding(g, feit))
        case .inkomstenOntvangen(let feit): inkomstenOntvangen.append(Vermelding(g, feit))
        case .leningStand(let feit): leningStand.append(Vermelding(g, feit))
        case .klantmanagerToegewezen(let feit): klantmanagerToegewezen.append(Vermelding(g, feit))
        case .overtredingVastgesteld(let feit): overtredingVastgesteld.append(Vermelding(g, feit))
        case .voornemenBoeteVerzonden(let feit): voornemenBoeteVerzonden.append(Vermelding(g, feit))
        case .zienswijzeOntvangen(let feit): zienswijzeOntvangen.append(Vermelding(g, feit))
        case .boeteOpgelegd(let feit): boeteOpgelegd.append(Vermelding(g, feit))
        case .boeteIngetrokken(let feit): boeteIngetrokken.append(Vermelding(g, feit))
        case .boeteDUOOntvangen(let feit): boeteDUOOntvangen.append(Vermelding(g, feit))
        case .bezwaarIngediend(let feit): bezwaarIngediend.append(Vermelding(g, feit))
        case .bezwaarBeslist(let feit): bezwaarBeslist.append(Vermelding(g, feit))
        case .bijstandVerlaagd(let feit): bijstandVerlaagd.append(Vermelding(g, feit))
        case .ontheffingsadviesGevraagd(let feit): ontheffingsadviesGevraagd.append(Vermelding(g, feit))
        case .ontheffingsadviesGegeven(let feit): ontheffingsadviesGegeven.append(Vermelding(g, feit))
        case .gecorrigeerd: break
        }
    }
}
