// SPDX-License-Identifier: EUPL-1.2

public import Foundation

/// A disk of a few mebibytes (tmpfs) that only a server sees, in a mount namespace of its own: it goes with the server.
public struct KleineSchijf: Sendable {
    /// Whether this machine lets us make one; only root can, for the server may not run as root.
    public static let kan: Bool = {
        guard geteuid() == 0 else { return false }
        let script = "mount -t tmpfs -o size=1m none /mnt"
        let woorden = ["-m", "--propagation", "private", "sh", "-c", script]
        return (try? Programma.doe("/usr/bin/unshare", woorden, map: URL(filePath: "/")).code) == 0
    }()

    /// Where the server sees it.
    public let map: URL
    /// Mebibytes.
    let grootte: Int

    /// The program, started with the disk mounted for it alone.
    func metSchijf(_ pad: String, _ argumenten: [String]) -> (pad: String, argumenten: [String]) {
        let script = """
            mkdir -p "$1" && mount -t tmpfs -o size=\(grootte)m,mode=0700 none "$1" && chown postgres:postgres "$1" \
            && shift && exec "$@"
            """
        let woorden = ["-m", "--propagation", "private", "sh", "-c", script, "sh", map.path, pad]
        return ("/usr/bin/unshare", woorden + argumenten)
    }

    /// Writes it full, seen through the eyes of a process on it.
    func vul(als pid: Int32) throws {
        let bestand = open(vulling(pid), O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
        guard bestand >= 0 else { throw TeLaat(description: "de kleine schijf is er niet") }
        defer { close(bestand) }
        let blok = [UInt8](repeating: 0, count: 4096)
        while write(bestand, blok, blok.count) > 0 {}
        guard errno == ENOSPC else { throw TeLaat(description: "de kleine schijf raakt niet vol: \(errno)") }
    }

    func maakVrij(als pid: Int32) { unlink(vulling(pid)) }

    private func vulling(_ pid: Int32) -> String { "/proc/\(pid)/root\(map.path)/vulling" }
}

extension PostgresServer {
    /// Leaves not one page free on the small disk.
    public func vulSchijf() throws {
        guard let schijf, let pid else { throw TeLaat(description: "er is geen kleine schijf") }
        try schijf.vul(als: pid)
    }

    /// Gives the room back.
    public func maakSchijfVrij() {
        guard let schijf, let pid else { return }
        schijf.maakVrij(als: pid)
    }
}
