// SPDX-License-Identifier: EUPL-1.2

/// An organisatie-identificatienummer as Logius hands it out: twenty digits, the first eight of them the prefix.
public struct OIN: Hashable, Sendable, CustomStringConvertible {
    /// The twenty digits.
    public let cijfers: String

    /// Nil unless the text is exactly twenty digits.
    public init?(_ tekst: String) {
        guard tekst.utf8.count == 20, tekst.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        cijfers = tekst
    }

    /// The twenty digits: an OIN names an organisation, not a person.
    public var description: String { cijfers }
}
