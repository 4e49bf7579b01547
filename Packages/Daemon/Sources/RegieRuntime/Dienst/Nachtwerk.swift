// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Logging
import Metrics

/// One part of the nightly assessment, on a storage that processes share.
public struct Nachtwerk: JobHandler {
    /// The kind of job.
    public static let soort = "termijnbewaking-deel"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let dienst: @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService
    private let logger: Logger

    /// - Parameters:
    ///   - dienst: makes the service on a store.
    ///   - logger: told of parts of a night that is not known here.
    public init(
        dienst: @escaping @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService,
        logger: Logger = Logger(label: "regied")
    ) {
        self.dienst = dienst
        self.logger = logger
    }

    /// Judges the dossiers of the part that the job names. The last part to be done reports on the whole night.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        guard let deel = Nachtdeel(job.inhoud) else {
            throw RegieFout(
                .jsonOngeldig,
                "Taak \(job.id) noemt geen deel van een nacht.",
                watTeDoen: "'regie job run \(Termijnbewaking.soort)' begint een nacht."
            )
        }
        let dienst = try dienst(store)
        guard let gedeeld = store.inDelen(omvang: job.inhoud["omvang"]?.getal),
            try await gedeeld.knowsNight(deel.nacht)
        else { return try await begin(opnieuw: job, dienst) }
        let (beoordelaar, nu, toegang) = (dienst.beoordelaar, dienst.klok.nu, store.toegang)
        let uitkomst = try await gedeeld.assessPart(
            deel,
            greep: job.greep,
            op: nu,
            omvang: 500,
            verwerk: { dossier, peildatum in dossier.werkregels(beoordelaar.beoordeel(dossier, op: peildatum)) },
            voorKlaar: {},
            verslag: { stand in
                AuditRegel(
                    Termijnbewaking.soort,
                    object: "\(stand.gezien) dossiers, \(stand.gewijzigd) gewijzigd",
                    door: toegang,
                    op: nu
                )
            }
        )
        guard let uitkomst else { return }
        Nachtmeting.tel(gezien: uitkomst.gezien, gewijzigd: uitkomst.gewijzigd)
    }

    /// The job came with a copy that was made during a night: that night is not here, and may not be done where the copy
    /// comes from. All parts together ask for one new night, also a part that waited for a later try: a night that was asked
    /// for after the part was made (ids go up) judges its dossiers too.
    private func begin(opnieuw job: Job, _ dienst: DossierService) async throws(RegieFout) {
        let latere = try await dienst.store.listJobs(status: nil, limiet: 1_000).contains {
            $0.soort == Termijnbewaking.soort && $0.id > job.id && [.klaar, .bezig, .gedaan].contains($0.status)
        }
        if latere { return }
        let nieuw = NewJob(
            Termijnbewaking.soort,
            prioriteit: job.prioriteit,
            vanaf: dienst.klok.nu,
            hoogstens: job.hoogstens,
            uniek: Termijnbewaking.soort,
            meteen: true
        )
        let id = try await dienst.store.enqueue([nieuw]).first ?? nil
        logger.notice(
            "deel van een nacht die hier niet is begonnen; de hele nacht wordt opnieuw gedaan",
            metadata: [
                "gemeente": "\(dienst.store.gemeente)", "job": "\(job.id)",
                "nacht": "\(id.map { "job \($0)" } ?? "staat klaar")",
            ]
        )
    }
}

extension Nachtdeel {
    /// What the job of this part carries.
    /// - Parameter omvang: dossiers in a part, as the night is planned.
    func inhoud(omvang: Int) -> JSON {
        ["nacht": .getal(Int(nacht)), "deel": .getal(nummer), "omvang": .getal(omvang)]
    }

    init?(_ inhoud: JSON) {
        guard let nacht = inhoud["nacht"]?.getal, let nummer = inhoud["deel"]?.getal else { return nil }
        self.init(nacht: Int64(nacht), nummer: nummer)
    }
}

/// Counts what the nightly assessment did here; over all processes these add up to the night.
enum Nachtmeting {
    static func tel(gezien: Int, gewijzigd: Int) {
        for (uitkomst, aantal) in [("gezien", gezien), ("gewijzigd", gewijzigd)] {
            Counter(label: "regie_nacht_dossiers_total", dimensions: [("uitkomst", uitkomst)]).increment(by: aantal)
        }
    }
}
