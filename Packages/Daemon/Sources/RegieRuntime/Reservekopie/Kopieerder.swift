// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
public import Inburgering
import Sealing

/// Makes a backup of every gemeente while the daemon works, and verifies it before it counts.
public struct Kopieerder: Sendable {
    let installatie: Installatie

    /// What was copied of one gemeente.
    public struct Uitkomst: Sendable {
        /// Which.
        public let gemeente: Gemeentecode
        /// The copy as it was walked.
        public let bewijs: Bewijsuitkomst
        /// Bytes of its files.
        public let bytes: Int
    }

    /// Copies into a directory that is empty or not there. The manifest comes last: without it the directory is no
    /// backup. Keys are never part of one.
    /// - Throws: `bestaat-al` when something stands there, `verzegeling-faalt` when the copy does not hold.
    public func maak(in map: String, als toegang: Toegang) async throws(RegieFout) -> [Uitkomst] {
        try maakMap(map)
        let op = installatie.klok.nu
        var uit: [Uitkomst] = []
        var delen: [Manifest.Gemeentedeel] = []
        for gemeente in installatie.config.gemeentecodes {
            let (deel, bewijs) = try await kopieer(gemeente, naar: map, als: toegang)
            delen.append(deel)
            uit.append(
                Uitkomst(gemeente: gemeente, bewijs: bewijs, bytes: deel.bestanden.reduce(0) { $0 + $1.bytes })
            )
        }
        let manifest = Manifest(gemaaktOp: op, programma: RegieVersie.tekst, delen: delen)
        let tekst = try manifest.tekst(installatie.sleutels).opgemaakt
        try schrijf(tekst + "\n", naar: "\(map)/\(Manifest.bestandsnaam)")
        for gemeente in installatie.config.gemeentecodes {
            try await installatie.store(gemeente, als: toegang).log(
                AuditRegel("backup", object: "backup", door: toegang, op: installatie.klok.nu, reden: map)
            )
        }
        return uit
    }

    private func kopieer(
        _ gemeente: Gemeentecode,
        naar map: String,
        als toegang: Toegang
    ) async throws(RegieFout) -> (Manifest.Gemeentedeel, Bewijsuitkomst) {
        let engine = installatie.engine
        // Everything that was logged is in the chain of the copy.
        let store = try await installatie.store(gemeente, als: toegang)
        try await installatie.logboek(gemeente)?.meld(Verwerkingssoort.backup)
        while try await store.linkAudit(hoogstens: 5_000) > 0 {}
        var namen = try await engine.backup(gemeente, naar: map)
        let (bevindingen, kopie) = try await engine.openBackup(gemeente, uit: map, als: toegang)
        guard let kopie, bevindingen.isEmpty else {
            throw onbruikbaar(gemeente, bevindingen.first ?? "zij gaat niet open")
        }
        let bewijs = try await kopie.verify(hoogstens: 1) { _ in }
        if let breuk = bewijs.breuken.first { throw onbruikbaar(gemeente, "\(breuk.waar): \(breuk.wat)") }
        var zegel = 0
        while let laatste = try await kopie.listSeals(na: zegel, limiet: 500).last { zegel = laatste.nummer }
        if let bestand = installatie.bewijs(store).bestand, FileManager.default.fileExists(atPath: bestand.pad) {
            // What was destroyed until now, for when the proof file itself is lost.
            let naam = "\(gemeente).bewijs"
            guard let bytes = FileManager.default.contents(atPath: bestand.pad) else {
                throw onbruikbaar(gemeente, "het bewijsbestand is niet te lezen")
            }
            try schrijf(String(decoding: bytes, as: UTF8.self), naar: "\(map)/\(naam)")
            namen.append(naam)
        }
        var bestanden: [Manifest.Bestand] = []
        for naam in namen {
            let (digest, bytes) = try FileDigest.sha256("\(map)/\(naam)")
            bestanden.append(Manifest.Bestand(naam: naam, bytes: bytes, sha256: Hex.tekst(digest)))
        }
        let deel = Manifest.Gemeentedeel(
            code: gemeente,
            bestanden: bestanden,
            dossiers: bewijs.dossiers,
            feiten: bewijs.feiten,
            koppen: Hex.tekst(bewijs.koppen),
            auditNummer: Int(bewijs.auditNummer),
            auditCode: Hex.tekst(bewijs.auditCode),
            zegel: zegel
        )
        return (deel, bewijs)
    }

    private func onbruikbaar(_ gemeente: Gemeentecode, _ wat: String) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "De kopie van gemeente \(gemeente) klopt niet: \(wat)",
            watTeDoen: "Zij telt niet als reservekopie. Draai 'regie audit verify' op de opslag zelf."
        )
    }

    private func maakMap(_ map: String) throws(RegieFout) {
        if let inhoud = try? FileManager.default.contentsOfDirectory(atPath: map), !inhoud.isEmpty {
            throw RegieFout(
                .bestaatAl,
                "In deze map staat al iets.",
                watTeDoen: "Geef een lege of een nieuwe map, bijvoorbeeld met de datum erin.",
                waar: map
            )
        }
        do {
            try FileManager.default.createDirectory(
                atPath: map,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw RegieFout(.opslagFaalt, "De map kan niet worden gemaakt.", waar: map)
        }
    }

    /// Whole and on the disk, or not there.
    private func schrijf(_ tekst: String, naar pad: String) throws(RegieFout) {
        let naast = "\(pad).deel"
        do {
            try Data(tekst.utf8).write(to: URL(fileURLWithPath: naast))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: naast)
            let bestand = try FileHandle(forUpdating: URL(fileURLWithPath: naast))
            try bestand.synchronize()
            try bestand.close()
        } catch {
            throw RegieFout(.opslagFaalt, "Het bestand kan niet worden geschreven.", waar: naast)
        }
        guard rename(naast, pad) == 0 else {
            throw RegieFout(.opslagFaalt, "Het bestand kan niet worden geschreven.", waar: pad)
        }
    }
}
