// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering

/// Writes a population to a folder: `wereld.jsonl`, `dossiers.jsonl` and `personen.jsonl`.
public enum Bevolkingsbestanden {
    /// How much there is of everything.
    public struct Telling: Hashable, Sendable {
        /// People, and as many dossiers.
        public var personen = 0
        /// Facts in all dossiers.
        public var feiten = 0
        /// Notifications.
        public var notificaties = 0
    }

    /// Writes the three files, whatever the size in little memory. The folder is made when it is not there; files of
    /// the same name are replaced. Throws `opslag-faalt`.
    /// - Parameter voortgang: called now and then with the number of people so far.
    public static func schrijf(
        _ opdracht: Bevolkingsopdracht,
        naar map: URL,
        kop: Wereldkop,
        voortgang: (Int) -> Void = { _ in }
    ) throws(RegieFout) -> Telling {
        do {
            try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        } catch {
            throw RegieFout(.opslagFaalt, "De map kan niet worden gemaakt.", waar: map.path)
        }
        var wereld = try Regelbestand(map.appendingPathComponent("wereld.jsonl"))
        var dossiers = try Regelbestand(map.appendingPathComponent("dossiers.jsonl"))
        var personen = try Regelbestand(map.appendingPathComponent("personen.jsonl"))
        var telling = Telling()
        try wereld.schrijf(kop.regel(opdracht.gemeente))
        for inburgeraar in Bevolking(opdracht) {
            try wereld.schrijf(inburgeraar.wereldregel)
            for notificatie in inburgeraar.notificatieregels { try wereld.schrijf(notificatie) }
            try dossiers.schrijf(inburgeraar.dossierregel)
            try personen.schrijf(inburgeraar.persoonsregel)
            telling.personen += 1
            telling.feiten += inburgeraar.gebeurtenissen.count
            telling.notificaties += inburgeraar.notificaties.count
            if telling.personen % 5000 == 0 { voortgang(telling.personen) }
        }
        try wereld.sluit()
        try dossiers.sluit()
        try personen.sluit()
        return telling
    }
}
