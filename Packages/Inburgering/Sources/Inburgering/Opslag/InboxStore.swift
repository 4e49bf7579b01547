// SPDX-License-Identifier: EUPL-1.2

/// Incoming messages: (partner, berichtId) is unique, the raw message is kept, the same message twice has one effect.
public protocol InboxStore: Sendable {
    /// Stores messages, durable when this returns; those that are there already change nothing. Calls that come at the
    /// same time share a transaction, so that many callers cost one flush.
    /// - Parameters:
    ///   - berichten: the messages.
    ///   - status: where a new one stands at once: `ontvangen`, or `mislukt` for one that must wait for a beheerder and
    ///     never be dealt with by itself.
    /// - Returns: per message, whether it was new.
    func receive(_ berichten: [InkomendBericht], als status: InboxStatus) async throws(RegieFout) -> [Bool]

    /// Messages to deal with now (`ontvangen`, or `wacht` whose time has come), oldest first, at most `limiet`. Per
    /// person only the oldest that is not yet dealt with, so that order per person is kept.
    /// - Parameters:
    ///   - deel: of persons divided over `van` parts, only part `deel` (0 …< van), so that several workers share them.
    ///   - greep: of the job that deals with them; throws `lease-verlopen` when it no longer holds. A storage that
    ///     processes share holds them for this job for as long as it has them, and gives them to no other one.
    func pendingInbox(op tijdstip: Tijdstip, deel: Int, van: Int, limiet: Int, greep: JobLease?) async throws(RegieFout)
        -> [InboxRegel]

    /// Sets what became of a message that changed no dossier. `wacht`, `verwerkt` and `mislukt` count as a try, what a
    /// beheerder sets (`ontvangen`, `vervallen`) does not. Throws `niet-gevonden`.
    /// - Parameter greep: of the job that says so, nil when a human does; throws `lease-verlopen` when it no longer holds.
    func setInbox(_ sleutel: Berichtsleutel, _ status: InboxStatus, dossier: DossierID?, greep: JobLease?)
        async throws(RegieFout)

    /// One message; nil when unknown.
    func findInbox(_ sleutel: Berichtsleutel) async throws(RegieFout) -> InboxRegel?

    /// Messages, newest first, at most `limiet` after `overslaan`, with one status word or all.
    func listInbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [InboxRegel]

    /// Number of messages per status word, each word with its number.
    func countInbox() async throws(RegieFout) -> [String: Int]
}

extension InboxStore {
    /// Stores messages that are still to be dealt with.
    public func receive(_ berichten: [InkomendBericht]) async throws(RegieFout) -> [Bool] {
        try await receive(berichten, als: .ontvangen)
    }
}

/// Outgoing messages: written by `DossierStore.append` with the decision.
public protocol OutboxStore: Sendable {
    /// Messages to send now, oldest first, at most `limiet`. Per dossier only the oldest that is not finished: order per
    /// person is kept, and a message that waits holds up those behind it.
    /// - Parameter greep: as of `InboxStore.pendingInbox`.
    func pendingOutbox(op tijdstip: Tijdstip, deel: Int, van: Int, limiet: Int, greep: JobLease?)
        async throws(RegieFout) -> [OutboxRegel]

    /// Whether a message may go out now: asked last, just before. Throws `lease-verlopen` when the job is no longer ours.
    /// - Returns: false when it was finished meanwhile, or is held for another job.
    func maySend(_ berichtId: String, greep: JobLease) async throws(RegieFout) -> Bool

    /// Sets what became of a message and counts a try, unless it is what a beheerder sets (`klaar`, `vervallen`).
    /// Throws `niet-gevonden`.
    /// - Parameter greep: as of `InboxStore.setInbox`.
    func setOutbox(_ berichtId: String, _ status: OutboxStatus, greep: JobLease?) async throws(RegieFout)

    /// The last message that was sent after this one to the same partner, about the same dossier and onderwerp; nil when
    /// there is none. What it told is newer, so this one must no longer go out. Throws `niet-gevonden`.
    func sentAfter(_ berichtId: String) async throws(RegieFout) -> String?

    /// One message; nil when unknown.
    func findOutbox(_ berichtId: String) async throws(RegieFout) -> OutboxRegel?

    /// Messages, newest first, at most `limiet` after `overslaan`, with one status word or all.
    func listOutbox(status: String?, limiet: Int, overslaan: Int) async throws(RegieFout) -> [OutboxRegel]

    /// Number of messages per status word, each word with its number.
    func countOutbox() async throws(RegieFout) -> [String: Int]
}

extension InboxStore {
    /// As `pendingInbox(op:deel:van:limiet:greep:)`, of no job.
    public func pendingInbox(op tijdstip: Tijdstip, deel: Int, van: Int, limiet: Int) async throws(RegieFout)
        -> [InboxRegel]
    {
        try await pendingInbox(op: tijdstip, deel: deel, van: van, limiet: limiet, greep: nil)
    }

    /// As `setInbox(_:_:dossier:greep:)`, by a human.
    public func setInbox(_ sleutel: Berichtsleutel, _ status: InboxStatus, dossier: DossierID?) async throws(RegieFout)
    {
        try await setInbox(sleutel, status, dossier: dossier, greep: nil)
    }
}

extension OutboxStore {
    /// As `pendingOutbox(op:deel:van:limiet:greep:)`, of no job.
    public func pendingOutbox(op tijdstip: Tijdstip, deel: Int, van: Int, limiet: Int) async throws(RegieFout)
        -> [OutboxRegel]
    {
        try await pendingOutbox(op: tijdstip, deel: deel, van: van, limiet: limiet, greep: nil)
    }

    /// As `setOutbox(_:_:greep:)`, by a human.
    public func setOutbox(_ berichtId: String, _ status: OutboxStatus) async throws(RegieFout) {
        try await setOutbox(berichtId, status, greep: nil)
    }
}
