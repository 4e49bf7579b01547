// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Sealing

/// What a backup holds: its last file, so that a directory without it is no backup.
struct Manifest: Hashable, Sendable {
    static let bestandsnaam = "manifest.json"

    /// A file of a backup.
    struct Bestand: Hashable, Sendable {
        let naam: String
        let bytes: Int
        let sha256: String
    }

    /// One gemeente in a backup, with where its chains stood.
    struct Gemeentedeel: Hashable, Sendable {
        let code: Gemeentecode
        let bestanden: [Bestand]
        let dossiers: Int
        let feiten: Int
        let koppen: String
        let auditNummer: Int
        let auditCode: String
        /// The last seal; 0 when there was none.
        let zegel: Int
    }

    let gemaaktOp: Tijdstip
    let programma: String
    let delen: [Gemeentedeel]

    /// The text, with for each gemeente a code under its own key: a file or a number that was changed shows.
    func tekst(_ ring: KeyRing) throws(RegieFout) -> JSON {
        var delen: [JSON] = []
        for deel in self.delen {
            let keys = try ring.keys(of: deel.code)
            let (romp, sleutel) = (romp(deel), keys.newest)
            let code = try keys.code(vanRegel: romp.bytes, na: nil, id: sleutel)
            guard case .object(let leden) = romp else { continue }
            delen.append(
                .object(
                    leden + [
                        JSON.Lid("sleutel", .getal(Int(sleutel))), JSON.Lid("code", .tekst(Hex.tekst(code))),
                    ]
                )
            )
        }
        return [
            "soort": "regie-reservekopie", "versie": 1, "gemaaktOp": .tekst(gemaaktOp.description),
            "programma": .tekst(programma), "gemeenten": .lijst(delen),
        ]
    }

    private func romp(_ deel: Gemeentedeel) -> JSON {
        [
            "gemeente": .tekst(deel.code.description), "gemaaktOp": .tekst(gemaaktOp.description),
            "bestanden": .lijst(
                deel.bestanden.map {
                    ["naam": .tekst($0.naam), "bytes": .getal($0.bytes), "sha256": .tekst($0.sha256)]
                }
            ),
            "dossiers": .getal(deel.dossiers), "feiten": .getal(deel.feiten), "koppen": .tekst(deel.koppen),
            "auditNummer": .getal(deel.auditNummer), "auditCode": .tekst(deel.auditCode),
            "zegel": .getal(deel.zegel),
        ]
    }

    /// Reads the manifest of a backup and checks its codes and every file of the gemeenten asked for.
    static func lees(_ map: String, gemeenten: [Gemeentecode], _ ring: KeyRing) throws(RegieFout) -> Manifest {
        let pad = "\(map)/\(bestandsnaam)"
        guard let bytes = FileManager.default.contents(atPath: pad) else {
            throw RegieFout(
                .nietGevonden,
                "Hier staat geen reservekopie van Regie: er is geen \(bestandsnaam).",
                watTeDoen: "Een kopie die niet af kwam heeft er geen; neem een andere.",
                waar: map
            )
        }
        let json = try JSON.lees(bytes)
        guard json["soort"]?.tekst == "regie-reservekopie", json["versie"]?.getal == 1,
            let gemaaktOp = json["gemaaktOp"]?.tekst.flatMap({ Tijdstip($0) }),
            let programma = json["programma"]?.tekst, let lijst = json["gemeenten"]?.lijst
        else { throw ongeldig("Dit is geen manifest dat deze Regie kent.", pad) }
        var delen: [Gemeentedeel] = []
        for json in lijst {
            guard let deel = Gemeentedeel(json) else { throw ongeldig("Het manifest mist een gegeven.", pad) }
            delen.append(deel)
        }
        let manifest = Manifest(gemaaktOp: gemaaktOp, programma: programma, delen: delen)
        for (deel, json) in zip(delen, lijst) where gemeenten.contains(deel.code) {
            let keys = try ring.keys(of: deel.code)
            guard let sleutel = json["sleutel"]?.getal.flatMap({ UInt32(exactly: $0) }),
                let code = json["code"]?.tekst.flatMap(Hex.bytes),
                try keys.code(vanRegel: manifest.romp(deel).bytes, na: nil, id: sleutel) == code
            else { throw ongeldig("De code van het manifest klopt niet voor gemeente \(deel.code).", pad) }
            for bestand in deel.bestanden {
                let waar = "\(map)/\(bestand.naam)"
                guard !bestand.naam.contains("/") else { throw ongeldig("Een bestandsnaam klopt niet.", pad) }
                let (digest, lengte) = try FileDigest.sha256(waar)
                guard Hex.tekst(digest) == bestand.sha256, lengte == bestand.bytes else {
                    throw ongeldig("Dit bestand is niet meer dat van het manifest.", waar)
                }
            }
        }
        return manifest
    }

    private static func ongeldig(_ wat: String, _ waar: String) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            wat,
            watTeDoen: "Gebruik deze reservekopie niet; neem een andere en zoek uit wat er is gebeurd.",
            waar: waar
        )
    }
}

extension Manifest.Gemeentedeel {
    fileprivate init?(_ json: JSON) {
        guard let code = json["gemeente"]?.tekst.flatMap({ Gemeentecode($0) }), let lijst = json["bestanden"]?.lijst,
            let dossiers = json["dossiers"]?.getal, let feiten = json["feiten"]?.getal,
            let koppen = json["koppen"]?.tekst, let auditNummer = json["auditNummer"]?.getal,
            let auditCode = json["auditCode"]?.tekst, let zegel = json["zegel"]?.getal
        else { return nil }
        let bestanden = lijst.compactMap { bestand -> Manifest.Bestand? in
            guard let naam = bestand["naam"]?.tekst, let bytes = bestand["bytes"]?.getal,
                let sha256 = bestand["sha256"]?.tekst
            else { return nil }
            return Manifest.Bestand(naam: naam, bytes: bytes, sha256: sha256)
        }
        guard bestanden.count == lijst.count else { return nil }
        self.init(
            code: code,
            bestanden: bestanden,
            dossiers: dossiers,
            feiten: feiten,
            koppen: koppen,
            auditNummer: auditNummer,
            auditCode: auditCode,
            zegel: zegel
        )
    }
}
