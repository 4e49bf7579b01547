// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Synchronization

/// Counts what was acknowledged, so that a process is killed after so many and not after so long.
final class Bevestigingen: Sendable {
    private let aantal = Mutex(0)

    func tel() { aantal.withLock { $0 += 1 } }

    /// Waits until that many are acknowledged.
    func tot(_ genoeg: Int) async throws {
        try await Wachten.tot("\(genoeg) bevestigingen", binnen: 60, elke: .milliseconds(1)) {
            aantal.withLock { $0 >= genoeg }
        }
    }
}
