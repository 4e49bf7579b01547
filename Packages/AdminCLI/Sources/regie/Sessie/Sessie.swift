// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieRuntime

/// One command at work in one gemeente of an opened installation.
struct Sessie {
    let installatie: Installatie
    let gemeente: RegieConfig.Gemeente
    let toegang: Toegang
    let store: any GemeenteStore

    var klok: any Klok { installatie.klok }
    var dienst: DossierService { installatie.dienst(op: store) }
    var beoordelaar: Beoordelaar { installatie.beoordelaar(gemeente.code) }

    /// Writes that somebody looked: every look at a dossier leaves a line.
    func noteer(_ object: String, resultaat: String = "gelukt", reden: String? = nil) async throws(RegieFout) {
        try await store.log(
            AuditRegel(
                toegang.doel,
                object: Maskering.object(object),
                resultaat: resultaat,
                door: store.toegang,
                op: klok.nu,
                reden: reden
            )
        )
    }
}

extension Algemeen {
    /// Opens the installation, works in the gemeente and closes it again. A failure is noted in the audit log.
    /// - Parameters:
    ///   - doel: the command, as the audit log names it.
    ///   - object: what it is about.
    func werk<Uitkomst>(
        _ doel: String,
        als rol: Toegang.Rol = .klantmanager,
        aan object: String? = nil,
        _ werk: (Sessie) async throws -> Uitkomst
    ) async throws -> Uitkomst {
        let config = try laadConfig()
        let gemeente = try kies(uit: config)
        let installatie = try await Installatie.open(config)
        let toegang = OSGebruiker.toegang(rol, doel: doel)
        do {
            let store = try await installatie.store(gemeente.code, als: toegang)
            let sessie = Sessie(installatie: installatie, gemeente: gemeente, toegang: toegang, store: store)
            let uitkomst: Uitkomst
            do {
                uitkomst = try await store.alsVerwerking(doel) { try await werk(sessie) }
            } catch let fout as RegieFout {
                // The first failure is what the user must see, also when it cannot be noted.
                try? await sessie.noteer(object ?? gemeente.code.description, resultaat: fout.code.rawValue)
                throw fout
            }
            await installatie.sluit()
            return uitkomst
        } catch {
            await installatie.sluit()
            throw error
        }
    }
}
