// SPDX-License-Identifier: EUPL-1.2

import Crypto
public import Foundation
public import Inburgering

/// Keyed blind indexes: HMAC-SHA-256 cut to 128 bits, so that equal values can be looked up and nothing can be read.
///
/// Only on (nearly) unique values, because equality and frequency show. A BSN has some 9·10⁷ possible values, so an
/// index without a key, or with a key that leaked, is no protection at all.
extension GemeenteKeys {
    /// The index under the key that seals now: what is stored.
    public func blindIndex(_ sleutel: Zoeksleutel) throws(RegieFout) -> Data {
        try blindIndex(sleutel, under: newest)
    }

    /// The index under every version: what is looked up, so that rows of before a rotation are found too.
    public func blindIndexes(_ sleutel: Zoeksleutel) throws(RegieFout) -> [Data] {
        var all: [Data] = []
        for id in ids { all.append(try blindIndex(sleutel, under: id)) }
        return all
    }

    /// Numbers that are equal for messages about one person and say nothing about who: messages are kept in order per
    /// such number. The first is that of the key that seals now; the others are those under which an earlier message of
    /// the person may wait, and then a new one joins it.
    /// - Returns: each 0 … Int64.max.
    public func orderingKeys(_ sleutel: Zoeksleutel) throws(RegieFout) -> [Int64] {
        let newest = newest
        var all = [Self.number(try blindIndex(sleutel, under: newest))]
        for id in ids where id != newest { all.append(Self.number(try blindIndex(sleutel, under: id))) }
        return all
    }

    /// The same for a message that names no person: a number of its own.
    public func orderingKey(of bericht: Berichtsleutel) throws(RegieFout) -> Int64 {
        var input = ByteWriter()
        input.write("bericht")
        input.write(bericht.partner.rawValue)
        input.write(bericht.berichtId)
        return Self.number(try mac(input.bytes, id: newest))
    }

    private static func number(_ bytes: Data) -> Int64 {
        Int64(bytes.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) } >> 1)
    }

    /// The index under one version.
    public func blindIndex(_ sleutel: Zoeksleutel, under id: UInt32) throws(RegieFout) -> Data {
        var input = ByteWriter()
        switch sleutel {
        case .bsn(let bsn):
            input.write("bsn")
            input.write(bsn.waarde)
        case .vnummer(let vnummer):
            input.write("vnummer")
            input.write(vnummer.waarde)
        case .naam(let geslachtsnaam, let geboortedatum):
            input.write("naam")
            input.write(Naamvorm.van(geslachtsnaam))
            input.write(Int32(geboortedatum.jaar * 10_000 + geboortedatum.maand * 100 + geboortedatum.dag))
        }
        return try mac(input.bytes, id: id)
    }

    private func mac(_ input: [UInt8], id: UInt32) throws(RegieFout) -> Data {
        Data(HMAC<SHA256>.authenticationCode(for: input, using: try key(.index, id: id)).prefix(16))
    }
}
