// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Ends a server, and removes its folder, when this process ends: also when it crashes or is killed.
///
/// A shell waits at the other end of a pipe. Not the kernel's death signal for children: that one comes when the thread
/// that started the child ends, and threads of Swift and Dispatch come and go.
final class Wachter: Sendable {
    private let greep: Int32

    /// - Parameter map: the folder of the server; its processes are known by the files with their ids in it.
    init(map: URL) throws {
        let pijp = map.appending(path: "leven").path
        guard mkfifo(pijp, 0o600) == 0 else { throw TeLaat(description: "geen pijp in \(map.path)") }
        // Open for both, or opening waits for the other side.
        greep = open(pijp, O_RDWR | O_CLOEXEC)
        guard greep >= 0 else { throw TeLaat(description: "de pijp in \(map.path) gaat niet open") }
        _ = try Starter.start(
            "/bin/sh",
            ["-c", Self.script, "wachter", map.path],
            omgeving: ProcessInfo.processInfo.environment,
            map: "/",
            ingang: pijp,
            uit: "/dev/null",
            fout: "/dev/null"
        )
    }

    deinit { close(greep) }

    /// A number may by now be that of another process, so its command line must name the folder.
    private static let script = """
        trap '' INT TERM HUP
        read -r niets
        for bestand in "$1"/data/postmaster.pid "$1"/pgbouncer.pid; do
            [ -r "$bestand" ] || continue
            pid=$(head -n 1 "$bestand")
            grep -qF "$1" "/proc/$pid/cmdline" 2>/dev/null || continue
            kill -QUIT "$pid"
            beurt=0
            while kill -0 "$pid" 2>/dev/null && [ $beurt -lt 100 ]; do sleep 0.1; beurt=$((beurt + 1)); done
        done
        rm -rf "$1"
        """
}
