// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// What recording facts gave, or would give (`--dry-run`).
public struct Vastlegging: Sendable {
    /// The dossier; a new one when none was named.
    public let dossier: DossierID
    /// The places of the facts in it.
    public let volgnummers: [Int]
    /// The messages that are queued because of them.
    public let berichten: [UitgaandBericht]
    /// The assessment with them.
    public let beoordeling: Beoordeling
}
