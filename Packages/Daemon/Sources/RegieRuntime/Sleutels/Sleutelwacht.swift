// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Logging
import Sealing
import ServiceLifecycle
import Synchronization

/// Reads the key files anew when one changes, so that a new version needs no restart. Keys that are not those of the storage
/// are not used: what would be written with them, no other daemon could read.
final class Sleutelwacht: Service, CustomStringConvertible {
    private let ring: KeyRing
    private let lees: @Sendable () async throws(RegieFout) -> Void
    private let logger: Logger
    private let geweigerd = Mutex<RegieFout?>(nil)
    // The service group logs its services: by name, not with all they hold.
    let description = "Sleutelwacht"

    /// How often it looks. `regie sleutel roteren` lets a version seal only a minute after it was written.
    static let tussenpoos: Duration = .seconds(5)

    /// - Parameters:
    ///   - ring: tells whether a file changed.
    ///   - lees: reads the files anew and checks them.
    init(ring: KeyRing, logger: Logger, lees: @escaping @Sendable () async throws(RegieFout) -> Void) {
        self.ring = ring
        self.logger = logger
        self.lees = lees
    }

    /// Throws when the key files of now were refused, and the former keys are still at work.
    func controleer() throws(RegieFout) {
        if let fout = geweigerd.withLock({ $0 }) { throw fout }
    }

    private var isGeweigerd: Bool { geweigerd.withLock { $0 != nil } }

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var bekend = self.ring.fingerprint
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.tussenpoos)
                let nu = self.ring.fingerprint
                // After a refusal also when the files are as they were: somebody put the right one back.
                guard nu != bekend || self.isGeweigerd else { continue }
                if await self.herlees() { bekend = nu }
            }
        }
    }

    /// - Returns: whether there is nothing more to do until a file changes again.
    private func herlees() async -> Bool {
        do throws(RegieFout) {
            try await lees()
            geweigerd.withLock { $0 = nil }
            logger.notice("sleutels opnieuw gelezen")
            return true
        } catch {
            // A file that is half written, or a storage that is away just now: the next look reads it. What was read
            // before goes on working.
            guard error.code == .verzegelingFaalt else {
                logger.warning("sleutels niet na te gaan", metadata: ["fout": "\(error.code.rawValue)"])
                return false
            }
            let nieuw = geweigerd.withLock { was in
                defer { was = error }
                return was?.wat != error.wat
            }
            if nieuw {
                let metadata: Logger.Metadata = [
                    "fout": "\(error.code.rawValue)", "wat": "\(error.wat)", "watTeDoen": "\(error.watTeDoen)",
                ]
                logger.error("sleutels geweigerd; de vorige blijven in gebruik", metadata: metadata)
            }
            return false
        }
    }
}
