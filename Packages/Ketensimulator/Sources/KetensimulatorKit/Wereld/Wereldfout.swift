// SPDX-License-Identifier: EUPL-1.2

/// The world file cannot be used as it is. Carries no personal data: only the file, the line and what is wrong.
public struct Wereldfout: Error, CustomStringConvertible, Sendable {
    /// Stable code, for instance `wereld.regel-ongeldig`.
    public let code: String
    /// What is wrong and where, in Dutch, for the person who starts the simulator.
    public let uitleg: String

    /// The explanation.
    public var description: String { uitleg }
}
