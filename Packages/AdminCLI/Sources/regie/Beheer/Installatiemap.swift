// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// The folder of a new installation; refuses one in which there is something already.
struct Installatiemap {
    let pad: String
    private let bestond: Bool

    init(_ map: String) throws(RegieFout) {
        let hier = FileManager.default.currentDirectoryPath
        pad = ((map.hasPrefix("/") ? map : "\(hier)/\(map)") as NSString).standardizingPath
        var isMap: ObjCBool = false
        bestond = FileManager.default.fileExists(atPath: pad, isDirectory: &isMap)
        guard bestond else {
            try Self.maak(pad)
            return
        }
        let inhoud = isMap.boolValue ? try? FileManager.default.contentsOfDirectory(atPath: pad) : nil
        guard let inhoud, inhoud.isEmpty else {
            throw RegieFout(
                .gebruikOngeldig,
                isMap.boolValue ? "De map is niet leeg." : "Dit is geen map.",
                watTeDoen: "Kies een nieuwe of lege map: een bestaande installatie wordt niet overschreven.",
                waar: pad
            )
        }
    }

    func schrijf(_ naam: String, _ tekst: String) throws(RegieFout) {
        let doel = URL(filePath: pad).appending(path: naam)
        try Self.maak(doel.deletingLastPathComponent().path)
        do {
            try Data(tekst.utf8).write(to: doel)
        } catch {
            throw RegieFout(.opslagFaalt, "Het bestand kan niet worden geschreven.", waar: doel.path)
        }
    }

    func maakMap(_ naam: String) throws(RegieFout) { try Self.maak("\(pad)/\(naam)", rechten: 0o700) }

    /// Takes away what was made.
    func ruimOp() {
        guard bestond else {
            try? FileManager.default.removeItem(atPath: pad)
            return
        }
        for naam in (try? FileManager.default.contentsOfDirectory(atPath: pad)) ?? [] {
            try? FileManager.default.removeItem(atPath: "\(pad)/\(naam)")
        }
    }

    private static func maak(_ pad: String, rechten: Int = 0o750) throws(RegieFout) {
        do {
            try FileManager.default.createDirectory(
                atPath: pad,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: rechten]
            )
        } catch {
            throw RegieFout(
                .opslagFaalt,
                "De map kan niet worden gemaakt.",
                watTeDoen: "Controleer de rechten.",
                waar: pad
            )
        }
    }
}
