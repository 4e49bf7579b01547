// SPDX-License-Identifier: EUPL-1.2

/// A gemeente that DUO exchanges data with, known by the OIN in the header `bron`.
public struct Gemeente: Sendable, Codable, Equatable {
    /// Four digits, as in the wire field `gemeentecode`.
    public let gemeentecode: String
    /// The organisation number, twenty digits.
    public let oin: String

    /// A gemeente with its organisation number.
    public init(gemeentecode: String, oin: String) {
        self.gemeentecode = gemeentecode
        self.oin = oin
    }
}
