// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Brings everything of a gemeente under the version of its key that seals now, in small transactions while others work.
public struct Herverzegeling: JobHandler {
    /// The kind of job.
    public static let soort = "herverzegeling"
    /// The kind of job.
    public var soort: String { Self.soort }

    private let klok: any Klok

    /// - Parameter klok: where "now" comes from.
    public init(klok: any Klok) { self.klok = klok }

    /// One pass; what was sealed under the former version meanwhile is taken by the next.
    public func run(_ job: Job, in store: any GemeenteStore) async throws {
        var plaats: Herzegelplaats?
        var totaal = 0
        repeat {
            let (herzegeld, verder) = try await store.reseal(na: plaats, hoogstens: 250)
            totaal += herzegeld
            plaats = verder
        } while plaats != nil && !Task.isCancelled
        try Task.checkCancellation()
        guard totaal > 0 else { return }
        try await store.log(
            AuditRegel("sleutel.herverzegel", object: "\(totaal) rijen", door: store.toegang, op: klok.nu)
        )
    }
}
