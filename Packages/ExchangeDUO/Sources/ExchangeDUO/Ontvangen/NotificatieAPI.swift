// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Judges a `POST /v1/notificaties`: pure, no I/O.
public struct NotificatieAPI: Sendable {
    /// The version that every answer names in `API-Version`.
    public static let versie = "1.8.0"
    /// Where DUO posts.
    public static let pad = "/v1/notificaties"
    /// Largest body that is taken; a notification is some 150 bytes.
    public static let grootsteBody = 64 << 10

    /// What to do with a request.
    public enum Oordeel: Sendable {
        /// Store it for this gemeente, then answer 201.
        case ontvang(Gemeentecode, InkomendBericht)
        /// Answer this at once.
        case weiger(Weigerantwoord)
    }

    /// An answer that stores nothing.
    public struct Weigerantwoord: Hashable, Sendable {
        /// HTTP status: 400, 401 or 403.
        public let status: Int
        /// Why, Dutch, no personal data; at most 200 characters.
        public let waarom: String
    }

    /// The headers of the request, by the names of the specification.
    public struct Koppen: Sendable {
        /// `berichtId`: a UUID.
        public var berichtId: String?
        /// `bron`: the sender's OIN.
        public var bron: String?
        /// `doel`: the OIN of the gemeente.
        public var doel: String?
        /// - Parameters: see the properties.
        public init(berichtId: String?, bron: String?, doel: String?) {
            self.berichtId = berichtId
            self.bron = bron
            self.doel = doel
        }
    }

    private let duo: OIN
    private let opOIN: [String: Gemeentecode]

    /// - Parameters:
    ///   - duo: DUO's OIN.
    ///   - gemeenten: the OIN of each gemeente that is served here.
    public init(duo: OIN, gemeenten: [Gemeentecode: OIN]) {
        self.duo = duo
        opOIN = Dictionary(gemeenten.map { ($0.value.cijfers, $0.key) }, uniquingKeysWith: { eerste, _ in eerste })
    }

    /// Judges a request.
    ///
    /// An event that we do not know but that has the right form is taken: the store keeps it and the reader reports it
    /// to a beheerder, for DUO adds events before every gemeente has a version that knows them.
    /// - Parameters:
    ///   - koppen: its headers.
    ///   - body: its body, to the byte.
    ///   - nu: when it came.
    public func beoordeel(_ koppen: Koppen, body: [UInt8], nu: Tijdstip) -> Oordeel {
        guard let berichtId = koppen.berichtId.flatMap(Self.uuid) else {
            return .weiger(.init(status: 400, waarom: "De header berichtId ontbreekt of is geen UUID."))
        }
        guard let bron = koppen.bron.flatMap({ OIN($0) }) else {
            return .weiger(.init(status: 400, waarom: "De header bron ontbreekt of is geen OIN van 20 cijfers."))
        }
        guard let doel = koppen.doel.flatMap({ OIN($0) }) else {
            return .weiger(.init(status: 400, waarom: "De header doel ontbreekt of is geen OIN van 20 cijfers."))
        }
        guard bron == duo else {
            return .weiger(.init(status: 401, waarom: "De header bron is niet het OIN van DUO."))
        }
        guard let gemeente = opOIN[doel.cijfers] else {
            return .weiger(.init(status: 403, waarom: "De header doel is geen OIN van een gemeente die hier werkt."))
        }
        guard body.count <= Self.grootsteBody else {
            return .weiger(.init(status: 400, waarom: "Het bericht is groter dan 64 KiB."))
        }
        do throws(RegieFout) {
            let notificatie = try Notificatie(body)
            let bericht = InkomendBericht(
                sleutel: Berichtsleutel(.duo, berichtId),
                soort: notificatie.gebeurtenisId,
                ontvangenOp: nu,
                bsn: notificatie.bsn,
                vnummer: notificatie.vnummer,
                ruw: body
            )
            return .ontvang(gemeente, bericht)
        } catch {
            return .weiger(.init(status: 400, waarom: String(error.wat.prefix(200))))
        }
    }

    /// The text in lower case when it is a UUID: 8-4-4-4-12 hexadecimal digits.
    static func uuid(_ tekst: String) -> String? {
        guard tekst.utf8.count == 36 else { return nil }
        var groot = false
        for (plaats, byte) in tekst.utf8.enumerated() {
            switch (plaats, byte) {
            case (8, 45), (13, 45), (18, 45), (23, 45): continue
            case (8, _), (13, _), (18, _), (23, _): return nil
            case (_, 48...57), (_, 97...102): continue
            case (_, 65...70): groot = true
            default: return nil
            }
        }
        return groot ? tekst.lowercased() : tekst
    }
}
