// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Makes letters: pure, from a dossier, what the law says of it on the day of the letter, and a template.
public struct Brief: Sendable {
    /// Who sends it.
    public let gemeente: String
    /// The date on it.
    public let datum: Datum
    /// Until when the person can give their view; only for the intention to fine.
    public let reactieTot: Datum?
    /// The volgnummer of the overtreding (voornemen) or the boete (besluit) that the letter is about; nil when the dossier
    /// leaves no choice.
    public let over: Int?

    /// - Parameters: see the properties.
    public init(gemeente: String, datum: Datum, reactieTot: Datum? = nil, over: Int? = nil) {
        self.gemeente = gemeente
        self.datum = datum
        self.reactieTot = reactieTot
        self.over = over
    }

    /// The letter. Throws `brief-onvolledig` naming what the dossier lacks.
    ///
    /// - Parameters:
    ///   - soort: which letter.
    ///   - dossier: whose.
    ///   - beoordelaar: law and policy, by which the dossier is judged on the day of the letter.
    ///   - sjabloon: its text.
    public func tekst(
        _ soort: Briefsoort,
        _ dossier: Dossier,
        _ beoordelaar: Beoordelaar,
        _ sjabloon: Sjabloon
    ) throws(RegieFout) -> String {
        var inhoud = try persoon(dossier)
        let zaak = Zaak(dossier: dossier, beoordelaar: beoordelaar, op: datum, over: over)
        switch soort {
        case .oproep: try inhoud.oproep(zaak)
        case .waarschuwing: try inhoud.waarschuwing(zaak)
        case .pipBeschikking: try inhoud.pip(zaak)
        case .boetevoornemen: try inhoud.boetevoornemen(zaak, reactieTot: reactieTot)
        case .boetebesluit: try inhoud.boetebesluit(zaak)
        }
        inhoud["grondslag"] = inhoud.grondslag.joined(separator: "; ")
        return sjabloon.vul(inhoud.velden)
    }

    private func persoon(_ dossier: Dossier) throws(RegieFout) -> Briefinhoud {
        let persoon = dossier.persoonsgegevens
        let achternaam = try nodig(
            persoon.geslachtsnaam,
            "de naam van de persoon is niet bekend",
            "DUO geeft geen namen: leg PersoonsgegevensOntvangen vast met regie gebeurtenis add."
        )
        var inhoud = Briefinhoud()
        inhoud["gemeente"] = gemeente
        inhoud["datum"] = datum.leesbaar
        inhoud["naam"] = [persoon.voornamen, achternaam].compactMap(\.self).joined(separator: " ")
        inhoud["adres"] = persoon.adresregel
        inhoud["geboortedatum"] = persoon.geboortedatum?.description
        inhoud["kenmerk"] = dossier.id.tekst
        return inhoud
    }
}

/// What a letter is about, on its day.
struct Zaak {
    let dossier: Dossier
    let beoordelaar: Beoordelaar
    let beoordeling: Beoordeling
    let op: Datum
    let over: Int?

    init(dossier: Dossier, beoordelaar: Beoordelaar, op datum: Datum, over: Int?) {
        self.dossier = dossier
        self.beoordelaar = beoordelaar
        beoordeling = beoordelaar.beoordeel(dossier, op: datum)
        op = datum
        self.over = over
    }

    /// The facts of a kind up to the day of the letter.
    func feiten<Inhoud>(_ lijst: [Vermelding<Inhoud>]) -> [Vermelding<Inhoud>] { lijst.filter { $0.geldigOp <= op } }

    func termijn(_ code: Beoordelingscode, _ past: (Termijn) -> Bool = { _ in true }) -> Termijn? {
        beoordeling.termijnen.first { $0.code == code && past($0) }
    }
}

/// The values of a letter.
struct Briefinhoud {
    private(set) var velden: [String: String] = [:]
    var grondslag: [String] = []

    /// A value; an absent one leaves its section out.
    subscript(naam: String) -> String? {
        get { velden[naam] }
        set { velden[naam] = newValue }
    }
}
