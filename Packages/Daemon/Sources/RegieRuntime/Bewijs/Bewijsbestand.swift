// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering
import Sealing

/// The proof file of a gemeente, `<bewijs>/0363.bewijs`: lines that are only ever added, outside the storage.
///
/// Put it where whoever can write the storage cannot: another disk, a share that keeps versions, `chattr +a`. Each line
/// carries a code over itself and the line before, under a key that stands in neither.
struct Bewijsbestand: Sendable {
    let pad: String
    let gemeente: Gemeentecode
    private let ring: KeyRing

    init(map: String, _ gemeente: Gemeentecode, _ ring: KeyRing) {
        pad = "\(map)/\(gemeente).bewijs"
        self.gemeente = gemeente
        self.ring = ring
    }

    /// What the file holds, and what does not fit in it.
    struct Gelezen {
        var regels: [Bewijsregel] = []
        var breuken: [Bewijsuitkomst.Breuk] = []
        /// Whether it ends with a whole line.
        var isHeel = true
    }

    /// Reads it; a file that is not there has no lines.
    func lees() throws(RegieFout) -> Gelezen {
        guard FileManager.default.fileExists(atPath: pad) else { return Gelezen() }
        guard let bytes = FileManager.default.contents(atPath: pad) else { throw fout("kan niet worden gelezen") }
        return try lees(bytes)
    }

    private func lees(_ bytes: Data) throws(RegieFout) -> Gelezen {
        let keys = try ring.keys(of: gemeente)
        var uit = Gelezen()
        uit.isHeel = bytes.isEmpty || bytes.last == 10
        let regels = bytes.split(separator: 10, omittingEmptySubsequences: true).map { Array($0) }
        for (plaats, tekst) in regels.enumerated() {
            let waar = "bewijsbestand regel \(plaats + 1)"
            guard let json = try? JSON.lees(tekst), let regel = Bewijsregel(json),
                regel.tekst(gemeente).bytes == tekst
            else {
                // A write that was broken off, and done again afterwards.
                let volgende = plaats + 1 < regels.count ? regels[plaats + 1] : []
                if volgende.starts(with: tekst) { continue }
                uit.breuken.append(.init(waar, "De regel is geen regel van Regie of is veranderd."))
                continue
            }
            let romp = Bewijsregel.romp(regel.nummer, regel.inhoud, gemeente, sleutel: regel.sleutel).bytes
            let code = try? keys.code(vanRegel: romp, na: uit.regels.last?.code, id: regel.sleutel)
            if regel.nummer != (uit.regels.last?.nummer ?? 0) + 1 || code != regel.code {
                uit.breuken.append(
                    .init(waar, "De regel sluit niet aan op die ervoor: er is een regel weg, bij of anders.")
                )
            }
            uit.regels.append(regel)
        }
        return uit
    }

    /// Adds lines, on the disk when this returns. Processes that add at once wait for each other.
    func voegToe(_ inhoud: (Gelezen) throws(RegieFout) -> [Bewijsregel.Inhoud]) throws(RegieFout) {
        try maakMap()
        let map = (pad as NSString).deletingLastPathComponent
        let (bestand, _) = NieuwBestand.open(pad, in: map, O_RDWR | O_APPEND | O_CLOEXEC)
        guard bestand >= 0 else { throw fout("kan niet worden geopend") }
        defer { close(bestand) }
        while flock(bestand, LOCK_EX) != 0 { if errno != EINTR { throw fout("kan niet worden vergrendeld") } }
        let keys = try ring.keys(of: gemeente)
        let gelezen = try lees()
        var vorige = gelezen.regels.last
        var tekst: [UInt8] = gelezen.isHeel ? [] : [10]
        let nieuw = try inhoud(gelezen)
        guard !nieuw.isEmpty else { return }
        for inhoud in nieuw {
            let (nummer, sleutel) = ((vorige?.nummer ?? 0) + 1, keys.newest)
            let romp = Bewijsregel.romp(nummer, inhoud, gemeente, sleutel: sleutel).bytes
            let code = try keys.code(vanRegel: romp, na: vorige?.code, id: sleutel)
            let regel = Bewijsregel(nummer: nummer, inhoud: inhoud, sleutel: sleutel, code: code)
            tekst += regel.tekst(gemeente).bytes + [10]
            vorige = regel
        }
        guard tekst.withUnsafeBytes({ write(bestand, $0.baseAddress, $0.count) }) == tekst.count,
            fsync(bestand) == 0
        else { throw fout("kan niet worden geschreven") }
    }

    private func maakMap() throws(RegieFout) {
        do {
            try FileManager.default.createDirectory(
                atPath: (pad as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw fout("kan niet worden gemaakt")
        }
    }

    private func fout(_ wat: String) -> RegieFout {
        RegieFout(
            .opslagFaalt,
            "Het bewijsbestand \(wat).",
            watTeDoen: "Controleer 'bewijs' in de configuratie en de rechten op die map.",
            waar: pad
        )
    }
}
