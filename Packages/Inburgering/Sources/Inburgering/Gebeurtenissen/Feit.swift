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
    static let lezers: [(soort: String, lees: @Sendable (inout Veldlezer) throws(RegieFout) -> Feit)] = [
        (
            PersoonsgegevensOntvangen.soort,
            { (velden) throws(RegieFout) in .persoonsgegevensOntvangen(try PersoonsgegevensOntvangen(van: &velden)) }
        ),
        (GezinslidBekend.soort, { (velden) throws(RegieFout) in .gezinslidBekend(try GezinslidBekend(van: &velden)) }),
        (
            InburgeringsplichtVastgesteld.soort,
            { (velden) throws(RegieFout) in
                .inburgeringsplichtVastgesteld(try InburgeringsplichtVastgesteld(van: &velden))
            }
        ),
        (
            DoelgroepGewijzigd.soort,
            { (velden) throws(RegieFout) in .doelgroepGewijzigd(try DoelgroepGewijzigd(van: &velden)) }
        ),
        (
            InburgeringsplichtBeeindigd.soort,
            { (velden) throws(RegieFout) in .inburgeringsplichtBeeindigd(try InburgeringsplichtBeeindigd(van: &velden))
            }
        ),
        (
            VrijstellingBeslist.soort,
            { (velden) throws(RegieFout) in .vrijstellingBeslist(try VrijstellingBeslist(van: &velden)) }
        ),
        (
            OntheffingBeslist.soort,
            { (velden) throws(RegieFout) in .ontheffingBeslist(try OntheffingBeslist(van: &velden)) }
        ),
        (
            InburgeringstermijnVastgesteld.soort,
            { (velden) throws(RegieFout) in
                .inburgeringstermijnVastgesteld(try InburgeringstermijnVastgesteld(van: &velden))
            }
        ),
        (
            VerlengingAangevraagd.soort,
            { (velden) throws(RegieFout) in .verlengingAangevraagd(try VerlengingAangevraagd(van: &velden)) }
        ),
        (
            VerlengingBeslist.soort,
            { (velden) throws(RegieFout) in .verlengingBeslist(try VerlengingBeslist(van: &velden)) }
        ),
        (
            LeerbaarheidstoetsAfgenomen.soort,
            { (velden) throws(RegieFout) in .leerbaarheidstoetsAfgenomen(try LeerbaarheidstoetsAfgenomen(van: &velden))
            }
        ),
        (
            LeerbaarheidstoetsOntheven.soort,
            { (velden) throws(RegieFout) in .leerbaarheidstoetsOntheven(try LeerbaarheidstoetsOntheven(van: &velden)) }
        ),
        (
            ExamenresultaatOntvangen.soort,
            { (velden) throws(RegieFout) in .examenresultaatOntvangen(try ExamenresultaatOntvangen(van: &velden)) }
        ),
        (
            GekoppeldAanGemeente.soort,
            { (velden) throws(RegieFout) in .gekoppeldAanGemeente(try GekoppeldAanGemeente(van: &velden)) }
        ),
        (
            InformatieprofielOntvangen.soort,
            { (velden) throws(RegieFout) in .informatieprofielOntvangen(try InformatieprofielOntvangen(van: &velden)) }
        ),
        (
            VoorinburgeringOvergedragen.soort,
            { (velden) throws(RegieFout) in .voorinburgeringOvergedragen(try VoorinburgeringOvergedragen(van: &velden))
            }
        ),
        (
            IngeschrevenInGemeente.soort,
            { (velden) throws(RegieFout) in .ingeschrevenInGemeente(try IngeschrevenInGemeente(van: &velden)) }
        ),
        (Verhuisd.soort, { (velden) throws(RegieFout) in .verhuisd(try Verhuisd(van: &velden)) }),
        (
            VertrokkenUitNederland.soort,
            { (velden) throws(RegieFout) in .vertrokkenUitNederland(try VertrokkenUitNederland(van: &velden)) }
        ),
        (Overleden.soort, { (velden) throws(RegieFout) in .overleden(try Overleden(van: &velden)) }),
        (
            OpgeroepenVoorIntake.soort,
            { (velden) throws(RegieFout) in .opgeroepenVoorIntake(try OpgeroepenVoorIntake(van: &velden)) }
        ),
        (NietVerschenen.soort, { (velden) throws(RegieFout) in .nietVerschenen(try NietVerschenen(van: &velden)) }),
        (
            SchriftelijkGewaarschuwd.soort,
            { (velden) throws(RegieFout) in .schriftelijkGewaarschuwd(try SchriftelijkGewaarschuwd(van: &velden)) }
        ),
        (IntakeAfgenomen.soort, { (velden) throws(RegieFout) in .intakeAfgenomen(try IntakeAfgenomen(van: &velden)) }),
        (PIPVastgesteld.soort, { (velden) throws(RegieFout) in .pipVastgesteld(try PIPVastgesteld(van: &velden)) }),
        (PIPGewijzigd.soort, { (velden) throws(RegieFout) in .pipGewijzigd(try PIPGewijzigd(van: &velden)) }),
        (
            InburgeringsaanbodGedaan.soort,
            { (velden) throws(RegieFout) in .inburgeringsaanbodGedaan(try InburgeringsaanbodGedaan(van: &velden)) }
        ),
        (
            VoortgangsgesprekGevoerd.soort,
            { (velden) throws(RegieFout) in .voortgangsgesprekGevoerd(try VoortgangsgesprekGevoerd(van: &velden)) }
        ),
        (
            UrenGeregistreerd.soort,
            { (velden) throws(RegieFout) in .urenGeregistreerd(try UrenGeregistreerd(van: &velden)) }
        ),
        (
            VerzuimGeregistreerd.soort,
            { (velden) throws(RegieFout) in .verzuimGeregistreerd(try VerzuimGeregistreerd(van: &velden)) }
        ),
        (PVTOndertekend.soort, { (velden) throws(RegieFout) in .pvtOndertekend(try PVTOndertekend(van: &velden)) }),
        (
            MAPEindgesprekGevoerd.soort,
            { (velden) throws(RegieFout) in .mapEindgesprekGevoerd(try MAPEindgesprekGevoerd(van: &velden)) }
        ),
        (
            ZrouteEindgesprekGevoerd.soort,
            { (velden) throws(RegieFout) in .zrouteEindgesprekGevoerd(try ZrouteEindgesprekGevoerd(van: &velden)) }
        ),
        (ZrouteAfgerond.soort, { (velden) throws(RegieFout) in .zrouteAfgerond(try ZrouteAfgerond(van: &velden)) }),
        (
            BijstandToegekend.soort,
            { (velden) throws(RegieFout) in .bijstandToegekend(try BijstandToegekend(van: &velden)) }
        ),
        (
            BijstandBeeindigd.soort,
            { (velden) throws(RegieFout) in .bijstandBeeindigd(try BijstandBeeindigd(van: &velden)) }
        ),
        (
            OntzorgenGestart.soort,
            { (velden) throws(RegieFout) in .ontzorgenGestart(try OntzorgenGestart(van: &velden)) }
        ),
        (
            OntzorgenBeeindigd.soort,
            { (velden) throws(RegieFout) in .ontzorgenBeeindigd(try OntzorgenBeeindigd(van: &velden)) }
        ),
        (
            InkomstenOntvangen.soort,
            { (velden) throws(RegieFout) in .inkomstenOntvangen(try InkomstenOntvangen(van: &velden)) }
        ),
        (LeningStand.soort, { (velden) throws(RegieFout) in .leningStand(try LeningStand(van: &velden)) }),
        (
            KlantmanagerToegewezen.soort,
            { (velden) throws(RegieFout) in .klantmanagerToegewezen(try KlantmanagerToegewezen(van: &velden)) }
        ),
        (
            OvertredingVastgesteld.soort,
            { (velden) throws(RegieFout) in .overtredingVastgesteld(try OvertredingVastgesteld(van: &velden)) }
        ),
        (
            VoornemenBoeteVerzonden.soort,
            { (velden) throws(RegieFout) in .voornemenBoeteVerzonden(try VoornemenBoeteVerzonden(van: &velden)) }
        ),
        (
            ZienswijzeOntvangen.soort,
            { (velden) throws(RegieFout) in .zienswijzeOntvangen(try ZienswijzeOntvangen(van: &velden)) }
        ),
        (BoeteOpgelegd.soort, { (velden) throws(RegieFout) in .boeteOpgelegd(try BoeteOpgelegd(van: &velden)) }),
        (
            BoeteIngetrokken.soort,
            { (velden) throws(RegieFout) in .boeteIngetrokken(try BoeteIngetrokken(van: &velden)) }
        ),
        (
            BoeteDUOOntvangen.soort,
            { (velden) throws(RegieFout) in .boeteDUOOntvangen(try BoeteDUOOntvangen(van: &velden)) }
        ),
        (
            BezwaarIngediend.soort,
            { (velden) throws(RegieFout) in .bezwaarIngediend(try BezwaarIngediend(van: &velden)) }
        ),
        (BezwaarBeslist.soort, { (velden) throws(RegieFout) in .bezwaarBeslist(try BezwaarBeslist(van: &velden)) }),
        (
            BijstandVerlaagd.soort,
            { (velden) throws(RegieFout) in .bijstandVerlaagd(try BijstandVerlaagd(van: &velden)) }
        ),
        (
            OntheffingsadviesGevraagd.soort,
            { (velden) throws(RegieFout) in .ontheffingsadviesGevraagd(try OntheffingsadviesGevraagd(van: &velden)) }
        ),
        (
            OntheffingsadviesGegeven.soort,
            { (velden) throws(RegieFout) in .ontheffingsadviesGegeven(try OntheffingsadviesGegeven(van: &velden)) }
        ),
        (Gecorrigeerd.soort, { (velden) throws(RegieFout) in .gecorrigeerd(try Gecorrigeerd(van: &velden)) }),
    ]
}
