// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// One notification that DUO posts to a gemeente.
public struct Notificatie: Sendable {
    /// The gemeente it is for.
    public let gemeentecode: String
    /// The header `berichtId`; the same in every try.
    public let berichtId: String
    /// An instant with zone, as in the wire field.
    public let registratieDatumTijd: String
    /// The BSN of the person, if DUO has one.
    public let bsn: String?
    /// The V-nummer of the person, if there is no BSN yet.
    public let vNummer: Int?
    /// For instance `SS102`.
    public let gebeurtenisId: String
    /// Seconds to wait after the one before it; only in a run that keeps the pace of the world file.
    public let na: Double

    /// A notification about a person that is known by BSN or V-nummer.
    public init(
        gemeentecode: String,
        berichtId: String,
        registratieDatumTijd: String,
        bsn: String?,
        vNummer: Int?,
        gebeurtenisId: String,
        na: Double = 0
    ) {
        self.gemeentecode = gemeentecode
        self.berichtId = berichtId
        self.registratieDatumTijd = registratieDatumTijd
        self.bsn = bsn
        self.vNummer = vNummer
        self.gebeurtenisId = gebeurtenisId
        self.na = na
    }

    /// Reads a line of a world file, or a notification given to the control API.
    ///
    /// Values are taken from the bytes directly: a benchmark reads millions of these.
    init(bytes: [UInt8]) throws {
        var teksten: [String: String] = [:]
        var vNummer: Int?
        var na = 0.0
        try Bovenvelden.doorloop(bytes, bytes.indices) { sleutel, waarde in
            switch String(decoding: bytes[sleutel], as: UTF8.self) {
            case "vNummer": vNummer = Int(String(decoding: bytes[waarde], as: UTF8.self))
            case "na": na = Double(String(decoding: bytes[waarde], as: UTF8.self)) ?? 0
            case let naam: teksten[naam] = Bovenvelden.tekst(bytes, waarde)
            }
        }
        guard let gemeentecode = teksten["gemeentecode"], let gebeurtenisId = teksten["gebeurtenisId"] else {
            throw Wereldfout(
                code: "wereld.notificatie-ongeldig",
                uitleg: "Een notificatie mist gemeentecode of gebeurtenisId."
            )
        }
        self.init(
            gemeentecode: gemeentecode,
            berichtId: teksten["berichtId"] ?? UUID().uuidString.lowercased(),
            registratieDatumTijd: teksten["registratieDatumTijd"] ?? Date().ISO8601Format(),
            bsn: teksten["bsn"],
            vNummer: vNummer,
            gebeurtenisId: gebeurtenisId,
            na: na
        )
    }

    /// The JSON that goes over the wire: only the fields of the Notificatie API.
    func body() -> [UInt8] {
        var velden = ["\"gebeurtenisId\":\"\(gebeurtenisId)\"", "\"registratieDatumTijd\":\"\(registratieDatumTijd)\""]
        if let bsn { velden.append("\"bsn\":\"\(bsn)\"") }
        if let vNummer { velden.append("\"vNummer\":\(vNummer)") }
        return Array("{\(velden.joined(separator: ","))}".utf8)
    }
}
