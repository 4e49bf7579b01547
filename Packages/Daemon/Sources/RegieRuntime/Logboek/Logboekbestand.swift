// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering

/// The files of the log of one gemeente: `<map>/0363-2026-11-27.jsonl`, one for each Dutch calendar day, mode 0600.
///
/// Lines are only ever added, by any number of processes on this machine, and only whole: what a write left half is
/// taken away by the next one, for nobody was told that it was there.
struct Logboekbestand: Sendable {
    let map: String
    let gemeente: Gemeentecode
    /// With less free space than this nothing that must be logged is begun: room for the lines of what runs already.
    static let minstensVrij: UInt64 = 16 << 20

    func pad(_ dag: Datum) -> String { "\(map)/\(gemeente)-\(dag).jsonl" }

    /// Whether lines can be written now; throws `logboek-faalt` when not.
    /// - Parameters:
    ///   - dag: to the file of which day. One that is there must be ours to write: another account may have made it.
    ///   - bytes: how much will be written.
    func gereed(op dag: Datum, voor bytes: UInt64 = 0) throws(RegieFout) {
        try maakMap()
        guard access(map, W_OK | X_OK) == 0 else { throw fout("is niet te beschrijven: \(reden)", map) }
        guard let vrij else { throw fout("is niet te onderzoeken: \(reden)", map) }
        guard vrij >= Self.minstensVrij + bytes else { throw fout("heeft nog \(vrij >> 20) MiB ruimte", map) }
        let bestand = Glibc.open(pad(dag), Self.wijze)
        guard bestand >= 0 || errno == ENOENT else { throw fout("is niet te openen: \(reden)", pad(dag)) }
        if bestand >= 0 { close(bestand) }
    }

    /// Bytes that can still be written in the folder; nil when that cannot be told.
    var vrij: UInt64? {
        var stand = statvfs()
        guard statvfs(map, &stand) == 0 else { return nil }
        return UInt64(stand.f_bavail) * UInt64(stand.f_frsize)
    }

    /// Adds lines to the file of a day: all of them or none.
    /// - Parameter vast: whether they must be on the disk when this returns; else `legVast` does that later.
    func voegToe(_ regels: [UInt8], op dag: Datum, vast: Bool) throws(RegieFout) {
        let pad = pad(dag)
        let bestand = try open(pad, magNieuw: true)
        defer { close(bestand) }
        while flock(bestand, LOCK_EX) != 0 {
            if errno != EINTR { throw fout("is niet te vergrendelen: \(reden)", pad) }
        }
        let begin = try heel(bestand, pad)
        var geschreven = 0
        while geschreven < regels.count {
            let aantal = regels[geschreven...].withUnsafeBytes { write(bestand, $0.baseAddress, $0.count) }
            if aantal < 0, errno == EINTR { continue }
            guard aantal > 0 else {
                let reden = reden
                ftruncate(bestand, begin)
                throw fout("is niet te beschrijven: \(reden)", pad)
            }
            geschreven += aantal
        }
        guard !vast || fdatasync(bestand) == 0 else {
            let reden = reden
            ftruncate(bestand, begin)
            throw fout("is niet te beschrijven: \(reden)", pad)
        }
    }

    /// Puts what was added to the file of a day on the disk.
    func legVast(_ dag: Datum) throws(RegieFout) {
        let pad = pad(dag)
        let bestand = try open(pad, magNieuw: false)
        defer { close(bestand) }
        guard fdatasync(bestand) == 0 else { throw fout("is niet te beschrijven: \(reden)", pad) }
    }

    private static let wijze = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW

    private func open(_ pad: String, magNieuw: Bool) throws(RegieFout) -> Int32 {
        var bestand = Glibc.open(pad, Self.wijze)
        if bestand < 0, errno == ENOENT, magNieuw {
            try maakMap()
            let gemaakt = NieuwBestand.open(pad, in: map, Self.wijze)
            bestand = gemaakt.bestand
            // The name of the file must last as long as its lines.
            if gemaakt.isNieuw { legMapVast() }
        }
        guard bestand >= 0 else { throw fout("is niet te openen: \(reden)", pad) }
        return bestand
    }

    /// Cuts off what does not end in a newline: the rest of a write that a crash broke off.
    /// - Returns: where the next line begins.
    private func heel(_ bestand: Int32, _ pad: String) throws(RegieFout) -> Int {
        let grootte = lseek(bestand, 0, SEEK_END)
        guard grootte >= 0 else { throw fout("is geen gewoon bestand", pad) }
        var einde = grootte
        var blok = [UInt8](repeating: 0, count: 4096)
        while einde > 0 {
            let vanaf = max(0, einde - blok.count)
            // Mostly one byte tells enough.
            let eerst = einde == grootte ? einde - 1 : vanaf
            let aantal = pread(bestand, &blok, einde - eerst, eerst)
            guard aantal == einde - eerst else { throw fout("is niet te lezen: \(reden)", pad) }
            if let plek = blok[..<aantal].lastIndex(of: 10) {
                einde = eerst + plek + 1
                break
            }
            einde = eerst
        }
        if einde < grootte, ftruncate(bestand, einde) != 0 { throw fout("is niet te herstellen: \(reden)", pad) }
        return einde
    }

    private func maakMap() throws(RegieFout) {
        var isMap: ObjCBool = false
        if FileManager.default.fileExists(atPath: map, isDirectory: &isMap), isMap.boolValue { return }
        do {
            try FileManager.default.createDirectory(
                atPath: map,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw fout("is niet te maken", map)
        }
    }

    private func legMapVast() {
        let plek = Glibc.open(map, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard plek >= 0 else { return }
        fsync(plek)
        close(plek)
    }

    private var reden: String { String(cString: strerror(errno)) }

    private func fout(_ wat: String, _ waar: String) -> RegieFout {
        RegieFout(
            .logboekFaalt,
            "Het logboek dataverwerkingen \(wat).",
            watTeDoen: "Zonder logregel wordt niets verwerkt. Controleer 'logboek.map': ruimte, eigenaar en rechten.",
            waar: waar
        )
    }
}
