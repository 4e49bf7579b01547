// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Sealing

/// A storage that can be held against keys before they are used.
public protocol KeyFitting: Sendable {
    /// Throws `verzegeling-faalt` when what stands of the gemeente was written with other keys; whatever else when it cannot be
    /// told.
    func requireFit(_ keys: GemeenteKeys) async throws(RegieFout)
}
