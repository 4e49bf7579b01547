// SPDX-License-Identifier: EUPL-1.2

/// What the rules have found so far.
struct Uitkomst {
    var termijnen: [Termijn] = []
    var voortgang: [Voortgang] = []
    var signalen: [Signaal] = []
    let ernst: Ernstgrenzen

    init(ernst: Ernstgrenzen) {
        self.ernst = ernst
        termijnen.reserveCapacity(12)
        voortgang.reserveCapacity(8)
        signalen.reserveCapacity(8)
    }

    /// A signal that goes with a term: the same last day, ground and facts.
    mutating func signaal(bij termijn: Termijn, op peildatum: Datum, actie: String) {
        signalen.append(
            Signaal(
                termijn.code,
                voor: termijn.laatsteDag,
                ernst: ernst.ernst(voor: termijn.laatsteDag, op: peildatum),
                actie: actie,
                grondslag: termijn.grondslag,
                feiten: termijn.feiten
            )
        )
    }
}

extension Termijn {
    init(
        _ code: Beoordelingscode,
        begin: Datum?,
        laatsteDag: Datum?,
        status: Status,
        spoor: Spoor,
        toelichting: String? = nil,
        verlenging: Verlengingsaanspraak? = nil
    ) {
        self.init(
            code,
            begin: begin,
            einde: laatsteDag?.volgende,
            laatsteDag: laatsteDag,
            status: status,
            grondslag: spoor.grondslag,
            parameters: spoor.parameters,
            feiten: spoor.feiten,
            toelichting: toelichting,
            verlenging: verlenging
        )
    }
}

extension Voortgang {
    init(_ code: Beoordelingscode, vereist: Int, behaald: Int, eenheid: String, spoor: Spoor) {
        self.init(
            code,
            vereist: vereist,
            behaald: behaald,
            eenheid: eenheid,
            grondslag: spoor.grondslag,
            parameters: spoor.parameters,
            feiten: spoor.feiten
        )
    }
}

extension Signaal {
    init(
        _ code: Beoordelingscode,
        voor: Datum? = nil,
        ernst: Ernst,
        actie: String,
        spoor: Spoor,
        velden: [String] = []
    ) {
        self.init(
            code,
            voor: voor,
            ernst: ernst,
            actie: actie,
            grondslag: spoor.grondslag,
            feiten: spoor.feiten,
            velden: velden
        )
    }
}
