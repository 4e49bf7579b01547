// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Logging
import ServiceLifecycle

/// Keeps the log of this machine no longer than the gemeente does. The job `onderhoud` is done by one of the daemons that
/// share a storage, and each machine has files of its own.
struct Logboekwacht: Service, CustomStringConvertible {
    let logboeken: [Gemeentecode: Logboek]
    let stores: [any GemeenteStore]
    let logger: Logger
    // The service group logs its services: by name, not with all they hold.
    let description = "Logboekwacht"

    /// How often it looks.
    static let tussenpoos: Duration = .seconds(3_600)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                for store in stores { await ruimOp(store) }
                try? await Task.sleep(for: Self.tussenpoos)
            }
        }
    }

    private func ruimOp(_ store: any GemeenteStore) async {
        guard let logboek = logboeken[store.gemeente] else { return }
        do throws(RegieFout) {
            let weg = try await logboek.ruimOp(store, door: store.toegang)
            if weg > 0 { logger.notice("logbestanden verwijderd", metadata: ["aantal": "\(weg)"]) }
        } catch {
            logger.error("logbestanden niet verwijderd", metadata: ["code": "\(error.code.rawValue)"])
        }
    }
}
