// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A gemeente's own rhythm of voortgangsgesprekken: the law sets none (Besluit inburgering 2021 art. 5.3 lid 4 only asks
/// for a number in the PIP).
///
/// While the inburgeringstermijn runs, the next talk is due so many months after the last one at which the person was
/// present, the first so many months after the first PIP. Code: `voortgangsgesprekken:GESPREK`.
public struct Voortgangsgesprekken: Beleidsplugin {
    /// `voortgangsgesprekken`.
    public static let naam = "voortgangsgesprekken"
    /// `maandenTussenGesprekken`, 1 … 36.
    public static let parameternamen = ["maandenTussenGesprekken"]
    /// `voortgangsgesprekken:GESPREK`.
    public static let code = Beoordelingscode(rawValue: "voortgangsgesprekken:GESPREK")

    /// The spread over the term that follows from the PIP alone.
    public static let vervangt: [Beoordelingscode] = [.voortgangsgesprek]

    /// A talk is put on the list four weeks ahead.
    private static let ernst = Ernstgrenzen(letOp: 28, dringend: 7)

    private let maanden: Int
    private let grondslag: String

    /// Reads `maandenTussenGesprekken`; throws `config-ongeldig` when it is absent or no number of 1 … 36.
    public init(parameters: JSON, grondslag: String) throws(RegieFout) {
        guard let maanden = parameters["maandenTussenGesprekken"]?.getal, (1...36).contains(maanden) else {
            throw RegieFout(
                .configOngeldig,
                "De plugin voortgangsgesprekken heeft een geldig 'maandenTussenGesprekken' nodig.",
                watTeDoen: "Geef een aantal maanden van 1 tot en met 36."
            )
        }
        self.maanden = maanden
        self.grondslag = grondslag
    }

    /// The next talk; nothing once the term is over, or when the next one would fall after it.
    public func beoordeel(_ dossier: Dossier, na beoordeling: Beoordeling) -> Beleidsaanvulling {
        let peildatum = beoordeling.peildatum
        guard let termijn = beoordeling.termijnen.first(where: { $0.code == .inburgeringstermijn }),
            termijn.status == .loopt, !beoordeling.stand.voldaan,
            let vorige = vorige(dossier, op: peildatum)
        else { return Beleidsaanvulling() }
        let laatsteDag = vorige.dag + Duur(maanden, .maanden)
        if let einde = termijn.laatsteDag, laatsteDag > einde { return Beleidsaanvulling() }
        let gesprek = Termijn(
            Self.code,
            begin: vorige.dag.volgende,
            einde: laatsteDag.volgende,
            laatsteDag: laatsteDag,
            status: peildatum < vorige.dag.volgende ? .nogNiet : peildatum <= laatsteDag ? .loopt : .overschreden,
            grondslag: [grondslag],
            parameters: [Parametergebruik("maandenTussenGesprekken", .getal(maanden))],
            feiten: [vorige.volgnummer]
        )
        let ernst = Self.ernst.ernst(voor: laatsteDag, op: peildatum)
        guard ernst > .info else { return Beleidsaanvulling(termijnen: [gesprek]) }
        let signaal = Signaal(
            Self.code,
            voor: laatsteDag,
            ernst: ernst,
            actie: "Voer een voortgangsgesprek.",
            grondslag: [grondslag],
            feiten: [vorige.volgnummer]
        )
        return Beleidsaanvulling(termijnen: [gesprek], signalen: [signaal])
    }

    private func vorige(_ dossier: Dossier, op peildatum: Datum) -> (dag: Datum, volgnummer: Int)? {
        if let gesprek = dossier.feiten.voortgangsgesprekGevoerd
            .last(where: { $0.geldigOp <= peildatum && $0.inhoud.aanwezig })
        {
            return (gesprek.geldigOp, gesprek.volgnummer)
        }
        return dossier.feiten.pipVastgesteld.first { $0.geldigOp <= peildatum }.map { ($0.geldigOp, $0.volgnummer) }
    }
}
