// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Who DUO shows to which gemeente (specification, README, Scope): who lives there and not in an azc, whom COA coupled to
/// it, whose actual PIP is of it, and for a month whose former PIP was. Everybody else is 403.
enum Inzage {
    /// How long to wait before looking again: a coupling or a move that DUO still has to hear of takes days. Six hours, in
    /// milliseconds.
    static let wachten: Int64 = 6 * 3_600_000

    /// What a 403 on all that was asked means. For somebody who is known to have left it is the right answer, and there is
    /// nothing to read any more; for anybody else DUO knows something that the dossier does not, or the other way round.
    static func uitkomst(_ waarom: String, over dossier: Dossier, nu: Tijdstip) -> Leesuitkomst {
        guard !dossier.isElders else { return .feiten([]) }
        let signaal = Signaal(
            .duoGeenInzage,
            ernst: .letOp,
            actie: "DUO laat de gemeente deze persoon niet inzien: volgens DUO woont hij hier niet, is hij niet aan de "
                + "gemeente gekoppeld en is het actuele PIP niet van hier. Ga na in de BRP of hij is verhuisd en leg dat "
                + "vast; woont hij hier wel, meld het dan aan DUO.",
            grondslag: ["Wi2021 art. 33 onder a"]
        )
        return .geenInzage(signaal, waarom: waarom, tot: nu.plus(milliseconden: wachten))
    }

    /// SS122 tells the former gemeente that somebody moved, not where to: that is no fact yet.
    static func vertrek(uit dossier: Dossier) -> Signaal? {
        guard !dossier.isElders else { return nil }
        return Signaal(
            .duoVertrekGemeld,
            ernst: .letOp,
            actie: "DUO meldt dat deze persoon naar een andere gemeente is vertrokken. Leg de verhuizing vast, en geef "
                + "inspanningen en resultaten die nog ontbreken nu door: daarna sluit DUO het dossier voor deze gemeente.",
            grondslag: ["Wi2021 art. 34 lid 1"]
        )
    }
}

extension Beoordelingscode {
    /// DUO does not let the gemeente see a person whom the dossier still has here.
    public static let duoGeenInzage = Beoordelingscode(rawValue: "DUO_GEEN_INZAGE")
    /// DUO told that somebody moved to another gemeente, and the dossier does not know where to.
    public static let duoVertrekGemeld = Beoordelingscode(rawValue: "DUO_VERTREK_GEMELD")
}

extension Dossier {
    /// Whether the dossier itself has the person living elsewhere, coupled to another gemeente, gone abroad or dead.
    var isElders: Bool {
        let feiten = feiten
        guard feiten.overleden.isEmpty else { return true }
        var plaatsen: [(dag: Datum, hier: Bool)] = []
        plaatsen += feiten.ingeschrevenInGemeente.map { ($0.inhoud.datum, $0.inhoud.gemeente == gemeente) }
        plaatsen += feiten.verhuisd.map { ($0.inhoud.datum, $0.inhoud.naarGemeente == gemeente) }
        plaatsen += feiten.gekoppeldAanGemeente.map { ($0.inhoud.datum, $0.inhoud.gemeente == gemeente) }
        plaatsen += feiten.vertrokkenUitNederland.map { ($0.inhoud.datum, false) }
        guard let laatste = plaatsen.map(\.dag).max() else { return false }
        // Of one day: here.
        return !plaatsen.contains { $0.dag == laatste && $0.hier }
    }
}
