// SPDX-License-Identifier: EUPL-1.2

/// The law's parameters, each with its dates and ground: what `config/wet/*.yaml` holds, ready to be asked.
public struct Wetboek: Sendable {
    /// All values, in the order in which they were given.
    public let parameters: [Wetparameter]
    /// Per key (its raw value is the index) the values, earliest first.
    private var waarden: [[Wetparameter]] { index.waarden }
    private let index: Index

    /// One object, so that a rule that takes the law along retains one thing.
    private final class Index: Sendable {
        let waarden: [[Wetparameter]]
        /// The values of `atw.feestdagen`, read; in the order of `waarden`.
        let kalenders: [Feestdagen]
        /// Those of `atw.gelijkgesteld`.
        let gelijkgesteld: [Feestdagen]

        init(_ waarden: [[Wetparameter]], _ kalenders: [Feestdagen], _ gelijkgesteld: [Feestdagen]) {
            self.waarden = waarden
            self.kalenders = kalenders
            self.gelijkgesteld = gelijkgesteld
        }
    }

    /// Checks and indexes the values. Throws `wet-ongeldig` when two values of a key hold on the same day, a key that
    /// a rule asks for has no value or one of another kind, or no rule knows a key.
    public init(_ parameters: [Wetparameter]) throws(RegieFout) {
        self.parameters = parameters
        var waarden = [[Wetparameter]](repeating: [], count: Wetsleutel.allCases.count)
        for parameter in parameters {
            let sleutel = try Wetboekcontrole.sleutel(van: parameter)
            waarden[sleutel.rawValue].append(parameter)
        }
        for sleutel in Wetsleutel.allCases {
            waarden[sleutel.rawValue].sort { $0.vanaf < $1.vanaf }
            try Wetboekcontrole.reeks(waarden[sleutel.rawValue], van: sleutel)
        }
        index = Index(
            waarden,
            try Wetboekcontrole.kalenders(waarden[Wetsleutel.feestdagen.rawValue]),
            try Wetboekcontrole.kalenders(waarden[Wetsleutel.gelijkgesteld.rawValue])
        )
    }

    /// The value of a key that holds on a day, with its ground; nil when none does: then the rule did not exist yet, or
    /// no longer.
    public func parameter(_ sleutel: Wetsleutel, op dag: Datum) -> Wetparameter? {
        plek(sleutel, op: dag).map { waarden[sleutel.rawValue][$0] }
    }

    /// The value and the ground alone.
    func waarde(_ sleutel: Wetsleutel, op dag: Datum) -> (waarde: Wetparameter.Waarde, grondslag: String)? {
        guard let plek = plek(sleutel, op: dag) else { return nil }
        return (waarden[sleutel.rawValue][plek].waarde, waarden[sleutel.rawValue][plek].grondslag)
    }

    private func plek(_ sleutel: Wetsleutel, op dag: Datum) -> Int? {
        var plek = waarden[sleutel.rawValue].count
        while plek > 0 {
            plek -= 1
            guard waarden[sleutel.rawValue][plek].vanaf <= dag else { continue }
            return waarden[sleutel.rawValue][plek].tot.map { dag <= $0 } ?? true ? plek : nil
        }
        return nil
    }

    /// The holidays of the Algemene termijnenwet that hold on a day; nil when none are known for it.
    public func feestdagen(op dag: Datum) -> Feestdagen? {
        let reeks = waarden[Wetsleutel.feestdagen.rawValue]
        for index in reeks.indices where reeks[index].geldt(op: dag) { return self.index.kalenders[index] }
        return nil
    }

    /// Whether a royal decree put a day on a level with a feestdag (Algemene termijnenwet art. 3 lid 3).
    public func isGelijkgesteld(_ dag: Datum) -> Bool {
        plek(.gelijkgesteld, op: dag).map { index.gelijkgesteld[$0].bevat(dag) } ?? false
    }
}

/// The checks that make a set of values into a law that can be asked.
private enum Wetboekcontrole {
    static func fout(_ wat: String, _ parameter: Wetparameter, watTeDoen: String = "") -> RegieFout {
        RegieFout(.wetOngeldig, wat, watTeDoen: watTeDoen, waar: parameter.plaats)
    }

    static func sleutel(van parameter: Wetparameter) throws(RegieFout) -> Wetsleutel {
        guard let sleutel = Wetsleutel(naam: parameter.sleutel) else {
            let namen = Wetsleutel.allCases.map(\.naam)
            let raad = Suggestie.dichtstbij(parameter.sleutel, in: namen).map { "Bedoelde u '\($0)'?" }
            let wat = "De sleutel '\(parameter.sleutel.prefix(60))' is niet bekend."
            throw fout(wat, parameter, watTeDoen: raad ?? "Haal de parameter weg.")
        }
        guard parameter.waarde.soort == sleutel.soort else {
            let wat =
                "'\(sleutel.naam)' moet een \(sleutel.soort.rawValue) zijn, geen \(parameter.waarde.soort.rawValue)."
            throw fout(wat, parameter)
        }
        if let keuze = sleutel.keuze, case .tekst(let tekst) = parameter.waarde, !keuze.contains(tekst) {
            let wat = "'\(tekst.prefix(40))' kan '\(sleutel.naam)' niet zijn."
            throw fout(wat, parameter, watTeDoen: "Kies uit \(keuze.joined(separator: ", ")).")
        }
        if case .tekst(let tekst) = parameter.waarde, !sleutel.leest(tekst) {
            throw fout("'\(tekst.prefix(40))' is geen staffel voor '\(sleutel.naam)'.", parameter)
        }
        if let tot = parameter.tot, tot < parameter.vanaf {
            throw fout("'\(sleutel.naam)' geldt tot \(tot), voor de eigen begindag \(parameter.vanaf).", parameter)
        }
        return sleutel
    }

    static func kalenders(_ reeks: [Wetparameter]) throws(RegieFout) -> [Feestdagen] {
        var uit: [Feestdagen] = []
        for parameter in reeks {
            guard case .tekst(let tekst) = parameter.waarde, let kalender = Feestdagen(tekst) else {
                throw fout("'\(parameter.sleutel)' is geen lijst van feestdagen.", parameter)
            }
            uit.append(kalender)
        }
        return uit
    }

    static func reeks(_ reeks: [Wetparameter], van sleutel: Wetsleutel) throws(RegieFout) {
        guard !reeks.isEmpty else {
            throw RegieFout(
                .wetOngeldig,
                "De parameter '\(sleutel.naam)' ontbreekt.",
                watTeDoen: "Geef '\(sleutel.naam)' een waarde in config/wet."
            )
        }
        for (eerder, later) in zip(reeks, reeks.dropFirst()) where eerder.tot.map({ later.vanaf <= $0 }) ?? true {
            let andere = eerder.plaats.map { " (\($0))" } ?? ""
            throw fout(
                "'\(sleutel.naam)' heeft op \(later.vanaf) twee waarden: ook die vanaf \(eerder.vanaf)\(andere) geldt dan.",
                later,
                watTeDoen: "Geef de eerdere een 'tot' op de dag ervoor."
            )
        }
    }
}
