// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The nightly assessment: judges every dossier on today's date and rewrites the lines that changed.
public struct Termijnbewaking: JobHandler {
    /// The kind of job.
    public static let soort = "termijnbewaking"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dienst: @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService

    /// - Parameter dienst: makes the service on a store.
    public init(dienst: @escaping @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService) {
        self.dienst = dienst
    }

    /// One pass over all dossiers.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let dienst = try dienst(store)
        let beoordelaar = dienst.beoordelaar
        let vandaag = dienst.klok.vandaag
        let (gezien, gewijzigd) = try await store.assessAll(omvang: 500) { dossier in
            dossier.werkregels(beoordelaar.beoordeel(dossier, op: vandaag))
        }
        try await store.log(
            AuditRegel(
                "termijnbewaking",
                object: "\(gezien) dossiers, \(gewijzigd) gewijzigd",
                door: store.toegang,
                op: dienst.klok.nu
            )
        )
    }
}
