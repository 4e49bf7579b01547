// SPDX-License-Identifier: EUPL-1.2

/// A ketenpartner.
public struct Partner: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// Lower case, as on the command line and in the config: `duo`.
    public let rawValue: String
    /// - Parameter rawValue: lower case name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The name.
    public var description: String { rawValue }

    /// Dienst Uitvoering Onderwijs.
    public static let duo = Partner(rawValue: "duo")
    /// Centraal Orgaan opvang asielzoekers.
    public static let coa = Partner(rawValue: "coa")
    /// UWV, through Suwinet.
    public static let uwv = Partner(rawValue: "uwv")
}

/// What makes a message unique: a partner never gives the same berichtId to two messages.
public struct Berichtsleutel: Hashable, Sendable {
    /// Who sent it.
    public let partner: Partner
    /// The partner's own id, for DUO a UUID in lower case.
    public let berichtId: String
    /// - Parameters: see the properties.
    public init(_ partner: Partner, _ berichtId: String) {
        self.partner = partner
        self.berichtId = berichtId
    }
}
