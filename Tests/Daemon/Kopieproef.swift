// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Synchronization

@testable import RegieRuntime

/// A sign that something else waits for.
final class Teken: Sendable {
    private let gegeven = Mutex(false)
    var isGegeven: Bool { gegeven.withLock { $0 } }
    func geef() { gegeven.withLock { $0 = true } }
}

/// What tests of backup and restore do on either storage.
protocol Kopieproef {
    var proef: Proefinstallatie { get }
}

extension Kopieproef {
    var kopie: String { proef.map.appending(path: "kopie").path() }

    func maak(_ installatie: Installatie) async throws -> [Kopieerder.Uitkomst] {
        try await installatie.kopieerder.maak(in: kopie, als: Proefinstallatie.beheerder)
    }

    func herstel(_ installatie: Installatie, proef: Bool = false) async throws -> [Hersteller.Uitkomst] {
        try await installatie.hersteller.herstel(
            uit: kopie,
            als: Proefinstallatie.beheerder,
            reden: "herstelproef",
            proef: proef
        )
    }

    func code(_ werk: () async throws -> Void) async -> String? {
        do {
            try await werk()
            return nil
        } catch {
            return (error as? RegieFout)?.code.rawValue ?? "\(error)"
        }
    }
}
