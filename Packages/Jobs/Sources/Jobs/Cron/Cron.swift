// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A cron line of five fields (minute, hour, day of the month, month, day of the week) in Dutch civil time.
///
/// On the nights on which the clock is set, a fixed hour is what a beheerder means by it: a time that does not exist
/// runs at the first moment after it, a time that comes twice runs once. A line that runs in every hour (`*/5 * * * *`)
/// means an interval instead, and follows elapsed time: it neither stops for an hour in October nor doubles up in March.
///
/// When both the day of the month and the day of the week are limited, either is enough, as in crontab(5).
public struct Cron: Hashable, Sendable, CustomStringConvertible {
    /// The line as it was written.
    public let description: String
    private let minuut: Cronveld
    private let uur: Cronveld
    private let dag: Cronveld
    private let maand: Cronveld
    private let weekdag: Cronveld

    static let uitleg = "Schrijf vijf velden, bijvoorbeeld \"15 2 * * *\" (iedere nacht om 2.15 uur)."

    /// No line can go longer without a match: 29 February that must be a given weekday comes back within 40 years.
    private static let verst = 366 * 41

    /// Reads a line; throws `config-ongeldig` for anything else, and for a day that never comes (30 February).
    public init(_ tekst: String) throws(RegieFout) {
        let velden = tekst.split(whereSeparator: { $0 == " " || $0 == "\t" })
        guard velden.count == 5 else {
            throw RegieFout(
                .configOngeldig,
                "Een cronregel heeft vijf velden, maar '\(tekst)' heeft er \(velden.count).",
                watTeDoen: Self.uitleg
            )
        }
        description = velden.joined(separator: " ")
        minuut = try Cronveld(velden[0], .minuut)
        uur = try Cronveld(velden[1], .uur)
        dag = try Cronveld(velden[2], .dag)
        maand = try Cronveld(velden[3], .maand)
        weekdag = try Cronveld(velden[4], .weekdag)
        // 2000 was a leap year that began a cycle of 400: what does not come from there never comes.
        guard volgende(na: Tijdstip(Datum(dagnummer: 10_957))) != nil else {
            throw RegieFout(.configOngeldig, "De dag in '\(tekst)' komt nooit.", watTeDoen: Self.uitleg)
        }
    }

    /// The first moment after an instant; nil when there is none before the calendar ends.
    public func volgende(na tijdstip: Tijdstip) -> Tijdstip? {
        let begin = Amsterdam.datum(van: tijdstip)
        for verder in 0...Self.verst {
            let datum = begin.plus(dagen: verder)
            guard past(datum) else { continue }
            if let moment = momenten(op: datum).first(where: { $0 > tijdstip }) { return moment }
        }
        return nil
    }

    /// The last moment at or before an instant; nil when there is none within the last 41 years.
    public func laatste(totEnMet tijdstip: Tijdstip) -> Tijdstip? {
        let begin = Amsterdam.datum(van: tijdstip)
        for terug in 0...Self.verst {
            let datum = begin.plus(dagen: -terug)
            guard past(datum) else { continue }
            if let moment = momenten(op: datum).last(where: { $0 <= tijdstip }) { return moment }
        }
        return nil
    }

    /// Whether the line runs on a day.
    func past(_ datum: Datum) -> Bool {
        let (_, m, d) = datum.delen
        guard maand.bevat(m) else { return false }
        let opDag = dag.bevat(d)
        let opWeekdag = weekdag.bevat(datum.weekdag % 7)
        return dag.ster || weekdag.ster ? opDag && opWeekdag : opDag || opWeekdag
    }

    /// Whether the line runs at a time of day.
    func past(uur u: Int, minuut m: Int) -> Bool { uur.bevat(u) && minuut.bevat(m) }

    /// Whether the line means an interval: it runs in every hour of the day.
    var isInterval: Bool { uur.bits == (1 << 24) - 1 }

    /// All moments of one day on which it runs, in order, none twice.
    private func momenten(op datum: Datum) -> [Tijdstip] {
        let dag = Kalenderdag(datum)
        var uit: [Tijdstip] = []
        for u in 0..<24 where uur.bevat(u) {
            for m in 0..<60 where minuut.bevat(m) {
                if isInterval {
                    uit += dag.alle(uur: u, minuut: m)
                } else {
                    uit.append(dag.eenmaal(uur: u, minuut: m))
                }
            }
        }
        guard dag.verzet else { return uit }
        // Only where the clock is set can two times fall together or change places.
        return Set(uit).sorted()
    }
}
