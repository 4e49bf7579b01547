// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A notification that DUO posts to the gemeente (Notificatie API).
public struct Notificatie: Hashable, Sendable {
    /// UUID, lower case.
    public let berichtId: String
    /// When DUO registered the event.
    public let registratieDatumTijd: Tijdstip
    /// The person, once there is a BSN.
    public let bsn: Bsn?
    /// The person: DUO knows the V-nummer of everybody, and by it a dossier from before the BSN is found again.
    public let vnummer: VNummer?
    /// `SS101` …
    public let gebeurtenisId: String
}
