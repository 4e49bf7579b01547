// SPDX-License-Identifier: EUPL-1.2

/// A value that stands in a field of a fact or a message.
public protocol Veldwaarde {
    /// Reads the value; throws `feit-ongeldig` without naming the field or the value.
    init(json: JSON) throws(RegieFout)
    /// Reads the value of a text of ASCII, where it lies; throws as `init(json:)` does. For a kind of which there are
    /// many this saves a String each.
    init(ascii: UnsafeBufferPointer<UInt8>) throws(RegieFout)
    /// Writes the value.
    var json: JSON { get }
}

extension Veldwaarde {
    /// As the text that it is.
    public init(ascii: UnsafeBufferPointer<UInt8>) throws(RegieFout) {
        try self.init(json: .tekst(String(decoding: ascii, as: UTF8.self)))
    }
}

extension RegieFout {
    static func geenWaarde(_ verwacht: String, _ json: JSON) -> RegieFout {
        RegieFout(.feitOngeldig, "Hier hoort \(verwacht), er staat een \(json.soort).")
    }

    static func verkeerdeVorm(_ verwacht: String) -> RegieFout {
        RegieFout(.feitOngeldig, "De waarde is niet geldig.", watTeDoen: "Geef \(verwacht).")
    }
}

extension String: Veldwaarde {
    /// A string.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een tekst", json) }
        self = tekst
    }
    /// A string.
    public var json: JSON { .tekst(self) }
}

extension Int: Veldwaarde {
    /// A whole number that is not negative: no field of the contract counts below zero.
    public init(json: JSON) throws(RegieFout) {
        guard case .getal(let getal) = json else { throw .geenWaarde("een geheel getal", json) }
        guard getal >= 0 else { throw .verkeerdeVorm("een getal van 0 of hoger") }
        self = getal
    }
    /// A whole number.
    public var json: JSON { .getal(self) }
}

extension Bool: Veldwaarde {
    /// `true` or `false`.
    public init(json: JSON) throws(RegieFout) {
        guard case .waarheid(let waarde) = json else { throw .geenWaarde("true of false", json) }
        self = waarde
    }
    /// `true` or `false`.
    public var json: JSON { .waarheid(self) }
}

extension JSON: Veldwaarde {
    /// Any value but null.
    public init(json: JSON) throws(RegieFout) {
        guard json != .null else { throw .geenWaarde("een waarde", json) }
        self = json
    }
    /// Itself.
    public var json: JSON { self }
}

extension Array: Veldwaarde where Element: Veldwaarde {
    /// An array of such values.
    public init(json: JSON) throws(RegieFout) {
        guard case .lijst(let elementen) = json else { throw .geenWaarde("een lijst", json) }
        var uit: [Element] = []
        uit.reserveCapacity(elementen.count)
        for element in elementen { uit.append(try Element(json: element)) }
        self = uit
    }
    /// An array.
    public var json: JSON { .lijst(map(\.json)) }
}

extension Datum: Veldwaarde {
    /// `YYYY-MM-DD`, a day that exists.
    public init(ascii: UnsafeBufferPointer<UInt8>) throws(RegieFout) {
        guard let datum = Datum(utf8: ascii) else { throw .verkeerdeVorm("een bestaande datum als JJJJ-MM-DD") }
        self = datum
    }

    /// `YYYY-MM-DD`, a day that exists.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een datum (JJJJ-MM-DD)", json) }
        guard let datum = Datum(tekst) else { throw .verkeerdeVorm("een bestaande datum als JJJJ-MM-DD") }
        self = datum
    }
    /// `YYYY-MM-DD`.
    public var json: JSON { .tekst(description) }
}

extension OnvolledigeDatum: Veldwaarde {
    /// `YYYY-MM-DD`, zeros for what is unknown.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een datum (JJJJ-MM-DD)", json) }
        guard let datum = OnvolledigeDatum(tekst) else {
            throw .verkeerdeVorm("een datum als JJJJ-MM-DD, met 00 voor wat onbekend is")
        }
        self = datum
    }
    /// `YYYY-MM-DD`.
    public var json: JSON { .tekst(description) }
}

extension Bsn: Veldwaarde {
    /// Nine digits that pass the elfproef.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een BSN als tekst", json) }
        guard let bsn = Bsn(tekst) else {
            throw .verkeerdeVorm("een BSN van negen cijfers dat aan de elfproef voldoet")
        }
        self = bsn
    }
    /// Nine digits.
    public var json: JSON { .tekst(cijfers) }
}

extension VNummer: Veldwaarde {
    /// Ten digits as a string, or DUO's integer.
    public init(json: JSON) throws(RegieFout) {
        let gelezen: VNummer? =
            switch json {
            case .tekst(let tekst): VNummer(tekst)
            case .getal(let getal): VNummer(waarde: getal)
            default: throw .geenWaarde("een V-nummer", json)
            }
        guard let gelezen else { throw .verkeerdeVorm("een V-nummer van tien cijfers") }
        self = gelezen
    }
    /// Ten digits.
    public var json: JSON { .tekst(cijfers) }
}

extension Gemeentecode: Veldwaarde {
    /// Four digits.
    public init(json: JSON) throws(RegieFout) {
        guard case .tekst(let tekst) = json else { throw .geenWaarde("een gemeentecode als tekst", json) }
        guard let code = Gemeentecode(tekst) else { throw .verkeerdeVorm("een gemeentecode van vier cijfers") }
        self = code
    }
    /// Four digits.
    public var json: JSON { .tekst(description) }
}

extension Bedrag: Veldwaarde {
    /// A number of euro, at most two decimals.
    public init(json: JSON) throws(RegieFout) {
        switch json {
        case .getal(let euro) where euro.magnitude < 1_000_000_000: self.init(euro: euro)
        case .decimaal(let geschreven):
            guard let bedrag = Bedrag(geschreven) else { throw .verkeerdeVorm("een bedrag in euro's") }
            self = bedrag
        default: throw .geenWaarde("een bedrag in euro's", json)
        }
    }
    /// Whole euro as an integer, cents as a decimal.
    public var json: JSON { centen % 100 == 0 ? .getal(centen / 100) : .decimaal(description) }
}
