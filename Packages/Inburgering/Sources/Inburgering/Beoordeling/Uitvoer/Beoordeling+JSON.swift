// SPDX-License-Identifier: EUPL-1.2

extension Beoordeling {
    /// In the form of the contract (Assessment), with the explanation.
    public var json: JSON {
        [
            "peildatum": peildatum.json,
            "wet": wet.json,
            "stand": [
                "inburgeringsplichtig": .waarheid(stand.inburgeringsplichtig),
                "doelgroep": stand.doelgroep?.json ?? .null,
                "leerroute": stand.leerroute?.json ?? .null,
                "voldaan": .waarheid(stand.voldaan),
            ],
            "termijnen": .lijst(termijnen.map(\.json)),
            "voortgang": .lijst(voortgang.map(\.json)),
            "signalen": .lijst(signalen.map(\.json)),
            "uitleg": .lijst(uitleg.map { .tekst($0) }),
        ]
    }
}

extension Termijn {
    /// In the form of the contract.
    public var json: JSON {
        var leden: [JSON.Lid] = [
            JSON.Lid("code", .tekst(code.rawValue)),
            JSON.Lid("begin", begin?.json ?? .null),
            JSON.Lid("einde", einde?.json ?? .null),
            JSON.Lid("laatsteDag", laatsteDag?.json ?? .null),
            JSON.Lid("status", .tekst(status.rawValue)),
        ]
        if let bedrag { leden.append(JSON.Lid("bedrag", bedrag.json)) }
        if let verlenging {
            leden.append(
                JSON.Lid(
                    "verlenging",
                    [
                        "grond": .tekst(verlenging.grond), "dagen": .getal(verlenging.dagen),
                        "einde": verlenging.einde.json,
                    ]
                )
            )
        }
        if let toelichting { leden.append(JSON.Lid("toelichting", .tekst(toelichting))) }
        leden += Spoorleden.leden(grondslag, parameters, feiten)
        return .object(leden)
    }
}

extension Voortgang {
    /// In the form of the contract.
    public var json: JSON {
        .object(
            [
                JSON.Lid("code", .tekst(code.rawValue)),
                JSON.Lid("vereist", .getal(vereist)),
                JSON.Lid("behaald", .getal(behaald)),
                JSON.Lid("rest", .getal(rest)),
                JSON.Lid("eenheid", .tekst(eenheid)),
            ] + Spoorleden.leden(grondslag, parameters, feiten)
        )
    }
}

extension Signaal {
    /// In the form of the contract.
    public var json: JSON {
        var leden: [JSON.Lid] = [
            JSON.Lid("code", .tekst(code.rawValue)),
            JSON.Lid("voor", voor?.json ?? .null),
            JSON.Lid("ernst", .tekst(ernst.rawValue)),
            JSON.Lid("actie", .tekst(actie)),
        ]
        if !velden.isEmpty { leden.append(JSON.Lid("velden", .lijst(velden.map { .tekst($0) }))) }
        leden.append(JSON.Lid("grondslag", .lijst(grondslag.map { .tekst($0) })))
        leden.append(JSON.Lid("feiten", .lijst(feiten.map { .getal($0) })))
        return .object(leden)
    }
}

private enum Spoorleden {
    static func leden(_ grondslag: [String], _ parameters: [Parametergebruik], _ feiten: [Int]) -> [JSON.Lid] {
        // A key can be used twice with two values (before and after a change): the member names must stay unique.
        var waarden: [JSON.Lid] = []
        for gebruik in parameters {
            let eerder = waarden.filter { $0.sleutel == gebruik.sleutel || $0.sleutel.hasPrefix("\(gebruik.sleutel)#") }
                .count
            waarden.append(
                JSON.Lid(eerder == 0 ? gebruik.sleutel : "\(gebruik.sleutel)#\(eerder + 1)", gebruik.waarde.json)
            )
        }
        return [
            JSON.Lid("grondslag", .lijst(grondslag.map { .tekst($0) })),
            JSON.Lid("parameters", .object(waarden)),
            JSON.Lid("feiten", .lijst(feiten.map { .getal($0) })),
        ]
    }
}
