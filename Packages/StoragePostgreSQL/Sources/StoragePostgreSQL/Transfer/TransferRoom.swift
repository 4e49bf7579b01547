// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import StorageCore

/// Whether a gemeente can be put in.
struct TransferRoom {
    let gemeente: Gemeentecode
    let db: PGConnection

    /// Audit lines that are in no chain yet may stand there: who migrates the schema leaves one. They join the chain behind
    /// those that are put in. Everything else is somebody's work, or that of a daemon that is running.
    func isFree() throws -> Bool {
        // Of an earlier schema, what there is of it.
        let there = Set(
            try db.rows(
                "SELECT relname FROM pg_class WHERE relnamespace = 'regie'::regnamespace AND relkind IN ('r', 'p')"
            ).map { try $0.text(0) }
        )
        let tables = ["dossier", "inbox", "outbox", "job", "proces", "schema", "tik", "zegel", "zegelkop"]
            .filter { there.contains($0) }.map { "EXISTS (SELECT 1 FROM regie.\($0) WHERE gemeente = $1)" }
        let taken = try db.row(
            """
            SELECT \(tables.joined(separator: " OR "))
                OR EXISTS (SELECT 1 FROM regie.audit WHERE gemeente = $1 AND nr IS NOT NULL)
            """,
            [.text(gemeente.description)]
        )
        return try !(taken?.bool(0) ?? true)
    }

    /// Keeps everybody else from putting this gemeente in until the transaction ends.
    /// - Throws: `opslag-bezet` when somebody is doing so, `bestaat-al` when it stands there.
    func take() throws {
        let own = try db.row(
            "SELECT pg_try_advisory_xact_lock(hashtextextended('regie-overdracht ' || $1, 0))",
            [.text(gemeente.description)]
        )
        guard try own?.bool(0) ?? false else {
            throw RegieFout(
                .opslagBezet,
                "Gemeente \(gemeente) wordt al in deze database gezet.",
                watTeDoen: "Wacht tot dat klaar is."
            )
        }
        guard try isFree() else {
            throw RegieFout(
                .bestaatAl,
                "In deze database staat al iets van gemeente \(gemeente): daar wordt niet overheen geschreven.",
                watTeDoen: "Neem een nieuwe database, en start er geen regied op voordat dit klaar is."
            )
        }
    }
}
