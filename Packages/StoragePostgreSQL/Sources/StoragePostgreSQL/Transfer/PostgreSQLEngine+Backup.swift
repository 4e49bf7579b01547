// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
import Sealing
import StorageCore

/// A copy is a storage of the kind that stands in files. Whoever has one needs no PostgreSQL to walk it, and another storage
/// can be made of it as well.
extension PostgreSQLEngine {
    /// Reads on one snapshot, while others write.
    public func backup(_ gemeente: Gemeentecode, naar map: String) async throws(RegieFout) -> [String] {
        let copy = try copies(map)
        try await copy.receive(gemeente, from: self)
        return copy.files(of: gemeente)
    }

    /// Opens the copy where it stands, to read only.
    public func openBackup(
        _ gemeente: Gemeentecode,
        uit map: String,
        als toegang: Toegang
    ) async throws(RegieFout) -> (bevindingen: [String], store: (any GemeenteStore)?) {
        try await copies(map).openBackup(gemeente, uit: map, als: toegang)
    }

    /// Makes the schema when it is not there, and puts the copy in with one transaction.
    public func restore(_ gemeente: Gemeentecode, uit map: String) async throws(RegieFout) {
        _ = try keys.keys(of: gemeente)
        let copy = try copies(map)
        if try await isCurrent(copy, gemeente, map) {
            _ = try await migrate(gemeente)
            try await receive(gemeente, from: copy)
        } else {
            try await restoreOlder(gemeente, uit: map)
        }
    }

    /// Whether nothing stands here of a gemeente that a copy would be put over.
    public func hasRoom(for gemeente: Gemeentecode) async throws(RegieFout) -> Bool {
        if try await inspect(gemeente).migrations.isEmpty { return true }
        return try await database(of: gemeente).read { db in try TransferRoom(gemeente: gemeente, db: db).isFree() }
    }

    private func isCurrent(_ copy: any CopyEngine, _ gemeente: Gemeentecode, _ map: String) async throws(RegieFout)
        -> Bool
    {
        let toegang = Toegang(actor: "regie", rol: .systeem, doel: "herstel", oorsprong: "regie")
        let (findings, store) = try await copy.openBackup(gemeente, uit: map, als: toegang)
        if store != nil { return true }
        if findings.allSatisfy({ $0.hasPrefix("Het schema loopt achter") }) { return false }
        throw RegieFout(
            .verzegelingFaalt,
            "De kopie van gemeente \(gemeente) klopt niet: \(findings.joined(separator: " "))",
            watTeDoen: "Gebruik een andere reservekopie.",
            waar: map
        )
    }

    /// A copy of an earlier Regie is brought up to date beside itself: it must stay as it was found.
    private func restoreOlder(_ gemeente: Gemeentecode, uit map: String) async throws(RegieFout) {
        let beside = FileManager.default.temporaryDirectory.appending(path: "regie-herstel-\(UUID().uuidString)").path
        let copy = try copies(beside)
        defer { try? FileManager.default.removeItem(atPath: beside) }
        do throws(RegieFout) {
            try await copy.restore(gemeente, uit: map)
            _ = try await copy.migrate(gemeente)
            _ = try await migrate(gemeente)
            try await receive(gemeente, from: copy)
        } catch {
            await copy.close()
            throw error
        }
        await copy.close()
    }
}
