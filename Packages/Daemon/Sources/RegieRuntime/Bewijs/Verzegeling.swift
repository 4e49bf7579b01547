// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The daily seal: where every chain stands goes to the storage and to the proof file outside it.
public struct Verzegeling: JobHandler {
    /// The kind of job.
    public static let soort = "verzegeling"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let bewijs: @Sendable (any GemeenteStore) -> Bewijs
    private let klok: any Klok

    /// - Parameters:
    ///   - bewijs: the proof of a store.
    ///   - klok: where "now" comes from.
    public init(bewijs: @escaping @Sendable (any GemeenteStore) -> Bewijs, klok: any Klok) {
        self.bewijs = bewijs
        self.klok = klok
    }

    /// Makes one seal.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let zegel = try await bewijs(store).verzegel(op: klok.nu)
        try await store.log(
            AuditRegel(Self.soort, object: "zegel \(zegel.nummer)", door: store.toegang, op: klok.nu)
        )
    }
}
