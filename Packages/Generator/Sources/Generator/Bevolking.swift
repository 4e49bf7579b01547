// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A population, person by person: any size in the memory of one household.
///
/// Households follow each other, each from its own stream of chance, so that a larger population of the same seed
/// begins with the same people.
public struct Bevolking: Sequence, IteratorProtocol {
    private let opdracht: Bevolkingsopdracht
    private var bsns = Bsnreeks()
    private var huishouden = 0
    private var gegeven = 0
    private var wachtenden: [Inburgeraar] = []

    /// - Parameter opdracht: which population.
    public init(_ opdracht: Bevolkingsopdracht) { self.opdracht = opdracht }

    /// The next person; nil after the last.
    public mutating func next() -> Inburgeraar? {
        guard gegeven < opdracht.personen else { return nil }
        if wachtenden.isEmpty {
            var toeval = Toeval(seed: opdracht.seed, stroom: UInt64(huishouden))
            wachtenden = Huishouden.maak(&toeval, opdracht, bsns: &bsns, eerste: gegeven).reversed()
            huishouden += 1
        }
        gegeven += 1
        return wachtenden.popLast()
    }
}
