// SPDX-License-Identifier: EUPL-1.2

extension Int32 {
    /// A number of a fact as a row holds it. One that is too large was put there by somebody: it becomes one that no fact
    /// can have, so that the chain does not fit. Cut down it could read as what stood there before.
    public init(stored number: Int64) { self = Int32(exactly: number) ?? .min }
}

extension UInt32 {
    /// The id of a key as a row holds it; 0, which no key has, for one that does not fit.
    public init(stored number: Int64) { self = UInt32(exactly: number) ?? 0 }
}
