// SPDX-License-Identifier: EUPL-1.2

/// Takes the members of a JSON object one by one, and knows at the end which were never asked for.
public struct Veldlezer {
    /// Of an object that was read whole.
    private let leden: [JSON.Lid]
    /// Of a payload that is read where it lies; empty when `leden` counts.
    private let ruw: [Ruwlid]
    /// A bit for the names there are: most that are asked for in vain are known to be absent without a look at each member.
    private let aanwezig: UInt64
    private var gelezen: UInt64 = 0
    private var volgend = 0
    private var aantal: Int { leden.count + ruw.count }

    /// - Parameter json: an object of at most 64 members; throws `feit-ongeldig` otherwise.
    public init(_ json: JSON) throws(RegieFout) {
        guard case .object(let leden) = json else { throw .geenWaarde("een object", json) }
        guard leden.count <= 64 else { throw RegieFout(.feitOngeldig, "Het object heeft meer dan 64 velden.") }
        self.leden = leden
        ruw = []
        aanwezig = .max
    }

    /// - Parameter ruw: the members, at most 64; may be used as long as the bytes that they lie in.
    init(_ ruw: [Ruwlid]) {
        self.ruw = ruw
        leden = []
        aanwezig = ruw.reduce(0) { $0 | Self.bit($1.sleutel) }
    }

    private static func bit(_ naam: UnsafeBufferPointer<UInt8>) -> UInt64 {
        guard let eerste = naam.first, let laatste = naam.last else { return 1 }
        return 1 << UInt64((naam.count &* 7 &+ Int(eerste) &* 3 &+ Int(laatste)) & 63)
    }

    private mutating func plek(_ sleutel: StaticString) -> Int? {
        let naam = UnsafeBufferPointer(start: sleutel.utf8Start, count: sleutel.utf8CodeUnitCount)
        guard aanwezig & Self.bit(naam) != 0 else { return nil }
        // Fields mostly stand in the order in which they are asked for.
        for stap in 0..<aantal {
            let index = volgend + stap < aantal ? volgend + stap : volgend + stap - aantal
            guard heet(index, naam) else { continue }
            gelezen |= 1 << UInt64(index)
            volgend = index + 1
            return index
        }
        return nil
    }

    private func heet(_ index: Int, _ naam: UnsafeBufferPointer<UInt8>) -> Bool {
        if leden.isEmpty { return ruw[index].sleutel.zelfde(naam) }
        var sleutel = leden[index].sleutel
        return sleutel.withUTF8 { $0.zelfde(naam) }
    }

    /// A field that may be absent or null.
    public mutating func optioneel<Waarde: Veldwaarde>(_ sleutel: StaticString) throws(RegieFout) -> Waarde? {
        guard let plek = plek(sleutel) else { return nil }
        do throws(RegieFout) {
            if leden.isEmpty, case .tekst(let ascii) = ruw[plek].waarde { return try Waarde(ascii: ascii) }
            let json = waarde(plek)
            if case .null = json { return nil }
            return try Waarde(json: json)
        } catch {
            throw error.op("veld '\(sleutel)'")
        }
    }

    private func waarde(_ plek: Int) -> JSON {
        guard leden.isEmpty else { return leden[plek].waarde }
        return switch ruw[plek].waarde {
        case .tekst(let ascii): .tekst(String(decoding: ascii, as: UTF8.self))
        case .anders(let json): json
        }
    }

    /// A field that must be there.
    public mutating func verplicht<Waarde: Veldwaarde>(_ sleutel: StaticString) throws(RegieFout) -> Waarde {
        guard let waarde: Waarde = try optioneel(sleutel) else {
            throw RegieFout(.feitOngeldig, "Het veld '\(sleutel)' ontbreekt.", watTeDoen: "Vul '\(sleutel)' in.")
        }
        return waarde
    }

    /// The names that nobody asked for.
    public var overig: [String] {
        (0..<aantal).filter { gelezen & (1 << UInt64($0)) == 0 }.map {
            leden.isEmpty ? String(decoding: ruw[$0].sleutel, as: UTF8.self) : leden[$0].sleutel
        }
    }

    /// Ends reading; throws `feit-ongeldig` when a member was never asked for, and suggests the nearest of `bekend`.
    public func sluit(bekend: @autoclosure () -> [String] = []) throws(RegieFout) {
        guard gelezen.nonzeroBitCount != aantal, let vreemd = overig.first else { return }
        let raad = Suggestie.dichtstbij(vreemd, in: bekend()).map { "Bedoelde u '\($0)'?" } ?? "Haal het veld weg."
        throw RegieFout(.feitOngeldig, "Het veld '\(vreemd.prefix(40))' is niet bekend.", watTeDoen: raad)
    }
}
