// SPDX-License-Identifier: EUPL-1.2

public import Foundation
import Synchronization

/// Starts processes one at a time.
///
/// Foundation's `Process.run()` on Linux is not safe when several threads start processes at once: it then now and again
/// reads past a buffer of its own (a crash in memcpy, seen with some hundred tests in parallel).
public enum Processtart {
    private static let slot = Mutex(())

    /// `Process.run()`, behind a lock that all tests of this run share.
    public static func run(_ proces: Process) throws {
        try slot.withLock { _ in try proces.run() }
    }
}
