// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Logging
import Sealing
import ServiceLifecycle

/// Reads the key files anew when one changes, so that a new version needs no restart.
struct Sleutelwacht: Service, CustomStringConvertible {
    let ring: KeyRing
    let logger: Logger
    // The service group logs its services: by name, not with all they hold.
    let description = "Sleutelwacht"

    /// How often it looks. `regie sleutel roteren` lets a version seal only a minute after it was written.
    static let tussenpoos: Duration = .seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var bekend = ring.fingerprint
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.tussenpoos)
                let nu = ring.fingerprint
                guard nu != bekend else { continue }
                do throws(RegieFout) {
                    try ring.reload()
                    bekend = nu
                    logger.notice("sleutels opnieuw gelezen")
                } catch {
                    // A file that is half written; the next look reads it. What was read before goes on working.
                    logger.warning("sleutels niet te lezen", metadata: ["fout": "\(error.code.rawValue)"])
                }
            }
        }
    }
}
