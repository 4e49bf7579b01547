// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// An incoming message ready to be written: made on the caller's thread. The identity of the person and the raw message
/// are sealed together under the gemeente's own key: no dossier is known yet.
public struct SealedMessage: Sendable {
    /// The message.
    public let bericht: InkomendBericht
    /// By which the messages of one person are kept in order; says nothing of who it is. The first is what is written,
    /// unless an earlier message of the person waits under another (while the key is being rotated).
    public let personen: [Int64]
    /// Identity and raw message, sealed.
    public let inhoud: Data
    /// The number of the status in which it begins.
    public let status: Int
    /// The words of that status, sealed.
    public let toelichting: Data?

    /// - Parameters:
    ///   - bericht: the message.
    ///   - keys: of its gemeente.
    ///   - status: in which it begins.
    public init(_ bericht: InkomendBericht, _ keys: GemeenteKeys, als status: InboxStatus) throws(RegieFout) {
        self.bericht = bericht
        self.status = status.code
        toelichting = try Self.words(status, bericht.sleutel, keys)
        if let bsn = bericht.bsn {
            personen = try keys.orderingKeys(.bsn(bsn))
        } else if let vnummer = bericht.vnummer {
            personen = try keys.orderingKeys(.vnummer(vnummer))
        } else {
            personen = [try keys.orderingKey(of: bericht.sleutel)]
        }
        var plain = ByteWriter(capacity: bericht.ruw.count + 13)
        plain.write(UInt8(1))
        plain.write(bericht.bsn?.waarde ?? 0)
        plain.write(bericht.vnummer?.waarde ?? 0)
        plain.append(bericht.ruw)
        let context = SealContext.inbox(keys.gemeente, bericht.sleutel, column: "inhoud")
        inhoud = try keys.seal(plain.bytes, for: .inbox, context: context)
    }

    /// The words of a status, sealed; nil when it has none.
    public static func words(
        _ status: InboxStatus,
        _ sleutel: Berichtsleutel,
        _ keys: GemeenteKeys
    ) throws(RegieFout) -> Data? {
        guard let words = status.words else { return nil }
        let context = SealContext.inbox(keys.gemeente, sleutel, column: "toelichting")
        return try keys.seal(Data(words.utf8), for: .inbox, context: context)
    }
}
