// SPDX-License-Identifier: EUPL-1.2

/// A fault that the simulator plays on request.
public struct Storing: Sendable, Codable {
    /// Which fault.
    public enum Soort: String, Sendable, Codable, CaseIterable {
        /// The answer comes `millis` later.
        case vertraging
        /// The answer is 500.
        case serverfout = "500"
        /// The answer is 503.
        case onbereikbaar = "503"
        /// The TCP connection is closed without an answer.
        case verbreek
        /// A notification is pushed twice, with the same berichtId.
        case dubbel
        /// The answer is about another person and echoes another berichtId.
        case anderePersoon = "andere-persoon"
        /// The body of the answer is cut off halfway.
        case kapotteJSON = "kapotte-json"
        /// No answer for `millis` (a minute when left out), then the connection is closed.
        case tijdUit = "tijd-uit"
    }

    /// Which fault.
    public let soort: Soort
    /// Only for paths that start with this; a BSN may stand in it. For `dubbel`: `/v1/notificaties`.
    public let pad: String?
    /// Only for this method.
    public let methode: String?
    /// How often; until it is taken away when left out.
    public var aantal: Int?
    /// Milliseconds, for `vertraging` and `tijd-uit`.
    public let millis: Int?
    /// With `500`, `503`, `verbreek` and `tijd-uit`: the request has its effect first. False when left out.
    public let verwerkt: Bool?

    /// A fault; what is nil holds for every request.
    public init(
        _ soort: Soort,
        pad: String? = nil,
        methode: String? = nil,
        aantal: Int? = nil,
        millis: Int? = nil,
        verwerkt: Bool? = nil
    ) {
        self.soort = soort
        self.pad = pad
        self.methode = methode
        self.aantal = aantal
        self.millis = millis
        self.verwerkt = verwerkt
    }
}
