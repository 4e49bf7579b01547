// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension Inburgeraar {
    /// The line of `dossiers.jsonl`: a case for `regie assess`, and what a benchmark loads.
    public var dossierregel: JSON {
        [
            "id": dossier.json, "gemeente": gemeente.json,
            "feiten": .lijst(gebeurtenissen.map(\.regel)),
        ]
    }

    /// The line of `personen.jsonl`: who it is, as the BRP has it.
    public var persoonsregel: JSON {
        var velden = Veldschrijver()
        velden.zet("id", dossier)
        velden.zet("gemeente", gemeente)
        persoonsgegevens.schrijf(naar: &velden)
        return velden.json
    }

    /// The line of `wereld.jsonl` about the person.
    public var wereldregel: JSON { .object([JSON.Lid("soort", "persoon")] + (duo.leden ?? [])) }

    /// The lines of `wereld.jsonl` that say what DUO posts.
    public var notificatieregels: [JSON] {
        notificaties.map { notificatie in
            var velden = Veldschrijver()
            velden.zet("soort", "notificatie")
            velden.zet("gemeentecode", gemeente)
            velden.zet("berichtId", notificatie.berichtId)
            velden.zet("registratieDatumTijd", notificatie.registratieDatumTijd.description)
            velden.zet("bsn", notificatie.bsn)
            velden.zet("vNummer", notificatie.vnummer.map { Int($0.waarde) })
            velden.zet("gebeurtenisId", notificatie.gebeurtenisId)
            return velden.json
        }
    }
}

extension Gebeurtenis {
    /// The fact as in the contract, with when it became known and which message brought it.
    var regel: JSON {
        var leden = json.leden ?? []
        if let bekendOp { leden.append(JSON.Lid("bekendOp", .tekst(bekendOp.description))) }
        if let berichtId { leden.append(JSON.Lid("berichtId", .tekst(berichtId))) }
        return .object(leden)
    }
}
