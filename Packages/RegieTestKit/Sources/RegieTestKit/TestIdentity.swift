// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Numbers of people who do not exist.
public enum TestIdentity {
    /// BSNs that begin with 9999 and pass the elfproef, in order.
    public static let bsns: [Bsn] = (999_900_000...999_999_999).compactMap { Bsn(String($0)) }

    /// A BSN by its place; after the last one it begins again.
    public static func bsn(_ place: Int = 0) -> Bsn { bsns[abs(place) % bsns.count] }

    /// V-nummers that the IND never gave out to a test.
    public static let vnummers: [VNummer] = (0..<10_000).compactMap { VNummer(waarde: 8_800_000_000 + $0) }

    /// A V-nummer by its place; after the last one it begins again.
    public static func vnummer(_ place: Int = 0) -> VNummer { vnummers[abs(place) % vnummers.count] }
}
