// SPDX-License-Identifier: EUPL-1.2

/// `GEGEVENS_TEGENSTRIJDIG`: facts that cannot both be true, with the fields in which they differ. Each rule then reads
/// the cautious one (`voorzichtigste`), so that nothing waits for an answer.
enum Tegenstrijdigheden {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let dag = beeld.peildatum
        opEenDag(beeld.feiten.inburgeringsplichtVastgesteld.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.doelgroepGewijzigd.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.inburgeringsplichtBeeindigd.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.inburgeringstermijnVastgesteld.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.verlengingBeslist.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.leerbaarheidstoetsAfgenomen.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.gekoppeldAanGemeente.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.ingeschrevenInGemeente.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.verhuisd.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.opgeroepenVoorIntake.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.intakeAfgenomen.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.pipVastgesteld.geldig(op: dag), naar: &uit)
        // Two changes of one day may each have their own reason; what they change cannot differ.
        opEenDag(beeld.feiten.pipGewijzigd.geldig(op: dag), behalve: "reden", naar: &uit)
        opEenDag(beeld.feiten.inburgeringsaanbodGedaan.geldig(op: dag), naar: &uit) {
            $0.instellingsnummer == $1.instellingsnummer
        }
        opEenDag(beeld.feiten.urenGeregistreerd.geldig(op: dag), naar: &uit) {
            $0.urensoort == $1.urensoort && $0.instellingsnummer == $1.instellingsnummer
                && $0.nietVrijstellendeOpleiding ?? false == $1.nietVrijstellendeOpleiding ?? false
        }
        opEenDag(beeld.feiten.verzuimGeregistreerd.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.examenresultaatOntvangen.geldig(op: dag), naar: &uit) {
            $0.onderdeel == $1.onderdeel && $0.niveau == $1.niveau
        }
        opEenDag(beeld.feiten.vrijstellingBeslist.geldig(op: dag), naar: &uit) {
            $0.omvang == $1.omvang && $0.examenonderdeel == $1.examenonderdeel
        }
        opEenDag(beeld.feiten.ontheffingBeslist.geldig(op: dag), naar: &uit) {
            $0.omvang == $1.omvang && $0.examenonderdeel == $1.examenonderdeel
        }
        opEenDag(beeld.feiten.verlengingAangevraagd.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.voortgangsgesprekGevoerd.geldig(op: dag), behalve: "samenvatting", naar: &uit)
        opEenDag(beeld.feiten.overtredingVastgesteld.geldig(op: dag), naar: &uit) {
            $0.artikel == $1.artikel && $0.gedraging == $1.gedraging
        }
        opEenDag(beeld.feiten.boeteOpgelegd.geldig(op: dag), naar: &uit) {
            $0.artikel == $1.artikel && $0.gedraging == $1.gedraging
        }
        opEenDag(beeld.feiten.leningStand.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.pvtOndertekend.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.mapEindgesprekGevoerd.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.zrouteAfgerond.geldig(op: dag), naar: &uit)
        opEenDag(beeld.feiten.ontheffingsadviesGegeven.geldig(op: dag), naar: &uit)
        Bronverschillen.beoordeel(beeld, naar: &uit)
    }

    /// Facts of one kind and one day about the same thing, that give a field different values. A field that one of them
    /// leaves out is no disagreement.
    private static func opEenDag<Inhoud>(
        _ lijst: ArraySlice<Vermelding<Inhoud>>,
        behalve: String? = nil,
        naar uit: inout Uitkomst,
        _ zelfde: (Inhoud, Inhoud) -> Bool = { _, _ in true }
    ) {
        guard heeftStrijd(lijst, zelfde) else { return }
        var rest = lijst
        while let eerste = rest.first {
            let dag = rest.vanEersteDag()
            rest = rest[dag.endIndex...]
            guard dag.count > 1 else { continue }
            // The same said by two sources is one fact, whichever came first.
            let feiten = dag.uniekOpDag()
            var groepen: [[Vermelding<Inhoud>]] = [[feiten.first ?? eerste]]
            for feit in feiten.dropFirst() {
                if let plek = groepen.firstIndex(where: { zelfde($0[0].inhoud, feit.inhoud) }) {
                    // The same said twice is one fact.
                    if !groepen[plek].contains(where: { $0.inhoud == feit.inhoud }) { groepen[plek].append(feit) }
                } else {
                    groepen.append([feit])
                }
            }
            for groep in groepen where groep.count > 1 {
                let velden = verschillen(groep.map(\.inhoud.velden)).filter { $0 != behalve }
                if !velden.isEmpty { meld(Inhoud.soort, groep.map(\.volgnummer), velden, naar: &uit) }
            }
        }
    }

    /// Whether two facts of one day say something different about the same thing: of nearly nobody they do, and then
    /// nothing needs to be gathered. The list is in order of days.
    private static func heeftStrijd<Inhoud>(
        _ lijst: ArraySlice<Vermelding<Inhoud>>,
        _ zelfde: (Inhoud, Inhoud) -> Bool
    ) -> Bool {
        for plek in lijst.indices.dropFirst() {
            var eerder = plek - 1
            while eerder >= lijst.startIndex, lijst[eerder].geldigOp == lijst[plek].geldigOp {
                if zelfde(lijst[eerder].inhoud, lijst[plek].inhoud), lijst[eerder].inhoud != lijst[plek].inhoud {
                    return true
                }
                eerder -= 1
            }
        }
        return false
    }

    /// The names of the fields that occur with two values.
    static func verschillen(_ feiten: [[JSON.Lid]]) -> [String] {
        var gezien: [JSON.Lid] = []
        var uit: [String] = []
        for leden in feiten {
            for lid in leden {
                guard let eerder = gezien.first(where: { $0.sleutel == lid.sleutel }) else {
                    gezien.append(lid)
                    continue
                }
                if eerder.waarde != lid.waarde, !uit.contains(lid.sleutel) { uit.append(lid.sleutel) }
            }
        }
        return uit.sorted()
    }

    /// The signal: it names kind and fields, never a value.
    static func meld(_ soort: String, _ feiten: [Int], _ velden: [String], naar uit: inout Uitkomst) {
        uit.signalen.append(
            Signaal(
                .gegevensTegenstrijdig,
                ernst: .letOp,
                actie:
                    "Zoek uit wat klopt in \(soort): \(velden.joined(separator: ", ")); corrigeer het onjuiste feit.",
                grondslag: [],
                feiten: feiten.sorted(),
                velden: velden
            )
        )
    }
}
