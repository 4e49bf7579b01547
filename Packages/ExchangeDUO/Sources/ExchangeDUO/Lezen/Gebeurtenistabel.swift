// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Which reads an event of DUO leads to, as `Gebeurtenissen.md` and its overview (xlsx) of June 2026 name them.
///
/// An API that is named means all that it has to read: "Inburgeringsplicht" is plicht and doelgroep, each with its
/// history. Where the page and the overview differ, both are read (SS108, SS118, SS119: the page says "Verlenging" but
/// cites SDI013, the overview says Ontheffing). The first read is the one the event is about: when DUO answers that it
/// knows nothing there, the message is tried again later, for the notification may be ahead of the data.
///
/// The attention signals (SS122 … SS142) are in `Attentiesignalen.md` "as a mental note, not yet relevant"; the page
/// names no APIs for them. What is read for them here is the least that their text asks for: the date of the event, and
/// for somebody who left what DUO has of PIP parts and hours, to see whether results are still to be passed on. Open in
/// the specification: to which gemeente somebody moved (SS122), which school and which contract a signal is about
/// (SS132 … SS136), by when the advice on an ontheffing is wanted (SS140).
enum Gebeurtenistabel {
    private static let plicht: [Raadpleging] = [.plicht, .plichtHistorie, .doelgroep, .doelgroepHistorie]
    private static let termijn: [Raadpleging] = [.termijn, .termijnHistorie]
    private static let examen: [Raadpleging] = [.examenresultaten, .gratisPogingen]

    static let raadplegingen: [String: [Raadpleging]] = [
        "SS101": plicht + examen,
        "SS102": termijn,
        "SS103": termijn,
        "SS104": termijn + [.verlengingen],
        "SS106": plicht,
        "SS107": plicht + [.vrijstellingen],
        "SS108": plicht + [.ontheffingen],
        "SS109": plicht + [.vrijstellingen],
        "SS110": plicht,
        "SS111": plicht,
        "SS112": [.verlengingen],
        "SS113": [.verlengingen],
        "SS114": [.vrijstellingen],
        "SS115": [.vrijstellingen],
        "SS116": [.vrijstellingen],
        "SS117": [.vrijstellingen] + examen,
        "SS118": [.ontheffingen, .verlengingen],
        "SS119": [.ontheffingen, .verlengingen] + examen,
        "SS120": plicht + examen,
        "SS121": plicht + termijn + examen,
        "SS122": [.gebeurtenissen, .map, .pvt, .uren],
        "SS123": [.gebeurtenissen, .map, .pvt, .uren],
        "SS124": plicht,
        "SS125": plicht,
        "SS126": [.gebeurtenissen, .pip],
        "SS127": [.gebeurtenissen],
        "SS128": plicht + examen,
        "SS129": plicht + examen + [.vrijstellingen],
        "SS130": plicht + termijn + [.pip] + examen + [.vrijstellingen],
        "SS131": [.lbtResultaten],
        "SS132": [.gebeurtenissen],
        "SS133": [.gebeurtenissen],
        "SS135": [.gebeurtenissen],
        "SS136": [.gebeurtenissen],
        "SS137": [.lbtExamennummer, .lbtResultaten],
        "SS139": plicht + examen,
        "SS140": [.gebeurtenissen, .ontheffingen],
        "SS141": [.gebeurtenissen] + plicht,
        "SS142": [.gebeurtenissen],
        "SS198": [.boetes],
        "SS199": examen,
    ]

    /// Events whose first read may give nothing: the signals, whose reads only add to what the event says; a sign-up for
    /// the leerbaarheidstoets, whose number may be gone by the time we look; and the decisions on an ontheffing, of which
    /// DUO's own pages disagree where they stand.
    private static let zonderHoofdzaak: Set<String> = ["SS118", "SS119", "SS137"]

    /// Whether the first read must give something.
    static func eersteIsNodig(_ soort: String) -> Bool {
        raadplegingen[soort]?.first != .gebeurtenissen && !zonderHoofdzaak.contains(soort)
    }

    /// Events whose matter must stand in the list that is read first: granted, taken, fined. Of a request that is still
    /// open or was turned down (SS112 … SS116) DUO's pages do not say that it is listed, so an empty list may be right.
    private static let inDeLijst: Set<String> = ["SS117", "SS131", "SS198", "SS199"]

    /// Whether an empty list means that DUO's data lag behind the notification.
    static func lijstIsNodig(_ soort: String) -> Bool { inDeLijst.contains(soort) }
}
