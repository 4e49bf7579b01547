// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The proof of one gemeente: its storage and its proof file, held against each other.
public struct Bewijs: Sendable {
    let store: any GemeenteStore
    /// Nil when the configuration names no directory for it.
    let bestand: Bewijsbestand?

    /// Makes a seal in the storage and writes it, and whatever the file lacks, to the file.
    @discardableResult
    public func verzegel(op tijdstip: Tijdstip) async throws(RegieFout) -> Zegel {
        let zegel = try await store.seal(op: tijdstip)
        try await vulAan()
        return zegel
    }

    /// Writes seals that the file lacks: a process may have died between the two.
    func vulAan() async throws(RegieFout) {
        guard let bestand else { return }
        let stand = Stand(try bestand.lees().regels)
        var zegels: [Zegel] = []
        while true {
            let meer = try await store.listSeals(na: zegels.last?.nummer ?? stand.laatste, limiet: 500)
            guard !meer.isEmpty else { break }
            zegels += meer
        }
        let ontbrekend = zegels
        try bestand.voegToe { gelezen throws(RegieFout) in
            // Another process may have written some in between.
            let laatste = Stand(gelezen.regels).laatste
            return ontbrekend.filter { $0.nummer > laatste }.map { .zegel($0) }
        }
    }

    /// Walks the storage and the file and holds them against each other; see `ProofStore.verify`.
    public func controleer(
        hoogstens: Int,
        voortgang: @escaping @Sendable (Int) -> Void = { _ in }
    ) async throws(RegieFout) -> Bewijsuitkomst {
        // The file first: what is written meanwhile is in the storage then, and not the other way round.
        let gelezen = try bestand?.lees()
        var uitkomst = try await store.verify(hoogstens: hoogstens, voortgang: voortgang)
        guard let gelezen else { return uitkomst }
        var breuken = gelezen.breuken
        if !gelezen.isHeel {
            breuken.append(
                .init("bewijsbestand", "De laatste regel is afgebroken; de volgende verzegeling herstelt dat.")
            )
        }
        breuken += try await vergelijk(Stand(gelezen.regels))
        uitkomst.aantal += breuken.count
        uitkomst.breuken += breuken.prefix(max(0, hoogstens - uitkomst.breuken.count))
        return uitkomst
    }

    private func vergelijk(_ stand: Stand) async throws(RegieFout) -> [Bewijsuitkomst.Breuk] {
        var breuken: [Bewijsuitkomst.Breuk] = []
        var na = 0
        var gezien: Set<Int> = []
        while true {
            let zegels = try await store.listSeals(na: na, limiet: 500)
            guard let laatste = zegels.last else { break }
            for zegel in zegels {
                gezien.insert(zegel.nummer)
                // Of a day before the file was begun.
                guard zegel.nummer >= stand.eerste, stand.eerste > 0 else { continue }
                if let buiten = stand.zegels[zegel.nummer] {
                    if buiten != zegel {
                        breuken.append(.init("zegel \(zegel.nummer)", "In het bewijsbestand staat een ander."))
                    }
                } else {
                    breuken.append(.init("zegel \(zegel.nummer)", "Dit zegel staat niet in het bewijsbestand."))
                }
            }
            na = laatste.nummer
        }
        for nummer in stand.zegels.keys.sorted() where !gezien.contains(nummer) {
            breuken.append(
                .init(
                    "zegel \(nummer)",
                    "Dit zegel staat in het bewijsbestand en niet in de opslag: er is een oudere opslag teruggezet."
                )
            )
        }
        return breuken + (try await vergelijkVernietigingen(stand))
    }

    private func vergelijkVernietigingen(_ stand: Stand) async throws(RegieFout) -> [Bewijsuitkomst.Breuk] {
        var breuken: [Bewijsuitkomst.Breuk] = []
        let inOpslag = try await vernietigd()
        for dossier in stand.vernietigd.keys.sorted() where inOpslag[dossier] == nil {
            // Restored from a backup of before the dossier was made: there is nothing to destroy.
            guard try await staatEr(dossier) else { continue }
            breuken.append(
                .init(
                    "dossier \(dossier)",
                    "Volgens het bewijsbestand is het vernietigd, en in de opslag staat het nog."
                )
            )
        }
        for dossier in inOpslag.keys.sorted() where stand.vernietigd[dossier] == nil {
            breuken.append(.init("dossier \(dossier)", "De vernietiging staat niet in het bewijsbestand."))
        }
        return breuken
    }

    private func staatEr(_ dossier: DossierID) async throws(RegieFout) -> Bool {
        do throws(RegieFout) {
            _ = try await store.inspectDestruction(dossier)
            return true
        } catch {
            guard error.code == .nietGevonden else { throw error }
            return false
        }
    }

    /// Every destroyed dossier in the storage.
    func vernietigd() async throws(RegieFout) -> [DossierID: Tijdstip] {
        var uit: [DossierID: Tijdstip] = [:]
        var na: DossierID?
        while true {
            let deel = try await store.listDestroyed(na: na, limiet: 500)
            guard let laatste = deel.last else { return uit }
            for (dossier, op) in deel { uit[dossier] = op }
            na = laatste.dossier
        }
    }

    /// What the lines of a file come to.
    struct Stand {
        /// The seals that must be in the storage, by number.
        var zegels: [Int: Zegel] = [:]
        /// Which dossiers were destroyed, and when.
        var vernietigd: [DossierID: Tijdstip] = [:]
        /// The first seal that the file knows; 0 when it has none.
        var eerste = 0
        /// The last seal of the storage as it goes on now; 0 when there is none.
        var laatste = 0

        init(_ regels: [Bewijsregel]) {
            for regel in regels {
                switch regel.inhoud {
                case .zegel(let zegel):
                    if eerste == 0 { eerste = zegel.nummer }
                    zegels[zegel.nummer] = zegel
                    laatste = zegel.nummer
                case .vernietiging(let dossier, let op): vernietigd[dossier] = vernietigd[dossier] ?? op
                case .herstel(let na, _):
                    zegels = zegels.filter { $0.key <= na }
                    laatste = min(laatste, na)
                }
            }
        }
    }
}
