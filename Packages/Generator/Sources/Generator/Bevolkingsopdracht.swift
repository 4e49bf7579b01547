// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Which population to make. The same order gives the same population, to the byte.
public struct Bevolkingsopdracht: Hashable, Sendable {
    /// How many people, 1 … 9,000,000 (there are no more synthetic BSNs).
    public let personen: Int
    /// Any number; another seed gives other people.
    public let seed: UInt64
    /// The gemeente that directs them.
    public let gemeente: Gemeentecode
    /// The day on which the story stops: nothing later is in it.
    public let peildatum: Datum

    /// The peildatum when none is given: fixed, so that a population does not change overnight.
    public static let standaardPeildatum = Datum(2026, 1, 1) ?? Datum(dagnummer: 20_454)

    /// Throws `opdracht-ongeldig` outside the bounds of the properties, and for a peildatum before 2022-07-01: before
    /// that day the Wi2021 has hardly any people.
    public init(
        personen: Int,
        seed: UInt64,
        gemeente: Gemeentecode,
        peildatum: Datum = standaardPeildatum
    ) throws(RegieFout) {
        guard (1...9_000_000).contains(personen) else {
            throw RegieFout(
                .opdrachtOngeldig,
                "Het aantal personen is \(personen).",
                watTeDoen: "Kies 1 tot en met 9000000."
            )
        }
        guard peildatum >= Self.vroegste else {
            throw RegieFout(
                .opdrachtOngeldig,
                "De peildatum \(peildatum) ligt te vroeg.",
                watTeDoen: "Kies een dag vanaf \(Self.vroegste)."
            )
        }
        self.personen = personen
        self.seed = seed
        self.gemeente = gemeente
        self.peildatum = peildatum
    }

    /// The first day of the Wi2021, and the earliest peildatum that leaves room for a story.
    static let begin = Datum(2022, 1, 1) ?? Datum(dagnummer: 18_993)
    static let vroegste = begin.plus(maanden: 6)
}

extension RegieFout.Code {
    /// An order for a population that cannot be carried out.
    public static let opdrachtOngeldig = RegieFout.Code(rawValue: "opdracht-ongeldig")
}
