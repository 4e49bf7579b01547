// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// An incoming message as it is stored.
public struct StoredInbox: Sendable {
    /// Who sent it, and its own id.
    public var sleutel: Berichtsleutel
    /// See `InkomendBericht`.
    public var soort: String
    /// In milliseconds.
    public var ontvangenOp: Int64
    /// The number of the status.
    public var status: Int
    /// In milliseconds.
    public var tot: Int64?
    /// The words of the status, sealed.
    public var toelichting: Data?
    /// See `InboxRegel`.
    public var pogingen: Int
    /// As a number.
    public var dossier: Int64?
    /// Identity and raw message, sealed.
    public var inhoud: Data
    /// See `InboxRegel`.
    public var vergeefs: Int

    /// - Parameters: see the properties.
    public init(
        sleutel: Berichtsleutel,
        soort: String,
        ontvangenOp: Int64,
        status: Int,
        tot: Int64?,
        toelichting: Data?,
        pogingen: Int,
        dossier: Int64?,
        inhoud: Data,
        vergeefs: Int
    ) {
        self.sleutel = sleutel
        self.soort = soort
        self.ontvangenOp = ontvangenOp
        self.status = status
        self.tot = tot
        self.toelichting = toelichting
        self.pogingen = pogingen
        self.dossier = dossier
        self.inhoud = inhoud
        self.vergeefs = vergeefs
    }

    /// The message, opened.
    public func regel(_ keys: GemeenteKeys) throws(RegieFout) -> InboxRegel {
        let plain = [UInt8](
            try keys.open(inhoud, for: .inbox, context: SealContext.inbox(keys.gemeente, sleutel, column: "inhoud"))
        )
        guard plain.count >= 13, plain[0] == 1 else {
            throw RegieFout(.opslagNieuwer, "Een bericht in de inbox heeft een onbekende vorm.")
        }
        let bsn = plain[1..<5].reduce(0) { $0 << 8 | Int($1) }
        let vnummer = plain[5..<13].reduce(0) { $0 << 8 | Int($1) }
        var words: String?
        if let toelichting {
            let context = SealContext.inbox(keys.gemeente, sleutel, column: "toelichting")
            words = String(decoding: try keys.open(toelichting, for: .inbox, context: context), as: UTF8.self)
        }
        return try regel(
            bsn: bsn == 0 ? nil : Bsn(nineDigits: bsn),
            vnummer: VNummer(waarde: vnummer),
            ruw: Array(plain[13...]),
            words: words
        )
    }

    /// As a list shows it when it does not open.
    public func closed() throws(RegieFout) -> InboxRegel {
        try regel(bsn: nil, vnummer: nil, ruw: [], words: Unreadable.words)
    }

    private func regel(bsn: Bsn?, vnummer: VNummer?, ruw: [UInt8], words: String?) throws(RegieFout) -> InboxRegel {
        InboxRegel(
            bericht: InkomendBericht(
                sleutel: sleutel,
                soort: soort,
                ontvangenOp: Tijdstip(milliseconden: ontvangenOp),
                bsn: bsn,
                vnummer: vnummer,
                ruw: ruw
            ),
            status: try InboxStatus(code: status, until: tot, words: words),
            pogingen: pogingen,
            vergeefs: vergeefs,
            dossier: try DossierID(optional: dossier)
        )
    }
}

extension StoredInbox {
    /// The numbers under which the person of an opened message is kept in order.
    public static func persons(
        _ plain: Data,
        _ sleutel: Berichtsleutel,
        _ keys: GemeenteKeys
    ) throws(RegieFout) -> [Int64] {
        let plain = [UInt8](plain)
        guard plain.count >= 13, plain[0] == 1 else {
            throw RegieFout(.opslagNieuwer, "Een bericht in de inbox heeft een onbekende vorm.")
        }
        if let bsn = Bsn(nineDigits: plain[1..<5].reduce(0) { $0 << 8 | Int($1) }) {
            return try keys.orderingKeys(.bsn(bsn))
        }
        if let vnummer = VNummer(waarde: plain[5..<13].reduce(0) { $0 << 8 | Int($1) }) {
            return try keys.orderingKeys(.vnummer(vnummer))
        }
        return [try keys.orderingKey(of: sleutel)]
    }
}

extension Bsn {
    /// From a number that was a BSN when it was stored.
    fileprivate init?(nineDigits number: Int) {
        let text = String(number)
        self.init(String(repeating: "0", count: max(0, 9 - text.utf8.count)) + text)
    }
}

extension DossierID {
    fileprivate init?(optional number: Int64?) throws(RegieFout) {
        guard let number else { return nil }
        self = try DossierID(number: number)
    }
}
