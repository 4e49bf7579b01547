// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
import Sealing
import StorageSQLite

/// Makes the storage of an installation out of a backup: verified before, told to forget what was destroyed since, and
/// verified again.
public struct Hersteller: Sendable {
    let installatie: Installatie

    /// What became of one gemeente.
    public struct Uitkomst: Sendable {
        /// Which.
        public let gemeente: Gemeentecode
        /// Of when the backup is.
        public let gemaaktOp: Tijdstip
        /// The restored storage as it was walked.
        public let bewijs: Bewijsuitkomst
        /// Dossiers that were destroyed again.
        public let vernietigd: [DossierID]
        /// What the operator must know, in Dutch.
        public let meldingen: [String]
    }

    /// Restores every gemeente of the configuration.
    /// - Parameter proef: verify the backup and write nothing.
    /// - Throws: `bestaat-al` when there is a storage already, `opslag-bezet` while a daemon runs, `verzegeling-faalt`
    ///   when the backup does not hold.
    public func herstel(
        uit map: String,
        als toegang: Toegang,
        reden: String,
        proef: Bool
    ) async throws(RegieFout) -> [Uitkomst] {
        let config = installatie.config
        let slot: DaemonLock?
        if case .sqlite(let path) = config.storage { slot = try DaemonLock.acquire(path) } else { slot = nil }
        defer { withExtendedLifetime(slot) {} }
        let manifest = try Manifest.lees(map, gemeenten: config.gemeentecodes, installatie.sleutels)
        var delen: [Manifest.Gemeentedeel] = []
        for code in config.gemeentecodes {
            guard let deel = manifest.delen.first(where: { $0.code == code }) else {
                throw RegieFout(
                    .nietGevonden,
                    "Gemeente \(code) staat niet in deze reservekopie.",
                    watTeDoen: "Neem een andere, of haal de gemeente uit de configuratie."
                )
            }
            guard try await installatie.engine.hasRoom(for: code) else {
                throw RegieFout(
                    .bestaatAl,
                    "Er staat al een opslag van gemeente \(code): daar wordt niet overheen geschreven.",
                    watTeDoen: "Herstel naar een lege map van 'storage.path' (zet de oude bestanden opzij) of naar een"
                        + " nieuwe database."
                )
            }
            delen.append(deel)
        }
        var uit: [Uitkomst] = []
        for deel in delen {
            let (vooraf, vernietigd) = try await controleer(deel, in: map, als: toegang)
            if proef {
                uit.append(uitkomst(deel, manifest, vooraf ?? Bewijsuitkomst(), vernietigd, []))
                continue
            }
            uit.append(try await herstel(deel, manifest, uit: map, als: toegang, reden: reden))
        }
        return uit
    }

    /// Walks the copy where it stands, and finds what must be destroyed again; nil and nothing when its schema is an older
    /// one, which is walked after it was brought up to date.
    private func controleer(
        _ deel: Manifest.Gemeentedeel,
        in map: String,
        als toegang: Toegang
    ) async throws(RegieFout) -> (Bewijsuitkomst?, [DossierID]) {
        let (bevindingen, kopie) = try await installatie.engine.openBackup(deel.code, uit: map, als: toegang)
        guard let kopie else {
            if bevindingen.allSatisfy({ $0.hasPrefix("Het schema loopt achter") }) { return (nil, []) }
            throw onbruikbaar(deel.code, bevindingen.joined(separator: " "))
        }
        let bewijs = try await kopie.verify(hoogstens: 1) { _ in }
        try vergelijk(bewijs, deel)
        return (bewijs, try await installatie.bewijs(kopie).opnieuwTeVernietigen())
    }

    private func vergelijk(_ bewijs: Bewijsuitkomst, _ deel: Manifest.Gemeentedeel) throws(RegieFout) {
        if let breuk = bewijs.breuken.first { throw onbruikbaar(deel.code, "\(breuk.waar): \(breuk.wat)") }
        guard Hex.tekst(bewijs.koppen) == deel.koppen, bewijs.feiten == deel.feiten,
            bewijs.dossiers == deel.dossiers, Hex.tekst(bewijs.auditCode) == deel.auditCode
        else { throw onbruikbaar(deel.code, "de koppen van de ketens zijn niet die van het manifest.") }
    }

    private func herstel(
        _ deel: Manifest.Gemeentedeel,
        _ manifest: Manifest,
        uit map: String,
        als toegang: Toegang,
        reden: String
    ) async throws(RegieFout) -> Uitkomst {
        let code = deel.code
        try await installatie.logboek(code)?.meld(Verwerkingssoort.restore)
        try await installatie.engine.restore(code, uit: map)
        _ = try await installatie.migrate(code)
        let store = try await installatie.store(code, als: toegang)
        try vergelijk(try await store.verify(hoogstens: 1) { _ in }, deel)
        let bewijs = installatie.bewijs(store)
        let nu = installatie.klok.nu
        var meldingen: [String] = []
        if let bestand = bewijs.bestand {
            if !FileManager.default.fileExists(atPath: bestand.pad) {
                meldingen.append(
                    "Het bewijsbestand \(bestand.pad) is er niet; dat van de reservekopie komt ervoor in de plaats."
                        + " Wat na \(manifest.gemaaktOp) is vernietigd, is niet bekend: vernietig dat opnieuw."
                )
                try neemOver("\(map)/\(code).bewijs", naar: bestand.pad)
            }
            try bestand.voegToe { gelezen throws(RegieFout) in
                // Nothing to say when the backup is of after the last seal.
                Bewijs.Stand(gelezen.regels).laatste > deel.zegel ? [.herstel(naZegel: deel.zegel, op: nu)] : []
            }
        } else {
            meldingen.append(
                "Er is geen 'bewijs:' ingesteld: wat na \(manifest.gemaaktOp) is vernietigd, is niet bekend."
            )
        }
        let vernietigd = try await bewijs.vernietigOpnieuw(op: nu)
        try await store.log(AuditRegel("restore", object: code.description, door: toegang, op: nu, reden: reden))
        let uitkomst = try await bewijs.controleer(hoogstens: 5)
        return self.uitkomst(deel, manifest, uitkomst, vernietigd, meldingen)
    }

    private func neemOver(_ bron: String, naar doel: String) throws(RegieFout) {
        guard FileManager.default.fileExists(atPath: bron) else { return }
        do {
            try FileManager.default.createDirectory(
                atPath: (doel as NSString).deletingLastPathComponent,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
            try FileManager.default.copyItem(atPath: bron, toPath: doel)
        } catch {
            throw RegieFout(.opslagFaalt, "Het bewijsbestand kan niet worden teruggezet.", waar: doel)
        }
    }

    private func uitkomst(
        _ deel: Manifest.Gemeentedeel,
        _ manifest: Manifest,
        _ bewijs: Bewijsuitkomst,
        _ vernietigd: [DossierID],
        _ meldingen: [String]
    ) -> Uitkomst {
        Uitkomst(
            gemeente: deel.code,
            gemaaktOp: manifest.gemaaktOp,
            bewijs: bewijs,
            vernietigd: vernietigd,
            meldingen: meldingen
        )
    }

    private func onbruikbaar(_ gemeente: Gemeentecode, _ wat: String) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "De reservekopie van gemeente \(gemeente) klopt niet: \(wat)",
            watTeDoen: "Gebruik een andere reservekopie; herstel daarna opnieuw naar een lege opslag."
        )
    }
}
