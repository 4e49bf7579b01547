// SPDX-License-Identifier: EUPL-1.2

/// Dossiers as their facts.
public protocol DossierStore: Sendable {
    /// The gemeente this store was opened for.
    var gemeente: Gemeentecode { get }
    /// The access it was opened with.
    var toegang: Toegang { get }

    /// Writes steps, each whole or not at all, durable when this returns. Several may share one transaction.
    ///
    /// Result i belongs to step i: the volgnummers given to its facts, or why nothing of that step was written:
    /// `gelijktijdig-gewijzigd` (the dossier has other facts, or the message was dealt with or sent before),
    /// `niet-gevonden` (a message that is not there), `opslag-faalt` (a berichtId that is taken), `dossier-vernietigd`,
    /// `lease-verlopen` (`Stap.voorwaarde` no longer holds).
    /// Throws `opslag-faalt` when nothing at all was written.
    ///
    /// A new dossier for a BSN or a V-nummer that another dossier is found by is refused with `gelijktijdig-gewijzigd`
    /// too: who looked before found none, and looking again finds that one. A number that is added to a dossier with
    /// facts is not refused: there a human must see that two dossiers may be about one person.
    func append(_ stappen: [Stap]) async throws(RegieFout) -> [Result<[Int], RegieFout>]

    /// The dossier, folded from its facts; nil when there is none. Throws `verzegeling-faalt` when a payload cannot be
    /// opened or the hash chain does not fit, `dossier-vernietigd` when it was destroyed.
    func findDossier(_ id: DossierID, bekendOp: Tijdstip?) async throws(RegieFout) -> Dossier?

    /// The dossiers that are found by a key; mostly none or one, more when partners disagree.
    func findDossiers(by sleutel: Zoeksleutel) async throws(RegieFout) -> [DossierID]

    /// Dossier ids in order, without those that were destroyed, at most `limiet`, those after `na`.
    func listDossiers(na: DossierID?, limiet: Int) async throws(RegieFout) -> [DossierID]

    /// Number of dossiers, without those that were destroyed.
    func countDossiers() async throws(RegieFout) -> Int

    /// Walks all dossiers in the store's own fastest order, in batches of at most `omvang`, on a steady snapshot per
    /// batch; memory stays that of a few batches. `verwerk` may be called from several tasks at once, and returns the
    /// new assessment lines of those dossiers whose lines must change. Used by the nightly assessment. Destroyed dossiers
    /// are passed over. Lines of other origins than the assessment stay. A dossier that cannot be read stops nobody else: when all others
    /// are done this throws `verzegeling-faalt` with the first such dossier and how many there are.
    /// - Returns: how many dossiers were seen and how many had their lines changed.
    func assessAll(
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier) -> [Werkregel]
    ) async throws(RegieFout) -> (gezien: Int, gewijzigd: Int)

    /// Walks the hash chain of one dossier; nil when it holds, else the first volgnummer that does not fit.
    func verifyChain(_ id: DossierID) async throws(RegieFout) -> Int?
}

extension DossierStore {
    /// The dossier; throws `niet-gevonden` when there is none.
    public func readDossier(_ id: DossierID, bekendOp: Tijdstip? = nil) async throws(RegieFout) -> Dossier {
        guard let dossier = try await findDossier(id, bekendOp: bekendOp) else {
            throw RegieFout(
                .nietGevonden,
                "Dossier \(id) is er niet in gemeente \(gemeente).",
                watTeDoen: "Zoek het met 'regie dossier find' of bekijk 'regie dossier list'."
            )
        }
        return dossier
    }

    /// Writes one step; throws what became of it.
    @discardableResult
    public func append(_ stap: Stap) async throws(RegieFout) -> [Int] {
        let uitkomsten = try await append([stap])
        guard let uitkomst = uitkomsten.first else {
            throw RegieFout(.opslagFaalt, "De opslag gaf geen uitkomst van de stap.")
        }
        return try uitkomst.get()
    }
}
