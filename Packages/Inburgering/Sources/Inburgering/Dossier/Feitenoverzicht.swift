// SPDX-License-Identifier: EUPL-1.2

/// The facts that hold, by kind, each list in order of `geldigOp` and then of volgnummer.
///
/// A class, because an assessment hands it around: as a struct, each copy would count references to every list.
public final class Feitenoverzicht: Sendable {
    /// Every `PersoonsgegevensOntvangen` that holds.
    public let persoonsgegevensOntvangen: [Vermelding<PersoonsgegevensOntvangen>]
    /// Every `GezinslidBekend` that holds.
    public let gezinslidBekend: [Vermelding<GezinslidBekend>]
    /// Every `InburgeringsplichtVastgesteld` that holds.
    public let inburgeringsplichtVastgesteld: [Vermelding<InburgeringsplichtVastgesteld>]
    /// Every `DoelgroepGewijzigd` that holds.
    public let doelgroepGewijzigd: [Vermelding<DoelgroepGewijzigd>]
    /// Every `InburgeringsplichtBeeindigd` that holds.
    public let inburgeringsplichtBeeindigd: [Vermelding<InburgeringsplichtBeeindigd>]
    /// Every `VrijstellingBeslist` that holds.
    public let vrijstellingBeslist: [Vermelding<VrijstellingBeslist>]
    /// Every `OntheffingBeslist` that holds.
    public let ontheffingBeslist: [Vermelding<OntheffingBeslist>]
    /// Every `InburgeringstermijnVastgesteld` that holds.
    public let inburgeringstermijnVastgesteld: [Vermelding<InburgeringstermijnVastgesteld>]
    /// Every `VerlengingAangevraagd` that holds.
    public let verlengingAangevraagd: [Vermelding<VerlengingAangevraagd>]
    /// Every `VerlengingBeslist` that holds.
    public let verlengingBeslist: [Vermelding<VerlengingBeslist>]
    /// Every `LeerbaarheidstoetsAfgenomen` that holds.
    public let leerbaarheidstoetsAfgenomen: [Vermelding<LeerbaarheidstoetsAfgenomen>]
    /// Every `LeerbaarheidstoetsOntheven` that holds.
    public let leerbaarheidstoetsOntheven: [Vermelding<LeerbaarheidstoetsOntheven>]
    /// Every `ExamenresultaatOntvangen` that holds.
    public let examenresultaatOntvangen: [Vermelding<ExamenresultaatOntvangen>]
    /// Every `GekoppeldAanGemeente` that holds.
    public let gekoppeldAanGemeente: [Vermelding<GekoppeldAanGemeente>]
    /// Every `InformatieprofielOntvangen` that holds.
    public let informatieprofielOntvangen: [Vermelding<InformatieprofielOntvangen>]
    /// Every `VoorinburgeringOvergedragen` that holds.
    public let voorinburgeringOvergedragen: [Vermelding<VoorinburgeringOvergedragen>]
    /// Every `IngeschrevenInGemeente` that holds.
    public let ingeschrevenInGemeente: [Vermelding<IngeschrevenInGemeente>]
    /// Every `Verhuisd` that holds.
    public let verhuisd: [Vermelding<Verhuisd>]
    /// Every `VertrokkenUitNederland` that holds.
    public let vertrokkenUitNederland: [Vermelding<VertrokkenUitNederland>]
    /// Every `Overleden` that holds.
    public let overleden: [Vermelding<Overleden>]
    /// Every `OpgeroepenVoorIntake` that holds.
    public let opgeroepenVoorIntake: [Vermelding<OpgeroepenVoorIntake>]
    /// Every `NietVerschenen` that holds.
    public let nietVerschenen: [Vermelding<NietVerschenen>]
    /// Every `SchriftelijkGewaarschuwd` that holds.
    public let schriftelijkGewaarschuwd: [Vermelding<SchriftelijkGewaarschuwd>]
    /// Every `IntakeAfgenomen` that holds.
    public let intakeAfgenomen: [Vermelding<IntakeAfgenomen>]
    /// Every `PIPVastgesteld` that holds.
    public let pipVastgesteld: [Vermelding<PIPVastgesteld>]
    /// Every `PIPGewijzigd` that holds.
    public let pipGewijzigd: [Vermelding<PIPGewijzigd>]
    /// Every `InburgeringsaanbodGedaan` that holds.
    public let inburgeringsaanbodGedaan: [Vermelding<InburgeringsaanbodGedaan>]
    /// Every `VoortgangsgesprekGevoerd` that holds.
    public let voortgangsgesprekGevoerd: [Vermelding<VoortgangsgesprekGevoerd>]
    /// Every `UrenGeregistreerd` that holds.
    public let urenGeregistreerd: [Vermelding<UrenGeregistreerd>]
    /// Every `VerzuimGeregistreerd` that holds.
    public let verzuimGeregistreerd: [Vermelding<VerzuimGeregistreerd>]
    /// Every `PVTOndertekend` that holds.
    public let pvtOndertekend: [Vermelding<PVTOndertekend>]
    /// Every `MAPEindgesprekGevoerd` that holds.
    public let mapEindgesprekGevoerd: [Vermelding<MAPEindgesprekGevoerd>]
    /// Every `ZrouteEindgesprekGevoerd` that holds.
    public let zrouteEindgesprekGevoerd: [Vermelding<ZrouteEindgesprekGevoerd>]
    /// Every `ZrouteAfgerond` that holds.
    public let zrouteAfgerond: [Vermelding<ZrouteAfgerond>]
    /// Every `BijstandToegekend` that holds.
    public let bijstandToegekend: [Vermelding<BijstandToegekend>]
    /// Every `BijstandBeeindigd` that holds.
    public let bijstandBeeindigd: [Vermelding<BijstandBeeindigd>]
    /// Every `OntzorgenGestart` that holds.
    public let ontzorgenGestart: [Vermelding<OntzorgenGestart>]
    /// Every `OntzorgenBeeindigd` that holds.
    public let ontzorgenBeeindigd: [Vermelding<OntzorgenBeeindigd>]
    /// Every `InkomstenOntvangen` that holds.
    public let inkomstenOntvangen: [Vermelding<InkomstenOntvangen>]
    /// Every `LeningStand` that holds.
    public let leningStand: [Vermelding<LeningStand>]
    /// Every `KlantmanagerToegewezen` that holds.
    public let klantmanagerToegewezen: [Vermelding<KlantmanagerToegewezen>]
    /// Every `OvertredingVastgesteld` that holds.
    public let overtredingVastgesteld: [Vermelding<OvertredingVastgesteld>]
    /// Every `VoornemenBoeteVerzonden` that holds.
    public let voornemenBoeteVerzonden: [Vermelding<VoornemenBoeteVerzonden>]
    /// Every `ZienswijzeOntvangen` that holds.
    public let zienswijzeOntvangen: [Vermelding<ZienswijzeOntvangen>]
    /// Every `BoeteOpgelegd` that holds.
    public let boeteOpgelegd: [Vermelding<BoeteOpgelegd>]
    /// Every `BoeteIngetrokken` that holds.
    public let boeteIngetrokken: [Vermelding<BoeteIngetrokken>]
    /// Every `BoeteDUOOntvangen` that holds.
    public let boeteDUOOntvangen: [Vermelding<BoeteDUOOntvangen>]
    /// Every `BezwaarIngediend` that holds.
    public let bezwaarIngediend: [Vermelding<BezwaarIngediend>]
    /// Every `BijstandVerlaagd` that holds.
    public let bijstandVerlaagd: [Vermelding<BijstandVerlaagd>]
    /// Every `OntheffingsadviesGevraagd` that holds.
    public let ontheffingsadviesGevraagd: [Vermelding<OntheffingsadviesGevraagd>]
    /// Every `OntheffingsadviesGegeven` that holds.
    public let ontheffingsadviesGegeven: [Vermelding<OntheffingsadviesGegeven>]
    /// Every `BezwaarBeslist` that holds.
    public let bezwaarBeslist: [Vermelding<BezwaarBeslist>]

    init(_ gebeurtenissen: some Sequence<Gebeurtenis>) {
        var rijen = Feitenrijen()
        for gebeurtenis in gebeurtenissen { rijen.neemOp(gebeurtenis) }
        persoonsgegevensOntvangen = rijen.persoonsgegevensOntvangen
        gezinslidBekend = rijen.gezinslidBekend
        inburgeringsplichtVastgesteld = rijen.inburgeringsplichtVastgesteld
        doelgroepGewijzigd = rijen.doelgroepGewijzigd
        inburgeringsplichtBeeindigd = rijen.inburgeringsplichtBeeindigd
        vrijstellingBeslist = rijen.vrijstellingBeslist
        ontheffingBeslist = rijen.ontheffingBeslist
        inburgeringstermijnVastgesteld = rijen.inburgeringstermijnVastgesteld
        verlengingAangevraagd = rijen.verlengingAangevraagd
        verlengingBeslist = rijen.verlengingBeslist
        leerbaarheidstoetsAfgenomen = rijen.leerbaarheidstoetsAfgenomen
        leerbaarheidstoetsOntheven = rijen.leerbaarheidstoetsOntheven
        examenresultaatOntvangen = rijen.examenresultaatOntvangen
        gekoppeldAanGemeente = rijen.gekoppeldAanGemeente
        informatieprofielOntvangen = rijen.informatieprofielOntvangen
        voorinburgeringOvergedragen = rijen.voorinburgeringOvergedragen
        ingeschrevenInGemeente = rijen.ingeschrevenInGemeente
        verhuisd = rijen.verhuisd
        vertrokkenUitNederland = rijen.vertrokkenUitNederland
        overleden = rijen.overleden
        opgeroepenVoorIntake = rijen.opgeroepenVoorIntake
        nietVerschenen = rijen.nietVerschenen
        schriftelijkGewaarschuwd = rijen.schriftelijkGewaarschuwd
        intakeAfgenomen = rijen.intakeAfgenomen
        pipVastgesteld = rijen.pipVastgesteld
        pipGewijzigd = rijen.pipGewijzigd
        inburgeringsaanbodGedaan = rijen.inburgeringsaanbodGedaan
        voortgangsgesprekGevoerd = rijen.voortgangsgesprekGevoerd
        urenGeregistreerd = rijen.urenGeregistreerd
        verzuimGeregistreerd = rijen.verzuimGeregistreerd
        pvtOndertekend = rijen.pvtOndertekend
        mapEindgesprekGevoerd = rijen.mapEindgesprekGevoerd
        zrouteEindgesprekGevoerd = rijen.zrouteEindgesprekGevoerd
        zrouteAfgerond = rijen.zrouteAfgerond
        bijstandToegekend = rijen.bijstandToegekend
        bijstandBeeindigd = rijen.bijstandBeeindigd
        ontzorgenGestart = rijen.ontzorgenGestart
        ontzorgenBeeindigd = rijen.ontzorgenBeeindigd
        inkomstenOntvangen = rijen.inkomstenOntvangen
        leningStand = rijen.leningStand
        klantmanagerToegewezen = rijen.klantmanagerToegewezen
        overtredingVastgesteld = rijen.overtredingVastgesteld
        voornemenBoeteVerzonden = rijen.voornemenBoeteVerzonden
        zienswijzeOntvangen = rijen.zienswijzeOntvangen
        boeteOpgelegd = rijen.boeteOpgelegd
        boeteIngetrokken = rijen.boeteIngetrokken
        boeteDUOOntvangen = rijen.boeteDUOOntvangen
        bezwaarIngediend = rijen.bezwaarIngediend
        bezwaarBeslist = rijen.bezwaarBeslist
        bijstandVerlaagd = rijen.bijstandVerlaagd
        ontheffingsadviesGevraagd = rijen.ontheffingsadviesGevraagd
        ontheffingsadviesGegeven = rijen.ontheffingsadviesGegeven
    }
}
