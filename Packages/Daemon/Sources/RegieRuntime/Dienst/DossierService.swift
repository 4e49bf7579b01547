// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Records facts in one gemeente: checks, messages, worklist and audit line of one act in one transaction.
///
/// Every act passes here, whether typed on the command line, read from a file or brought by a partner, so that all of
/// them meet the same checks.
public struct DossierService: Sendable {
    /// The gemeente's store, opened with the access of whoever acts.
    public let store: any GemeenteStore
    /// The law and the gemeente's policy.
    public let beoordelaar: Beoordelaar
    /// What facts mean for each partner.
    public let berichtmakers: [any Berichtmaker]
    /// Where "now" comes from.
    public let klok: any Klok

    /// - Parameters: see the properties.
    public init(
        store: any GemeenteStore,
        beoordelaar: Beoordelaar,
        berichtmakers: [any Berichtmaker],
        klok: any Klok
    ) {
        self.store = store
        self.beoordelaar = beoordelaar
        self.berichtmakers = berichtmakers
        self.klok = klok
    }

    /// Records facts of the gemeente.
    ///
    /// - Parameters:
    ///   - feiten: what happened; `bekendOp` is set to now.
    ///   - dossier: where; nil makes a new dossier.
    ///   - reden: why, for the audit log.
    ///   - proef: check everything and write nothing.
    /// - Throws: `feit-ongeldig`, `geweigerd` (a partner's rules, quoted), `bestaat-al`, `niet-gevonden`,
    ///   `gelijktijdig-gewijzigd` after three tries, or what the store throws.
    public func leg(
        vast feiten: [Stap.NieuwFeit],
        in dossier: DossierID?,
        reden: String,
        proef: Bool = false
    ) async throws(RegieFout) -> Vastlegging {
        var poging = 1
        while true {
            do throws(RegieFout) {
                return try await probeer(feiten, in: dossier, reden: reden, proef: proef)
            } catch {
                // Somebody else wrote in between: look again at what is there now, and check again.
                guard error.code == .gelijktijdigGewijzigd, poging < 3 else { throw error }
                poging += 1
            }
        }
    }

    private func probeer(
        _ feiten: [Stap.NieuwFeit],
        in id: DossierID?,
        reden: String,
        proef: Bool
    ) async throws(RegieFout) -> Vastlegging {
        let nu = klok.nu
        let vandaag = klok.vandaag
        let bekend = feiten.map { feit in
            var feit = feit
            feit.bekendOp = nu
            return feit
        }
        let dossier = try await basis(id, voor: bekend)
        for feit in bekend { try controleer(feit, in: dossier, vandaag: vandaag) }
        let weigeringen = berichtmakers.flatMap { $0.weigeringen(bekend, in: dossier, vandaag: vandaag) }
        guard weigeringen.isEmpty else { throw .weigering(weigeringen) }

        let berichten = berichten(over: bekend, in: dossier, op: nu)
        let stap = stap(
            bekend,
            bij: dossier,
            uitgaand: berichten,
            audit: AuditRegel(
                bekend.map { "feit.\($0.feit.soort)" }.joined(separator: "+"),
                object: dossier.id.tekst,
                door: store.toegang,
                op: nu,
                reden: reden
            )
        )
        let volgnummers =
            proef
            ? bekend.indices.map { dossier.laatsteVolgnummer + 1 + $0 }
            : try await store.append(stap.stap)
        if !proef, !berichten.isEmpty { await wekVerzending(op: nu) }
        if !proef, stap.stap.wekt { await wek(NotificatieHandler.soort, prioriteit: 10, op: nu) }
        return Vastlegging(
            dossier: dossier.id,
            volgnummers: volgnummers,
            berichten: berichten,
            beoordeling: stap.beoordeling
        )
    }

    /// Lets the daemon send now and not at its next tick. The messages are safe already: when this fails, the tick comes.
    func wekVerzending(op nu: Tijdstip) async { await wek(VerzendHandler.soort, prioriteit: 50, op: nu) }

    private func wek(_ soort: String, prioriteit: Int, op nu: Tijdstip) async {
        _ = try? await store.enqueue([NewJob(soort, prioriteit: prioriteit, vanaf: nu, uniek: soort, meteen: true)])
    }

    /// The dossier the facts go to: the one named, or a new one for a person whom no dossier holds yet.
    private func basis(_ id: DossierID?, voor feiten: [Stap.NieuwFeit]) async throws(RegieFout) -> Dossier {
        let dossier: Dossier
        if let id {
            dossier = try await store.readDossier(id)
        } else {
            dossier = Dossier(id: .nieuw(), gemeente: store.gemeente, gebeurtenissen: [])
        }
        let daarna = dossier.met(feiten.genummerd(vanaf: dossier.laatsteVolgnummer + 1))
        for sleutel in daarna.zoeksleutels.subtracting(dossier.zoeksleutels) {
            // A name is many people's.
            if case .naam = sleutel { continue }
            guard let ander = try await store.findDossiers(by: sleutel).first(where: { $0 != id }) else { continue }
            throw id == nil
                ? RegieFout(
                    .bestaatAl,
                    "Deze persoon heeft al een dossier: \(ander).",
                    watTeDoen: "Leg het feit vast in dossier \(ander)."
                )
                // Under this number every later message would go out: of somebody else, or of one person twice.
                : RegieFout(
                    .bestaatAl,
                    "Het BSN of V-nummer in dit feit is dat van dossier \(ander).",
                    watTeDoen: "Ga na over wie het gaat. Dossiers van één persoon samenvoegen kan deze versie niet."
                )
        }
        return dossier
    }

    private func controleer(_ feit: Stap.NieuwFeit, in dossier: Dossier, vandaag: Datum) throws(RegieFout) {
        try Feitcontrole.controleer(feit.gebeurtenis(volgnummer: dossier.laatsteVolgnummer + 1), in: dossier)
        guard feit.geldigOp <= vandaag else {
            throw RegieFout(
                .feitOngeldig,
                "\(feit.feit.soort) van \(feit.geldigOp) ligt in de toekomst (vandaag is \(vandaag)).",
                watTeDoen: "Leg vast wat gebeurd is, op de dag waarop het gebeurde."
            )
        }
    }

    /// One step: facts with everything that follows from them.
    func stap(
        _ feiten: [Stap.NieuwFeit],
        bij dossier: Dossier,
        uitgaand: [UitgaandBericht] = [],
        verwerkt: Stap.Verwerking? = nil,
        verzonden: Stap.Verzending? = nil,
        werkregels extra: [Werkregel.Herkomst: [Werkregel]] = [:],
        audit: AuditRegel
    ) -> (stap: Stap, beoordeling: Beoordeling) {
        let daarna = dossier.met(feiten.genummerd(vanaf: dossier.laatsteVolgnummer + 1))
        let beoordeling = beoordelaar.beoordeel(daarna, op: klok.vandaag)
        // Where the person lives is what the gemeente and a partner may have differed about.
        let vestiging = feiten.contains { $0.feit.betreftVestiging }
        var werkregels = vestiging ? Partnerregels(dossier, .duo).geen.merging(extra) { $1 } : extra
        werkregels[.beoordeling] = daarna.werkregels(beoordeling)
        let stap = Stap(
            dossier: dossier.id,
            laatsteVolgnummer: dossier.laatsteVolgnummer,
            feiten: feiten,
            zoeksleutels: daarna.zoeksleutels,
            werkregels: werkregels,
            uitgaand: uitgaand,
            verwerkt: verwerkt,
            verzonden: verzonden,
            // What came for this person before anybody knew the BSN waits for it, and so does what the partner did not show.
            wekt: dossier.bsn == nil && daarna.bsn != nil || vestiging,
            audit: audit
        )
        return (stap, beoordeling)
    }

    /// The assessment of a dossier as it stands, or as it was known at a moment.
    public func beoordeel(
        _ id: DossierID,
        op peildatum: Datum,
        bekendOp: Tijdstip? = nil
    ) async throws(RegieFout) -> Beoordeling {
        beoordelaar.beoordeel(try await store.readDossier(id, bekendOp: bekendOp), op: peildatum)
    }
}

extension RegieFout {
    static func weigering(_ weigeringen: [Weigering]) -> RegieFout {
        RegieFout(
            .geweigerd,
            weigeringen.map { "\($0.uitleg) (\($0.regel))" }.joined(separator: "\n  "),
            watTeDoen: "Er is niets vastgelegd en niets verzonden. Herstel dit en probeer het opnieuw."
        )
    }
}
