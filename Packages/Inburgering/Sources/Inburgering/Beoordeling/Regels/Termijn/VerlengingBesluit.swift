// SPDX-License-Identifier: EUPL-1.2

/// `VERLENGING_BESLUIT`: DUO decides within eight weeks on a request for more time (Besluit art. 4.5 lid 1), and how long
/// each ground of Regeling art. 4.1 can give.
enum VerlengingBesluit {
    static func beoordeel(_ beeld: Beeld, naar uit: inout Uitkomst) {
        let peildatum = beeld.peildatum
        guard
            let aanvraag = beeld.feiten.verlengingAangevraagd.geldig(op: peildatum).vanLaatsteDag()
                .voorzichtigste({ a, b in a.grond != nil && b.grond == nil })
        else { return }
        var spoor = Spoor(beeld.wet)
        guard let duur = spoor.duur(.verlengingBeslistermijn, op: aanvraag.inhoud.datum) else { return }
        spoor.feit(aanvraag)
        let laatsteDag = spoor.laatsteDag(aanvraag.inhoud.datum + duur, schuift: .awbATW, op: aanvraag.inhoud.datum)
        let besluit = beeld.feiten.verlengingBeslist.geldig(op: peildatum).vroegste {
            $0.geldigOp >= aanvraag.inhoud.datum && $0.inhoud.oordeel != .inBehandeling
        }
        if let besluit { spoor.feit(besluit) }
        var toelichting: String?
        if let grond = aanvraag.inhoud.grond { toelichting = lengte(grond, op: aanvraag.inhoud.datum, &spoor) }
        let status = Termijn.Status.van(
            begin: aanvraag.inhoud.datum.volgende,
            laatsteDag: laatsteDag,
            gedaan: besluit?.geldigOp,
            vervallen: [beeld.stand.vervallenVanaf, beeld.stand.voldaanOp].compactMap(\.self).min(),
            op: peildatum
        )
        let termijn = Termijn(
            .verlengingBesluit,
            begin: aanvraag.inhoud.datum.volgende,
            laatsteDag: laatsteDag,
            status: status,
            spoor: spoor,
            toelichting: toelichting
        )
        uit.termijnen.append(termijn)
        guard status == .overschreden, besluit == nil, beeld.loopt else { return }
        uit.signaal(bij: termijn, op: peildatum, actie: "Vraag DUO naar het besluit op het verzoek om verlenging.")
    }

    /// How long a ground lasts, for a request that names its letter; DUO does not publish its own codes.
    private static func lengte(_ grond: String, op dag: Datum, _ spoor: inout Spoor) -> String? {
        let letter = grond.lowercased()
        guard let woorden = woorden(letter) else { return nil }
        let wat = "Grond \(letter) (\(woorden)) geeft"
        func vast(_ sleutel: Wetsleutel) -> String? { spoor.duur(sleutel, op: dag).map { "\(wat) \($0.leesbaar)." } }
        func hoogstens(_ sleutel: Wetsleutel) -> String? {
            spoor.duur(sleutel, op: dag).map { "\(wat) zoveel als dat duurde, hoogstens \($0.leesbaar)." }
        }
        switch letter {
        case "b": return vast(.verlengingOverlijden)
        case "c": return vast(.verlengingBevalling)
        case "e": return hoogstens(.verlengingAlfabetisering)
        case "f": return hoogstens(.verlengingDakloos)
        case "h": return hoogstens(.verlengingAanbieder)
        case "i": return hoogstens(.verlengingBijzonder)
        default:
            spoor.grond("Regeling inburgering 2021 art. 4.1 lid 2 onder \(letter)")
            return letter == "g"
                ? "\(wat) zoveel als het aanbod na de termijn uitbleef." : "\(wat) zoveel als dat duurde."
        }
    }

    /// What a letter of Regeling art. 4.1 lid 1 stands for.
    private static func woorden(_ letter: String) -> String? {
        switch letter {
        case "a": "langdurige ziekte"
        case "b": "overlijden van een naaste"
        case "c": "bevalling"
        case "d": "verblijf in een Blijf van mijn Lijf huis"
        case "e": "alfabetiseringscursus"
        case "f": "dakloosheid"
        case "g": "geen aanbod van de gemeente"
        case "h": "omstandigheid bij de aanbieder"
        case "i": "bijzondere omstandigheid"
        case "j": "meer omstandigheden samen"
        default: nil
        }
    }
}
