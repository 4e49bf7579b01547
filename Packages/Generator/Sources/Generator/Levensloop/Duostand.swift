// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// DUO's resources about one person, under the names that the Ketensimulator's world file gives them and in the shape
/// of DUO's own APIs. Members keep the order in which they were first set, so that the same person is the same bytes.
struct Duostand {
    private(set) var leden: [JSON.Lid] = []

    subscript(_ veld: String) -> JSON? {
        get { leden.first { $0.sleutel == veld }?.waarde }
        set {
            let plaats = leden.firstIndex { $0.sleutel == veld }
            switch (plaats, newValue) {
            case (let plaats?, let waarde?): leden[plaats].waarde = waarde
            case (let plaats?, nil): leden.remove(at: plaats)
            case (nil, let waarde?): leden.append(JSON.Lid(veld, waarde))
            case (nil, nil): break
            }
        }
    }

    /// Adds an element at the end of a list.
    mutating func voegToe(_ waarde: JSON, aan veld: String) {
        self[veld] = .lijst((self[veld]?.lijst ?? []) + [waarde])
    }
}

extension JSON {
    /// An object without the members that have no value.
    static func velden(_ leden: (String, (any Veldwaarde)?)...) -> JSON {
        .object(leden.compactMap { naam, waarde in waarde.map { Lid(naam, $0.json) } })
    }
}
