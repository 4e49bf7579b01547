// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The nightly assessment: judges every dossier on today's date and rewrites the lines that changed.
///
/// On a storage that processes share it only divides the night: each part is a job (`Nachtwerk`) that any of them can
/// take. Elsewhere it does all itself.
public struct Termijnbewaking: JobHandler {
    /// The kind of job.
    public static let soort = "termijnbewaking"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dienst: @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService
    private let perDeel: Int

    /// - Parameters:
    ///   - dienst: makes the service on a store.
    ///   - perDeel: dossiers in a part of the night, about; at least 1.
    public init(
        dienst: @escaping @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService,
        perDeel: Int = 2_000
    ) {
        self.dienst = dienst
        self.perDeel = perDeel
    }

    /// One pass over all dossiers, or what it takes to have one done.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        let dienst = try dienst(store)
        if let gedeeld = store.inDelen(omvang: perDeel) {
            _ = try await gedeeld.beginNight(plan(dienst, job), greep: job.greep)
            return
        }
        let beoordelaar = dienst.beoordelaar
        let vandaag = dienst.klok.vandaag
        let (gezien, gewijzigd) = try await store.assessAll(omvang: 500) { dossier in
            dossier.werkregels(beoordelaar.beoordeel(dossier, op: vandaag))
        }
        Nachtmeting.tel(gezien: gezien, gewijzigd: gewijzigd)
        try await store.log(
            AuditRegel(
                soort,
                object: "\(gezien) dossiers, \(gewijzigd) gewijzigd",
                door: store.toegang,
                op: dienst.klok.nu
            )
        )
    }

    private func plan(_ dienst: DossierService, _ job: Job) -> Nachtplan {
        let (nu, toegang) = (dienst.klok.nu, dienst.store.toegang)
        return Nachtplan(
            peildatum: dienst.klok.vandaag,
            omvang: perDeel,
            tijdstip: nu,
            taak: { [perDeel] deel in
                NewJob(
                    Nachtwerk.soort,
                    inhoud: deel.inhoud(omvang: perDeel),
                    prioriteit: job.prioriteit,
                    vanaf: nu,
                    hoogstens: job.hoogstens,
                    uniek: "\(Nachtwerk.soort)@\(deel.nacht)/\(deel.nummer)"
                )
            },
            opgegeven: { stand in
                AuditRegel(
                    Self.soort,
                    object: "\(stand.peildatum): \(stand.gedaan) van \(stand.delen) delen, \(stand.gezien) dossiers, "
                        + "\(stand.gewijzigd) gewijzigd",
                    resultaat: "niet-afgemaakt",
                    door: toegang,
                    op: nu
                )
            }
        )
    }
}
