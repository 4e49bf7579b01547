// SPDX-License-Identifier: EUPL-1.2

/// The facts that hold, by kind, each list in order of `geldigOp` and then of volgnummer.
public struct Feitenoverzicht: Sendable {
    /// Every `PersoonsgegevensOntvangen` that holds.
    public private(set) var persoonsgegevensOntvangen: [Vermelding<PersoonsgegevensOntvangen>] = []
    /// Every `GezinslidBekend` that holds.
    public private(set) var gezinslidBekend: [Vermelding<GezinslidBekend>] = []
    /// Every `InburgeringsplichtVastgesteld` that holds.
    public private(set) var inburgeringsplichtVastgesteld: [Vermelding<InburgeringsplichtVastgesteld>] = []
    /// Every `DoelgroepGewijzigd` that holds.
    public private(set) var doelgroepGewijzigd: [Vermelding<DoelgroepGewijzigd>] = []
    /// Every `InburgeringsplichtBeeindigd` that holds.
    public private(set) var inburgeringsplichtBeeindigd: [Vermelding<InburgeringsplichtBeeindigd>] = []
    /// Every `VrijstellingBeslist` that holds.
    public private(set) var vrijstellingBeslist: [Vermelding<VrijstellingBeslist>] = []
    /// Every `OntheffingBeslist` that holds.
    public private(set) var ontheffingBeslist: [Vermelding<OntheffingBeslist>] = []
    /// Every `InburgeringstermijnVastgesteld` that holds.
    public private(set) var inburgeringstermijnVastgesteld: [Vermelding<InburgeringstermijnVastgesteld>] = []
    /// Every `VerlengingAangevraagd` that holds.
    public private(set) var verlengingAangevraagd: [Vermelding<VerlengingAangevraagd>] = []
    /// Every `VerlengingBeslist` that holds.
    public private(set) var verlengingBeslist: [Vermelding<VerlengingBeslist>] = []
    /// Every `LeerbaarheidstoetsAfgenomen` that holds.
    public private(set) var leerbaarheidstoetsAfgenomen: [Vermelding<LeerbaarheidstoetsAfgenomen>] = []
    /// Every `LeerbaarheidstoetsOntheven` that holds.
    public private(set) var leerbaarheidstoetsOntheven: [Vermelding<LeerbaarheidstoetsOntheven>] = []
    /// Every `ExamenresultaatOntvangen` that holds.
    public private(set) var examenresultaatOntvangen: [Vermelding<ExamenresultaatOntvangen>] = []
    /// Every `GekoppeldAanGemeente` that holds.
    public private(set) var gekoppeldAanGemeente: [Vermelding<GekoppeldAanGemeente>] = []
    /// Every `InformatieprofielOntvangen` that holds.
    public private(set) var informatieprofielOntvangen: [Vermelding<InformatieprofielOntvangen>] = []
    /// Every `VoorinburgeringOvergedragen` that holds.
    public private(set) var voorinburgeringOvergedragen: [Vermelding<VoorinburgeringOvergedragen>] = []
    /// Every `IngeschrevenInGemeente` that holds.
    public private(set) var ingeschrevenInGemeente: [Vermelding<IngeschrevenInGemeente>] = []
    /// Every `Verhuisd` that holds.
    public private(set) var verhuisd: [Vermelding<Verhuisd>] = []
    /// Every `VertrokkenUitNederland` that holds.
    public private(set) var vertrokkenUitNederland: [Vermelding<VertrokkenUitNederland>] = []
    /// Every `Overleden` that holds.
    public private(set) var overleden: [Vermelding<Overleden>] = []
    /// Every `OpgeroepenVoorIntake` that holds.
    public private(set) var opgeroepenVoorIntake: [Vermelding<OpgeroepenVoorIntake>] = []
    /// Every `NietVerschenen` that holds.
    public private(set) var nietVerschenen: [Vermelding<NietVerschenen>] = []
    /// Every `SchriftelijkGewaarschuwd` that holds.
    public private(set) var schriftelijkGewaarschuwd: [Vermelding<SchriftelijkGewaarschuwd>] = []
    /// Every `IntakeAfgenomen` that holds.
    public private(set) var intakeAfgenomen: [Vermelding<IntakeAfgenomen>] = []
    /// Every `PIPVastgesteld` that holds.
    public private(set) var pipVastgesteld: [Vermelding<PIPVastgesteld>] = []
    /// Every `PIPGewijzigd` that holds.
    public private(set) var pipGewijzigd: [Vermelding<PIPGewijzigd>] = []
    /// Every `InburgeringsaanbodGedaan` that holds.
    public private(set) var inburgeringsaanbodGedaan: [Vermelding<InburgeringsaanbodGedaan>] = []
    /// Every `VoortgangsgesprekGevoerd` that holds.
    public private(set) var voortgangsgesprekGevoerd: [Vermelding<VoortgangsgesprekGevoerd>] = []
    /// Every `UrenGeregistreerd` that holds.
    public private(set) var urenGeregistreerd: [Vermelding<UrenGeregistreerd>] = []
    /// Every `VerzuimGeregistreerd` that holds.
    public private(set) var verzuimGeregistreerd: [Vermelding<VerzuimGeregistreerd>] = []
    /// Every `PVTOndertekend` that holds.
    public private(set) var pvtOndertekend: [Vermelding<PVTOndertekend>] = []
    /// Every `MAPEindgesprekGevoerd` that holds.
    public private(set) var mapEindgesprekGevoerd: [Vermelding<MAPEindgesprekGevoerd>] = []
    /// Every `ZrouteEindgesprekGevoerd` that holds.
    public private(set) var zrouteEindgesprekGevoerd: [Vermelding<ZrouteEindgesprekGevoerd>] = []
    /// Every `ZrouteAfgerond` that holds.
    public private(set) var zrouteAfgerond: [Vermelding<ZrouteAfgerond>] = []
    /// Every `BijstandToegekend` that holds.
    public private(set) var bijstandToegekend: [Vermelding<BijstandToegekend>] = []
    /// Every `BijstandBeeindigd` that holds.
    public private(set) var bijstandBeeindigd: [Vermelding<BijstandBeeindigd>] = []
    /// Every `OntzorgenGestart` that holds.
    public private(set) var ontzorgenGestart: [Vermelding<OntzorgenGestart>] = []
    /// Every `OntzorgenBeeindigd` that holds.
    public private(set) var ontzorgenBeeindigd: [Vermelding<OntzorgenBeeindigd>] = []
    /// Every `InkomstenOntvangen` that holds.
    public private(set) var inkomstenOntvangen: [Vermelding<InkomstenOntvangen>] = []
    /// Every `LeningStand` that holds.
    public private(set) var leningStand: [Vermelding<LeningStand>] = []
    /// Every `KlantmanagerToegewezen` that holds.
    public private(set) var klantmanagerToegewezen: [Vermelding<KlantmanagerToegewezen>] = []
    /// Every `OvertredingVastgesteld` that holds.
    public private(set) var overtredingVastgesteld: [Vermelding<OvertredingVastgesteld>] = []
    /// Every `VoornemenBoeteVerzonden` that holds.
    public private(set) var voornemenBoeteVerzonden: [Vermelding<VoornemenBoeteVerzonden>] = []
    /// Every `ZienswijzeOntvangen` that holds.
    public private(set) var zienswijzeOntvangen: [Vermelding<ZienswijzeOntvangen>] = []
    /// Every `BoeteOpgelegd` that holds.
    public private(set) var boeteOpgelegd: [Vermelding<BoeteOpgelegd>] = []
    /// Every `BoeteIngetrokken` that holds.
    public private(set) var boeteIngetrokken: [Vermelding<BoeteIngetrokken>] = []
    /// Every `BoeteDUOOntvangen` that holds.
    public private(set) var boeteDUOOntvangen: [Vermelding<BoeteDUOOntvangen>] = []
    /// Every `BezwaarIngediend` that holds.
    public private(set) var bezwaarIngediend: [Vermelding<BezwaarIngediend>] = []
    /// Every `BezwaarBeslist` that holds.
    public private(set) var bezwaarBeslist: [Vermelding<BezwaarBeslist>] = []

    init(_ gebeurtenissen: some Sequence<Gebeurtenis>) {
        for gebeurtenis in gebeurtenissen { neemOp(gebeurtenis) }
    }

    private mutating func neemOp(_ g: Gebeurtenis) {
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
        case .gecorrigeerd: break
        }
    }
}
