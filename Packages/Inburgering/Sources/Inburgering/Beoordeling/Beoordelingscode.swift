// SPDX-License-Identifier: EUPL-1.2

/// The code of a term, a count or a signal (contract: Assessment). A plugin's own start with the plugin's name.
public struct Beoordelingscode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// `PIP_VASTSTELLEN`, `vroege-start:KENNISMAKING`.
    public let rawValue: String
    /// - Parameter rawValue: the code.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The code.
    public var description: String { rawValue }
}

/// A parameter of the law that a rule used.
public struct Parametergebruik: Hashable, Sendable {
    /// Its key.
    public let sleutel: String
    /// Its value on the relevant day.
    public let waarde: Wetparameter.Waarde
    /// - Parameters: key and value.
    public init(_ sleutel: String, _ waarde: Wetparameter.Waarde) {
        self.sleutel = sleutel
        self.waarde = waarde
    }
}
