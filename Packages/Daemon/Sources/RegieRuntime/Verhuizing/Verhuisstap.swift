// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Sealing
import StorageCore
import StoragePostgreSQL
import StorageSQLite

/// The move of one gemeente.
struct Verhuisstap: Sendable {
    static let actie = "opslag.verhuis"

    let bron: Installatie
    let van: SQLiteEngine
    let doel: PostgreSQLEngine
    let gemeente: Gemeentecode
    let toegang: Toegang
    let reden: String

    /// Walks the source; throws when it does not hold: what is broken is not moved.
    func loopNa(_ voortgang: @escaping @Sendable (String) -> Void) async throws(RegieFout) -> Bewijsuitkomst {
        let gemeente = gemeente
        let store = try await van.open(gemeente, als: toegang)
        let bewijs = try await store.verify(hoogstens: 1) { voortgang("\(gemeente): \($0) dossiers nagelopen") }
        if let breuk = bewijs.breuken.first {
            throw RegieFout(
                .verzegelingFaalt,
                "De opslag van gemeente \(gemeente) klopt niet, en wordt zo niet verhuisd: \(breuk.wat)",
                watTeDoen: "Draai 'regie audit verify' en meld dit als incident.",
                waar: breuk.waar
            )
        }
        return bewijs
    }

    func verhuis(_ voortgang: @escaping @Sendable (String) -> Void) async throws(RegieFout) -> Verhuizer.Uitkomst {
        _ = try await doel.migrate(gemeente)
        try await noteer(van, "begonnen")
        do throws(RegieFout) {
            let uitkomst = try await overzetten(voortgang)
            try await noteer(doel, "gelukt")
            try await noteer(van, "gelukt")
            return uitkomst
        } catch {
            // What went wrong first matters more than that it cannot be noted.
            try? await noteer(van, error.code.rawValue)
            throw error
        }
    }

    private func overzetten(_ voortgang: @escaping @Sendable (String) -> Void) async throws(RegieFout)
        -> Verhuizer.Uitkomst
    {
        // Everything that was logged is in the chain that moves.
        let store = try await van.open(gemeente, als: toegang)
        while try await store.linkAudit(hoogstens: 5_000) > 0 {}
        let hier = try await loopNa(voortgang)
        try await bron.logboek(gemeente)?.meld(Self.actie)
        voortgang("\(gemeente): overzetten")
        // From here on nobody writes in the source; what somebody wrote since the walk shows in the heads.
        let proef = try await doel.receive(gemeente, from: van.frozen) { [self] proef throws(RegieFout) in
            guard proef.koppen == hier.koppen, proef.auditCode == hier.auditCode else { throw tussendoor }
        }
        let daar = try await doel.open(gemeente, als: toegang).verify(hoogstens: 1) { [gemeente] in
            voortgang("\(gemeente): \($0) dossiers nagelopen in PostgreSQL")
        }
        if let breuk = daar.breuken.first { throw anders("\(breuk.waar): \(breuk.wat)") }
        guard daar.koppen == hier.koppen, daar.dossiers == hier.dossiers, daar.feiten == hier.feiten,
            daar.auditNummer == hier.auditNummer, daar.auditCode == hier.auditCode, daar.zegels == hier.zegels
        else { throw anders("de koppen van de ketens zijn niet dezelfde.") }
        return Verhuizer.Uitkomst(
            gemeente: gemeente,
            bewijs: daar,
            tabellen: proef.tables.map { (naam: $0.table, rijen: $0.count, sha256: Hex.tekst($0.digest)) }
        )
    }

    private func noteer(_ opslag: any StorageEngine, _ resultaat: String) async throws(RegieFout) {
        try await opslag.open(gemeente, als: toegang).log(
            AuditRegel(
                Self.actie,
                object: gemeente.description,
                resultaat: resultaat,
                door: toegang,
                op: bron.klok.nu,
                reden: reden
            )
        )
    }

    private var tussendoor: RegieFout {
        RegieFout(
            .gelijktijdigGewijzigd,
            "Tussen het nalopen en het overzetten van gemeente \(gemeente) schreef iemand in de bron; er is niets verhuisd.",
            watTeDoen: "Probeer het opnieuw als niemand anders met 'regie' werkt."
        )
    }

    private func anders(_ wat: String) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "Wat in PostgreSQL staat van gemeente \(gemeente), klopt niet: \(wat)",
            watTeDoen: "Werk door op de bron, die is zoals zij was; gebruik deze database niet."
        )
    }
}
