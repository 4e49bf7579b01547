// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Sealing

/// Rotating the key of a gemeente: a new version, everything brought under it, and the old one taken away.
public struct Sleutelbeheer: Sendable {
    let store: any GemeenteStore
    let ring: KeyRing
    /// `keys:` of the configuration.
    let map: String

    /// A version opens at once and seals this much later, so that every process has read it by then.
    public static let aanloop: Int64 = 60_000

    /// One version and what is sealed under it.
    public struct Versie: Sendable {
        /// The version.
        public let versie: GemeenteKeys.Version
        /// How many rows of each kind.
        public let gebruik: [Sleutelgebruik]
        /// In all.
        public var totaal: Int { gebruik.reduce(0) { $0 + $1.aantal } }
    }

    /// The versions in the key file, oldest first, with what is sealed under each.
    public func lijst() async throws(RegieFout) -> [Versie] {
        let gebruik = try await store.countSealed()
        return try ring.keys(of: store.gemeente).versions.map { versie in
            Versie(versie: versie, gebruik: gebruik.filter { $0.versie == versie.id })
        }
    }

    /// Adds a version, and sets the job ready that brings everything under it.
    /// - Parameter vanaf: from when it seals.
    /// - Throws: `geweigerd` when one that was added before has not begun yet.
    public func roteer(vanaf: Tijdstip, proef: Bool) async throws(RegieFout) -> UInt32 {
        let versies = try ring.keys(of: store.gemeente).versions
        if let wacht = versies.first(where: { $0.isFull && !$0.hasBegun }) {
            throw RegieFout(
                .geweigerd,
                "Sleutel \(wacht.id) gaat pas verzegelen vanaf \(wacht.vanaf?.description ?? "later").",
                watTeDoen: "Wacht daarop; bekijk 'regie sleutel lijst'."
            )
        }
        guard !proef else { return (versies.map(\.id).max() ?? 0) + 1 }
        let id = try KeyRing.rotate(store.gemeente, in: map, vanaf: vanaf)
        try ring.reload()
        // A little later than the version begins, so that nothing is sealed under the former one behind its back.
        _ = try await store.enqueue([
            NewJob(
                Herverzegeling.soort,
                prioriteit: 80,
                vanaf: vanaf.plus(milliseconden: 10_000),
                uniek: Herverzegeling.soort
            )
        ])
        return id
    }

    /// Takes a version away for good. Throws `geweigerd` while anything is sealed under it.
    public func verwijder(_ id: UInt32, nu: Tijdstip, proef: Bool) async throws(RegieFout) {
        let versies = try await lijst()
        guard let versie = versies.first(where: { $0.versie.id == id && $0.versie.isFull }) else {
            throw RegieFout(
                .nietGevonden,
                "Sleutel \(id) van gemeente \(store.gemeente) staat niet in het sleutelbestand.",
                watTeDoen: "Bekijk 'regie sleutel lijst'."
            )
        }
        guard versies.count(where: \.versie.isFull) > 1 else {
            throw RegieFout(.geweigerd, "Sleutel \(id) is de enige.", watTeDoen: "Draai eerst 'regie sleutel roteren'.")
        }
        guard versie.totaal == 0 else {
            throw RegieFout(
                .geweigerd,
                "Onder sleutel \(id) zijn nog \(versie.totaal) rijen verzegeld.",
                watTeDoen: "Draai 'regie sleutel herverzegel' en kijk daarna met 'regie sleutel lijst'."
            )
        }
        let nieuwste = versies.last { $0.versie.isFull && $0.versie.hasBegun }?.versie
        if let nieuwste, nieuwste.id == id {
            throw RegieFout(
                .geweigerd,
                "Sleutel \(id) is de sleutel waaronder nu wordt verzegeld.",
                watTeDoen: "Draai eerst 'regie sleutel roteren'."
            )
        }
        if let vanaf = nieuwste?.vanaf, vanaf.plus(milliseconden: Self.aanloop) > nu {
            throw RegieFout(
                .geweigerd,
                "Sleutel \(nieuwste?.id ?? 0) is nog geen minuut in gebruik: een ander proces kan nog onder \(id) verzegelen.",
                watTeDoen: "Wacht een minuut."
            )
        }
        guard !proef else { return }
        try KeyRing.retire(id, of: store.gemeente, in: map)
        try ring.reload()
    }
}
