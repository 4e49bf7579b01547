// SPDX-License-Identifier: EUPL-1.2

/// What a rule used, in the order in which it used it.
///
/// A rule asks the law only through its trace, so a value that steered the result cannot be missing from it.
struct Spoor {
    private let wet: Wetboek
    private(set) var grondslag: [String] = []
    private(set) var parameters: [Parametergebruik] = []
    private(set) var feiten: [Int] = []

    init(_ wet: Wetboek) { self.wet = wet }

    /// Names an article that is no parameter's own.
    mutating func grond(_ artikel: String) {
        if grondslag.isEmpty { grondslag.reserveCapacity(6) }
        if !grondslag.contains(artikel) { grondslag.append(artikel) }
    }

    /// Names a fact.
    mutating func feit(_ volgnummer: Int) {
        if feiten.isEmpty { feiten.reserveCapacity(8) }
        if !feiten.contains(volgnummer) { feiten.append(volgnummer) }
    }

    mutating func feit(_ vermelding: Vermelding<some Feitinhoud>) { feit(vermelding.volgnummer) }

    mutating func feiten(_ volgnummers: some Sequence<Int>) {
        for volgnummer in volgnummers { feit(volgnummer) }
    }

    /// Takes over what another rule used.
    mutating func neem(_ ander: Spoor) {
        for artikel in ander.grondslag { grond(artikel) }
        for gebruik in ander.parameters { neem(gebruik) }
        feiten(ander.feiten)
    }

    mutating func duur(_ sleutel: Wetsleutel, op dag: Datum) -> Duur? {
        if case .duur(let duur) = waarde(sleutel, op: dag) { duur } else { nil }
    }

    mutating func getal(_ sleutel: Wetsleutel, op dag: Datum) -> Int? {
        if case .getal(let getal) = waarde(sleutel, op: dag) { getal } else { nil }
    }

    mutating func bedrag(_ sleutel: Wetsleutel, op dag: Datum) -> Bedrag? {
        if case .bedrag(let bedrag) = waarde(sleutel, op: dag) { bedrag } else { nil }
    }

    /// False where the law says nothing.
    mutating func waarheid(_ sleutel: Wetsleutel, op dag: Datum) -> Bool {
        if case .waarheid(let waarheid) = waarde(sleutel, op: dag) { waarheid } else { false }
    }

    mutating func tekst(_ sleutel: Wetsleutel, op dag: Datum) -> String? {
        if case .tekst(let tekst) = waarde(sleutel, op: dag) { tekst } else { nil }
    }

    private mutating func waarde(_ sleutel: Wetsleutel, op dag: Datum) -> Wetparameter.Waarde? {
        guard let (waarde, grondslag) = wet.waarde(sleutel, op: dag) else { return nil }
        grond(grondslag)
        neem(Parametergebruik(sleutel.naam, waarde))
        return waarde
    }

    private mutating func neem(_ gebruik: Parametergebruik) {
        if parameters.isEmpty { parameters.reserveCapacity(6) }
        if !parameters.contains(gebruik) { parameters.append(gebruik) }
    }

    /// A last day after the Algemene termijnenwet, where `schuift` says that it holds for this term.
    mutating func laatsteDag(_ dag: Datum, schuift: Wetsleutel, op begin: Datum) -> Datum {
        guard waarheid(schuift, op: begin), tekst(.feestdagen, op: dag) != nil, let feestdagen = wet.feestdagen(op: dag)
        else { return dag }
        var laatste = feestdagen.werkdag(vanaf: dag)
        // A day that a decree put on a level with a feestdag is named only where it moved the last day.
        while wet.isGelijkgesteld(laatste) {
            _ = tekst(.gelijkgesteld, op: laatste)
            laatste = (wet.feestdagen(op: laatste) ?? feestdagen).werkdag(vanaf: laatste.volgende)
        }
        return laatste
    }
}
