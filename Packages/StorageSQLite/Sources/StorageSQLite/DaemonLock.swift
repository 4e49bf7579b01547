// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering

/// Holds `regied.lock` in the storage directory: on SQLite one daemon runs at a time (architecture decision 8). The
/// command line does not take it; it coexists through the busy timeout. Released when the value goes, or the process.
public final class DaemonLock: Sendable {
    private let lock: FileLock

    private init(_ lock: FileLock) { self.lock = lock }

    /// Takes the lock, and writes this process's pid in it.
    /// - Parameter directory: `storage.path`; made when it is not there.
    /// - Throws: `opslag-bezet` with the pid of the holder, `opslag-faalt` when the file cannot be made.
    public static func acquire(_ directory: String) throws(RegieFout) -> DaemonLock {
        try StorageDirectory.make(directory)
        let path = "\(directory)/regied.lock"
        guard let lock = try FileLock.take(path, wait: false) else {
            let text = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
            let holder = Int(text.trimmingCharacters(in: .whitespacesAndNewlines)).map { " (proces \($0))" } ?? ""
            throw RegieFout(
                .opslagBezet,
                "Er draait al een regied op deze opslag\(holder).",
                watTeDoen: "Stop die eerst, of wijs met 'storage.path' een andere map aan.",
                waar: path
            )
        }
        lock.write("\(ProcessInfo.processInfo.processIdentifier)\n")
        return DaemonLock(lock)
    }
}
