// SPDX-License-Identifier: EUPL-1.2

extension Wetparameter.Waarde {
    /// In the words of who reads the explanation: `10 weken`, `ja`, `5 mei`. The trace in JSON keeps the value as the law's
    /// file writes it.
    public var leesbaar: String {
        switch self {
        case .duur(let duur): duur.leesbaar
        case .bedrag(let bedrag): "\(bedrag) euro"
        case .waarheid(let waarheid): waarheid ? "ja" : "nee"
        case .getal(let getal): String(getal)
        case .tekst(let tekst):
            tekst.contains(" ")
                ? tekst.split(separator: " ").map(Self.woord).joined(separator: "; ") : Datum(tekst)?.leesbaar ?? tekst
        }
    }

    /// One part of a list: a step (`401:P18M`, `P6M:400`), a feestdag (`05-05`, `pasen+39`) or a day.
    private static func woord(_ woord: Substring) -> String {
        if let dag = Datum(String(woord)) { return dag.leesbaar }
        if let plek = woord.firstIndex(of: ":") {
            let (van, naar) = (String(woord[..<plek]), String(woord[woord.index(after: plek)...]))
            if let duur = Duur(naar) { return "vanaf \(van): \(duur.leesbaar)" }
            return "\(Duur(van)?.leesbaar ?? van): \(naar)"
        }
        if woord.hasPrefix("pasen"), let dagen = Int(woord.dropFirst(5)) {
            let aantal = dagen.magnitude == 1 ? "1 dag" : "\(dagen.magnitude) dagen"
            return dagen == 0 ? "Pasen" : "\(aantal) \(dagen < 0 ? "voor" : "na") Pasen"
        }
        let delen = woord.split(separator: "/")
        guard let dag = delen.first.flatMap({ Datum("2000-\($0)") }) else { return String(woord) }
        let leesbaar = dag.leesbaar.split(separator: " ").dropLast().joined(separator: " ")
        return delen.count == 1 ? leesbaar : "\(leesbaar) (op zondag een dag eerder)"
    }
}
