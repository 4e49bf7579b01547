// SPDX-License-Identifier: EUPL-1.2

extension JSON: CustomStringConvertible {
    /// One line, without spaces; members in their order.
    public var description: String { String(decoding: bytes, as: UTF8.self) }

    /// UTF-8 of one line, without spaces.
    public var bytes: [UInt8] {
        var uit: [UInt8] = []
        uit.reserveCapacity(256)
        schrijf(naar: &uit, inspringing: nil)
        return uit
    }

    /// Over several lines, two spaces an indent, for people.
    public var opgemaakt: String {
        var uit: [UInt8] = []
        schrijf(naar: &uit, inspringing: 0)
        return String(decoding: uit, as: UTF8.self)
    }

    private func schrijf(naar uit: inout [UInt8], inspringing: Int?) {
        switch self {
        case .null: uit.append(contentsOf: "null".utf8)
        case .waarheid(let waarde): uit.append(contentsOf: (waarde ? "true" : "false").utf8)
        case .getal(let getal): uit.append(contentsOf: String(getal).utf8)
        case .decimaal(let geschreven): uit.append(contentsOf: geschreven.utf8)
        case .tekst(let tekst): JSON.schrijf(tekst, naar: &uit)
        case .lijst(let elementen):
            Self.reeks(elementen, "[", "]", naar: &uit, inspringing) { element, uit, inspringing in
                element.schrijf(naar: &uit, inspringing: inspringing)
            }
        case .object(let leden):
            Self.reeks(leden, "{", "}", naar: &uit, inspringing) { lid, uit, inspringing in
                JSON.schrijf(lid.sleutel, naar: &uit)
                uit.append(UInt8(ascii: ":"))
                if inspringing != nil { uit.append(32) }
                lid.waarde.schrijf(naar: &uit, inspringing: inspringing)
            }
        }
    }

    private static func reeks<Element>(
        _ elementen: [Element],
        _ open: Unicode.Scalar,
        _ dicht: Unicode.Scalar,
        naar uit: inout [UInt8],
        _ inspringing: Int?,
        _ schrijf: (Element, inout [UInt8], Int?) -> Void
    ) {
        uit.append(UInt8(ascii: open))
        for (index, element) in elementen.enumerated() {
            if index > 0 { uit.append(UInt8(ascii: ",")) }
            regel(inspringing.map { $0 + 1 }, naar: &uit)
            schrijf(element, &uit, inspringing.map { $0 + 1 })
        }
        if !elementen.isEmpty { regel(inspringing, naar: &uit) }
        uit.append(UInt8(ascii: dicht))
    }

    private static func regel(_ inspringing: Int?, naar uit: inout [UInt8]) {
        guard let inspringing else { return }
        uit.append(10)
        uit.append(contentsOf: repeatElement(32, count: inspringing * 2))
    }

    private static func schrijf(_ tekst: String, naar uit: inout [UInt8]) {
        uit.append(UInt8(ascii: "\""))
        for byte in tekst.utf8 {
            switch byte {
            case UInt8(ascii: "\""): uit.append(contentsOf: [92, 34])
            case 92: uit.append(contentsOf: [92, 92])
            case 10: uit.append(contentsOf: [92, 110])
            case 13: uit.append(contentsOf: [92, 114])
            case 9: uit.append(contentsOf: [92, 116])
            case 0..<32:
                uit.append(contentsOf: "\\u00".utf8)
                let hex = String(byte, radix: 16)
                if hex.utf8.count == 1 { uit.append(48) }
                uit.append(contentsOf: hex.utf8)
            default: uit.append(byte)
            }
        }
        uit.append(UInt8(ascii: "\""))
    }
}
