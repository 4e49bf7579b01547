// SPDX-License-Identifier: EUPL-1.2

/// Which parts of the inburgeringsexamen are met: passed at the level of the PIP, or not required of this person by a
/// gedeeltelijke vrijstelling or ontheffing (Wi2021 art. 4, 5, 7, 17 lid 3).
struct Examenstand {
    private(set) var behaald: [Examenonderdeel] = []
    /// The day on which the last part was met.
    private(set) var laatste: Datum?
    private(set) var feiten: [Int] = []

    /// Whether all parts are met.
    var compleet: Bool { behaald.count == Examenonderdeel.allCases.count }

    init(_ beeld: Beeld) { self.init(beeld, beeld.plan, op: beeld.peildatum) }

    /// The same as it stood on an earlier day, under the PIP of that day.
    init(_ beeld: Beeld, _ plan: Plan?, op dag: Datum) {
        for onderdeel in Examenonderdeel.allCases {
            // A PIP that was lowered to A2, whole or for this part, asks A2 (Wi2021 art. 17 lid 3); else it is B1.
            let niveau = plan?.examenniveau(onderdeel) ?? .b1
            guard let (datum, volgnummer) = Self.gehaald(onderdeel, minstens: niveau, beeld, op: dag) else { continue }
            behaald.append(onderdeel)
            laatste = max(laatste ?? datum, datum)
            if !feiten.contains(volgnummer) { feiten.append(volgnummer) }
        }
    }

    private static func gehaald(
        _ onderdeel: Examenonderdeel,
        minstens niveau: Examenniveau,
        _ beeld: Beeld,
        op dag: Datum
    ) -> (Datum, Int)? {
        func genoeg(_ gegeven: Examenniveau?) -> Bool {
            // KNM has one level; DUO leaves niveau out there.
            guard onderdeel != .knm, let gegeven else { return true }
            return gegeven.rawValue >= niveau.rawValue
        }
        if let geslaagd = beeld.feiten.examenresultaatOntvangen.geldig(op: dag).vroegste({
            $0.inhoud.onderdeel == onderdeel && $0.inhoud.resultaat == .geslaagd && genoeg($0.inhoud.niveau)
        }) {
            return (geslaagd.geldigOp, geslaagd.volgnummer)
        }
        if let vrij = beeld.feiten.vrijstellingBeslist.geldig(op: dag).vroegste({
            $0.inhoud.omvang == .gedeeltelijk && $0.inhoud.oordeel == .toekenning
                && $0.inhoud.examenonderdeel == onderdeel && genoeg($0.inhoud.examenniveau)
        }) {
            return (vrij.geldigOp, vrij.volgnummer)
        }
        return beeld.feiten.ontheffingBeslist.geldig(op: dag).vroegste {
            $0.inhoud.omvang == .gedeeltelijk && $0.inhoud.oordeel == .toekenning
                && $0.inhoud.examenonderdeel == onderdeel
        }.map { ($0.geldigOp, $0.volgnummer) }
    }
}
