// SPDX-License-Identifier: EUPL-1.2

/// `PVT` and `MAP`: hours and a closing act, both within the inburgeringstermijn (Wi2021 art. 6, 24 lid 1; Besluit
/// art. 3.1, 3.2; Regeling art. 3.1).
struct PVTEnMAP {
    /// The day of the closing act; nil while it or hours are missing. On which day the last hour was made nobody records.
    private(set) var pvtGedaan: Datum?
    private(set) var mapGedaan: Datum?
    /// Whether this leerroute has a MAP at all.
    private(set) var heeftMAP = true
    private(set) var feiten: [Int] = []
    /// What decided whether there is a MAP.
    private(set) var spoorMAP: Spoor

    private struct Onderdeel {
        let code: Beoordelingscode
        let norm: Wetsleutel
        let soort: Urensoorten
        let artikel: String
        let afsluiten: String
        let afronden: String
        let urenOntbreken: String
    }

    private static let pvt = Onderdeel(
        code: .pvt,
        norm: .pvtUren,
        soort: .pvt,
        artikel: "Wi2021 art. 6 lid 1 onder a",
        afsluiten: "Plan de ondertekening van de participatieverklaring.",
        afronden: "Rond het participatieverklaringstraject af.",
        urenOntbreken: "Registreer de uren van het participatieverklaringstraject."
    )
    private static let map = Onderdeel(
        code: .map,
        norm: .mapUrenPraktijk,
        soort: .mapPraktijk,
        artikel: "Wi2021 art. 6 lid 1 onder b",
        afsluiten: "Voer het eindgesprek van de Module Arbeidsmarkt en Participatie.",
        afronden: "Rond de Module Arbeidsmarkt en Participatie af.",
        urenOntbreken: "Registreer de praktijkuren van de Module Arbeidsmarkt en Participatie."
    )

    init(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let dag = beeld.peildatum
        spoorMAP = Spoor(beeld.wet)
        let ondertekend = beeld.feiten.pvtOndertekend.geldig(op: dag).vroegste()
        pvtGedaan = beoordeel(Self.pvt, ondertekend.map { ($0.geldigOp, $0.volgnummer) }, [], beeld, naar: &uit)
        if beeld.plan?.leerroute == .onderwijs {
            heeftMAP = spoorMAP.waarheid(.mapOnderwijsroute, op: beeld.termijn?.begin ?? dag)
        }
        guard heeftMAP else { return }
        let gesprek = beeld.feiten.mapEindgesprekGevoerd.geldig(op: dag).vroegste()
        let route = beeld.plan?.feiten ?? []
        mapGedaan = beoordeel(Self.map, gesprek.map { ($0.geldigOp, $0.volgnummer) }, route, beeld, naar: &uit)
    }

    private mutating func beoordeel(
        _ onderdeel: Onderdeel,
        _ afsluiting: (datum: Datum, volgnummer: Int)?,
        _ extra: [Int],
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) -> Datum? {
        guard let termijn = beeld.termijn else { return nil }
        var spoor = Spoor(beeld.wet)
        spoor.grond(onderdeel.artikel)
        guard let norm = spoor.getal(onderdeel.norm, op: termijn.begin) else { return nil }
        let uren = Uren(onderdeel.soort, beeld.feiten.urenGeregistreerd.geldig(op: beeld.peildatum))
        spoor.feiten(uren.feiten)
        uit.voortgang.append(
            Voortgang(onderdeel.code, vereist: norm, behaald: uren.totaal, eenheid: "uur", spoor: spoor)
        )
        if let afsluiting { spoor.feit(afsluiting.volgnummer) }
        spoor.grond("Wi2021 art. 24 lid 1")
        spoor.neem(termijn.spoor)
        spoor.feiten(extra)
        // Signing closes the traject, so a signature without any registered hours counts; one with too few does not.
        let genoeg = uren.totaal >= norm || (uren.feiten.isEmpty && afsluiting != nil)
        let gedaan = genoeg ? afsluiting?.datum : nil
        if gedaan != nil { feiten += spoor.feiten }
        let status = Termijn.Status.van(
            begin: termijn.begin,
            laatsteDag: termijn.laatsteDag,
            gedaan: gedaan,
            vervallen: [beeld.stand.vervallenVanaf, beeld.stand.voldaanOp].compactMap(\.self).min(),
            op: beeld.peildatum
        )
        let uitkomst = Termijn(
            onderdeel.code,
            begin: termijn.begin,
            laatsteDag: termijn.laatsteDag,
            status: status,
            spoor: spoor
        )
        uit.termijnen.append(uitkomst)
        if beeld.loopt {
            signaal(onderdeel, uitkomst, uren, genoeg: genoeg, afgesloten: afsluiting != nil, beeld, naar: &uit)
        }
        return gedaan
    }

    /// Something is due when the hours are there and the closing act is not, when hours are missing in the books, or
    /// when the end of the term comes near.
    private func signaal(
        _ onderdeel: Onderdeel,
        _ termijn: Termijn,
        _ uren: Uren,
        genoeg: Bool,
        afgesloten: Bool,
        _ beeld: Beeld,
        naar uit: inout Uitkomst
    ) {
        let ernst = uit.ernst.ernst(voor: termijn.laatsteDag, op: beeld.peildatum)
        let actie: String
        switch (genoeg, afgesloten) {
        case (true, true):
            guard uren.feiten.isEmpty else { return }
            actie = onderdeel.urenOntbreken
        case (false, true): actie = onderdeel.urenOntbreken
        case (true, false): actie = onderdeel.afsluiten
        case (false, false):
            guard ernst > .info, termijn.status != .nogNiet else { return }
            actie = onderdeel.afronden
        }
        if genoeg, afgesloten {
            uit.signalen.append(
                Signaal(
                    onderdeel.code,
                    ernst: .info,
                    actie: actie,
                    grondslag: termijn.grondslag,
                    feiten: termijn.feiten
                )
            )
        } else {
            uit.signaal(bij: termijn, op: beeld.peildatum, actie: actie)
        }
    }
}
