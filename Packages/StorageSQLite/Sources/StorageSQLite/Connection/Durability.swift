// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering

/// What an acknowledged write needs to survive `kill -9` and power loss (architecture decision 11).
enum Durability {
    /// Seconds that a connection waits for another process.
    static let busyTimeout: TimeInterval = 10

    /// GRDB sets `synchronous = NORMAL` on its writer when it opens a pool, after `prepareDatabase`; in WAL that loses
    /// acknowledged commits when the power fails. So FULL is set here, afterwards, and read back.
    static func enforce(_ db: Database, _ gemeente: Gemeentecode) throws {
        try db.execute(sql: "PRAGMA synchronous = FULL")
        if let finding = findings(try settings(db)).first {
            throw RegieFout(
                .opslagFaalt,
                finding,
                watTeDoen: "Zet de database op een lokale schijf; een netwerkschijf kan geen WAL.",
                waar: "opslag van gemeente \(gemeente)"
            )
        }
    }

    /// The settings as the connection itself gives them back.
    static func settings(_ db: Database) throws -> [String: String] {
        var settings: [String: String] = [:]
        for name in ["synchronous", "journal_mode", "busy_timeout", "foreign_keys"] {
            settings[name] = try String.fetchOne(db, sql: "PRAGMA \(name)") ?? ""
        }
        return settings
    }

    /// What is wrong with settings; empty when nothing is.
    static func findings(_ settings: [String: String]) -> [String] {
        var findings: [String] = []
        if settings["synchronous"] != "2" { findings.append("PRAGMA synchronous staat niet op FULL.") }
        if settings["journal_mode"] != "wal" { findings.append("PRAGMA journal_mode staat niet op WAL.") }
        if Int(settings["busy_timeout"] ?? "").map({ $0 < 5000 }) ?? true {
            findings.append("PRAGMA busy_timeout is korter dan 5 seconden.")
        }
        if settings["foreign_keys"] != "1" { findings.append("PRAGMA foreign_keys staat uit.") }
        return findings
    }
}
