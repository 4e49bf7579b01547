// SPDX-License-Identifier: EUPL-1.2

extension Datum: CustomStringConvertible, LosslessStringConvertible {
    /// `YYYY-MM-DD`.
    public var description: String {
        let (jaar, maand, dag) = delen
        return String(unsafeUninitializedCapacity: 10) { b in
            func twee(_ waarde: Int, _ op: Int) {
                b[op] = UInt8(48 + waarde / 10)
                b[op + 1] = UInt8(48 + waarde % 10)
            }
            twee(jaar / 100, 0)
            twee(jaar % 100, 2)
            b[4] = 45
            twee(maand, 5)
            b[7] = 45
            twee(dag, 8)
            return 10
        }
    }

    /// Reads exactly `YYYY-MM-DD`; nil for any other form and for a date that does not exist.
    public init?(_ tekst: String) {
        var kopie = tekst
        guard let datum = kopie.withUTF8({ Datum(utf8: $0) }) else { return nil }
        self = datum
    }

    /// The same, where the text lies.
    init?(utf8 b: UnsafeBufferPointer<UInt8>) {
        guard b.count == 10, b[4] == 45, b[7] == 45 else { return nil }
        func getal(_ van: Int, _ aantal: Int) -> Int? {
            var uit = 0
            for plaats in van..<(van + aantal) {
                guard (48...57).contains(b[plaats]) else { return nil }
                uit = uit * 10 + Int(b[plaats] - 48)
            }
            return uit
        }
        guard let jaar = getal(0, 4), let maand = getal(5, 2), let dag = getal(8, 2) else { return nil }
        self.init(jaar, maand, dag)
    }

    /// As a Dutch reader writes it: `15 maart 2027`.
    public var leesbaar: String {
        let (jaar, maand, dag) = delen
        return "\(dag) \(Datum.maandnamen[maand - 1]) \(jaar)"
    }

    private static let maandnamen = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
        "november", "december",
    ]
}
