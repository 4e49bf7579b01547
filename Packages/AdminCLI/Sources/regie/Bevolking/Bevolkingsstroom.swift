// SPDX-License-Identifier: EUPL-1.2

import Generator
import Inburgering

/// A population as one JSON object on standard output, written as it is made: people first, then what DUO posts (made
/// a second time, which costs time and no memory).
enum Bevolkingsstroom {
    static func schrijf(_ opdracht: Bevolkingsopdracht) {
        Uitgang.schrijf(
            "{\"gemeente\":\"\(opdracht.gemeente)\",\"peildatum\":\"\(opdracht.peildatum)\",\"seed\":\(seed(opdracht)),"
                + "\"dossiers\":["
        )
        lijst(Bevolking(opdracht).lazy.map(\.dossierregel))
        Uitgang.schrijf("],\"berichten\":[")
        lijst(Bevolking(opdracht).lazy.flatMap(\.notificatieregels))
        Uitgang.schrijf("]}\n")
    }

    /// A seed above what a JSON reader keeps exact is a string.
    static func seed(_ opdracht: Bevolkingsopdracht) -> JSON {
        opdracht.seed < 1 << 53 ? .getal(Int(opdracht.seed)) : .tekst(String(opdracht.seed))
    }

    private static func lijst(_ regels: some Sequence<JSON>) {
        var buffer = ""
        for (index, regel) in regels.enumerated() {
            buffer += (index == 0 ? "\n" : ",\n") + regel.description
            if buffer.utf8.count > 1 << 16 {
                Uitgang.schrijf(buffer)
                buffer = ""
            }
        }
        Uitgang.schrijf(buffer + "\n")
    }
}
