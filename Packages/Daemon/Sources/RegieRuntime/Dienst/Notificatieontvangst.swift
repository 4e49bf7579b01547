// SPDX-License-Identifier: EUPL-1.2

import ExchangeDUO
import Inburgering

/// Stores what DUO notifies: once per berichtId, and nothing is lost when a berichtId comes back with other content.
///
/// DUO's specification wants a berichtId to be unique. One that says something else the second time is DUO's mistake, and
/// what it announces may be told by no other message: it is kept beside the first as a dead letter, under its berichtId
/// with `~2`, `~3` … behind it. Only a beheerder can have it dealt with (`regie bericht retry`).
struct Notificatieontvangst {
    /// The store of the gemeente it is for.
    let store: any GemeenteStore

    /// So many contents under one berichtId are kept; more is no slip but a fault that repeats.
    private static let hoogstens = 20

    private static let dood = InboxStatus.mislukt(
        waarom: "Dit berichtId is eerder gebruikt voor een andere notificatie; DUO kreeg 400. "
            + "Komt zij niet met een nieuw berichtId, bied haar dan opnieuw aan."
    )

    func neem(_ bericht: InkomendBericht) async throws(RegieFout) -> Ontvangst {
        if try await store.receive([bericht]).first ?? false { return .bewaard }
        if try await isZelfde(bericht, als: bericht.sleutel) { return .bewaard }
        for nummer in 2...Self.hoogstens {
            let sleutel = Berichtsleutel(bericht.sleutel.partner, "\(bericht.sleutel.berichtId)~\(nummer)")
            let kopie = InkomendBericht(
                sleutel: sleutel,
                soort: bericht.soort,
                ontvangenOp: bericht.ontvangenOp,
                bsn: bericht.bsn,
                vnummer: bericht.vnummer,
                ruw: bericht.ruw
            )
            if try await store.receive([kopie], als: Self.dood).first ?? false { break }
            if try await isZelfde(bericht, als: sleutel) { break }
        }
        return .botst
    }

    /// Whether the stored message says the same: by its fields, for another notation of the same JSON says nothing else. Of
    /// one that cannot be opened any more (its dossier was destroyed) nobody can tell, and it stays the one it was.
    private func isZelfde(_ bericht: InkomendBericht, als sleutel: Berichtsleutel) async throws(RegieFout) -> Bool {
        let eerder: InboxRegel?
        do throws(RegieFout) {
            eerder = try await store.findInbox(sleutel)
        } catch {
            guard error.code == .opslagNieuwer || error.code == .verzegelingFaalt else { throw error }
            return true
        }
        guard let eerder, let oud = try? Notificatie(eerder.bericht.ruw) else { return true }
        return try oud == Notificatie(bericht.ruw)
    }
}
