// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// What rows become under the version of the key that seals now. Each throws `verzegeling-faalt` when the row does not
/// open: then it stays as it is.
public enum Resealed {
    /// The key of a dossier, and the mark of its head.
    public static func head(_ head: StoredHead, _ keys: GemeenteKeys) throws(RegieFout) -> (key: Data, mark: Data) {
        let key = try head.key(keys)
        // A mark that is wrong must not be made right.
        guard head.isMarked(keys) else { throw RegieFout(.verzegelingFaalt, "Het merk klopt niet.") }
        return (
            try keys.wrap(key, of: head.number),
            try keys.headMark(head.number, laatste: head.laatste, hash: head.hash, vernietigdOp: nil)
        )
    }

    /// An incoming message.
    public struct Message: Sendable {
        /// Identity and raw message; nil when they were destroyed.
        public var inhoud: Data?
        /// The words of its status; nil when there are none.
        public var toelichting: Data?
        /// The numbers of its person, that of the key that seals now first; empty when that was destroyed.
        public var personen: [Int64] = []
    }

    /// An incoming message.
    public static func message(_ stored: StoredInbox, _ keys: GemeenteKeys) throws(RegieFout) -> Message {
        var message = Message()
        // Of a message that was destroyed the words that were set afterwards remain.
        if !stored.inhoud.isEmpty {
            let context = SealContext.inbox(keys.gemeente, stored.sleutel, column: "inhoud")
            let plain = try keys.open(stored.inhoud, for: .inbox, context: context)
            message.inhoud = try keys.seal(plain, for: .inbox, context: context)
            message.personen = try StoredInbox.persons(plain, stored.sleutel, keys)
        }
        if let words = stored.toelichting {
            let context = SealContext.inbox(keys.gemeente, stored.sleutel, column: "toelichting")
            let plain = try keys.open(words, for: .inbox, context: context)
            message.toelichting = try keys.seal(plain, for: .inbox, context: context)
        }
        return message
    }

    /// What a job needs.
    public static func job(_ inhoud: Data, soort: String, _ keys: GemeenteKeys) throws(RegieFout) -> Data {
        let context = SealContext.job(keys.gemeente, soort)
        return try keys.seal(try keys.open(inhoud, for: .text, context: context), for: .text, context: context)
    }

    /// The reason of an audit line, to stand beside the first envelope: the chain goes over that one.
    public static func reason(_ line: StoredAudit, _ keys: GemeenteKeys) throws(RegieFout) -> Data? {
        try StoredAudit.seal(try line.opened(keys), keys)
    }
}
