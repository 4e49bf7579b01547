// SPDX-License-Identifier: EUPL-1.2

import ExchangeDUO
import Inburgering

/// One file of an import, read.
struct Importregel {
    let pad: String
    let berichtId: String
    let bestand: DUOBestand
    private let bytes: [UInt8]
    /// Whether it brought something that was not there; nil for a try-out.
    var nieuw: Bool?

    init(_ pad: String, gemeente: Gemeentecode) throws(RegieFout) {
        let bytes = try Invoer.bytes(pad)
        self.pad = Invoer.naam(pad)
        self.bytes = bytes
        berichtId = (try? JSON.lees(bytes))?["berichtId"]?.tekst?.lowercased() ?? Self.vingerafdruk(bytes)
        bestand = DUOBestand(bytes, gemeente: gemeente, berichtId: berichtId, nu: Systeemklok().nu)
    }

    /// A UUID (version 8) that follows from the content, so that the same file twice is the same message. A mix of two
    /// FNV-1a sums: it tells files apart, and proves nothing.
    private static func vingerafdruk(_ bytes: [UInt8]) -> String {
        var (a, b): (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x8422_2325_cbf2_9ce4)
        for byte in bytes {
            a = (a ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
            b = (b ^ UInt64(byte) &+ 0x9e) &* 0x0000_0100_0000_01b3
        }
        a = a & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        b = b & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        func hex(_ waarde: UInt64, _ breedte: Int) -> String {
            let tekst = String(waarde, radix: 16)
            return String(repeating: "0", count: breedte - tekst.utf8.count) + tekst
        }
        return "\(hex(a >> 32, 8))-\(hex(a >> 16 & 0xFFFF, 4))-\(hex(a & 0xFFFF, 4))-"
            + "\(hex(b >> 48, 4))-\(hex(b & 0xFFFF_FFFF_FFFF, 12))"
    }

    /// The message as it goes into the inbox.
    func bericht(_ notificatie: Notificatie, op nu: Tijdstip) -> InkomendBericht {
        InkomendBericht(
            sleutel: Berichtsleutel(.duo, berichtId),
            soort: notificatie.gebeurtenisId,
            ontvangenOp: nu,
            bsn: notificatie.bsn,
            vnummer: notificatie.vnummer,
            ruw: bytes
        )
    }

    var json: JSON {
        var velden = Veldschrijver()
        velden.zet("bestand", pad)
        velden.zet("soort", bestand.soort)
        velden.zet("berichtId", berichtId)
        velden.zet("gebeurtenisId", bestand.notificatie?.gebeurtenisId)
        velden.zet("nieuw", nieuw)
        velden.zet("gebeurtenissen", bestand.feiten.map { $0.gebeurtenis(volgnummer: 0).gemaskeerd })
        velden.zet(
            "afwijkingen",
            bestand.afwijkingen.map { fout -> JSON in
                var afwijking = Veldschrijver()
                afwijking.zet("waar", fout.waar)
                afwijking.zet("wat", fout.wat)
                return afwijking.json
            }
        )
        return velden.json
    }

    static let koppen = ["bestand", "soort", "wat", "inhoud"]

    var rijen: [[String]] {
        let feiten = bestand.feiten.map { feit in
            [pad, bestand.soort, feit.feit.soort, feit.gebeurtenis(volgnummer: 0).gemaskeerd.description]
        }
        let afwijkingen = bestand.afwijkingen.map {
            [pad, bestand.soort, "afwijking", "\($0.waar.map { "\($0): " } ?? "")\($0.wat)"]
        }
        return feiten + afwijkingen
    }
}
