// SPDX-License-Identifier: EUPL-1.2

public import Foundation

/// A disk of a few mebibytes (tmpfs) that only a server sees, in a mount namespace of its own. What stands on it stays when
/// the server ends, as on a disk; it goes with this object.
public final class KleineSchijf: Sendable {
    /// Whether this machine lets us make one; only root can, for the server may not run as root.
    public static let kan: Bool = {
        guard geteuid() == 0 else { return false }
        let script = "mount -t tmpfs -o size=1m none /mnt"
        let woorden = ["-m", "--propagation", "private", "sh", "-c", script]
        return (try? Programma.doe("/usr/bin/unshare", woorden, map: URL(filePath: "/")).code) == 0
    }()

    /// Where the server sees it.
    public let map: URL
    /// Holds the namespace, and so the disk, also while no process is in it.
    private let ruimte: Int32
    /// Its top folder: a handle reaches it from outside the namespace.
    private let greep: Int32

    /// Makes an empty one.
    ///
    /// - Parameters:
    ///   - map: where it is mounted, in its own namespace alone.
    ///   - grootte: mebibytes.
    init(_ map: URL, grootte: Int) async throws {
        self.map = map
        // It waits for us at a pipe that we hold, until what it made is held; it ends with us in any case.
        let pijp = map.appendingPathExtension("pijp").path
        guard mkfifo(pijp, 0o600) == 0 else { throw TeLaat(description: "geen pijp bij \(map.path)") }
        let slot = open(pijp, O_RDWR | O_CLOEXEC)
        defer {
            close(slot)
            unlink(pijp)
        }
        let script = """
            mkdir -p "$1" && mount -t tmpfs -o size=\(grootte)m,mode=0700 none "$1" && chown postgres:postgres "$1" \
            && echo er && read -r niets < "$2"
            """
        let maker = try Programma.start(
            "/usr/bin/unshare",
            ["-m", "--propagation", "private", "sh", "-c", script, "sh", map.path, pijp],
            map: URL(filePath: "/")
        )
        try await Wachten.tot("de kleine schijf is er", binnen: 60, toelichting: { maker.foutuitvoer }) {
            guard maker.leeft else { throw TeLaat(description: "geen kleine schijf: \(maker.foutuitvoer)") }
            return maker.standaarduitvoer.contains("er")
        }
        ruimte = open("/proc/\(maker.pid)/ns/mnt", O_RDONLY | O_CLOEXEC)
        greep = open("/proc/\(maker.pid)/root\(map.path)", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        await maker.dood()
        guard ruimte >= 0, greep >= 0 else { throw TeLaat(description: "de kleine schijf is niet te pakken") }
    }

    deinit {
        close(greep)
        close(ruimte)
    }

    /// The program, started where the disk is to be seen.
    func metSchijf(_ pad: String, _ argumenten: [String]) -> (pad: String, argumenten: [String]) {
        ("/usr/bin/nsenter", ["--mount=/proc/\(getpid())/fd/\(ruimte)", pad] + argumenten)
    }

    /// Leaves not one page free.
    public func vul() throws {
        let bestand = openat(greep, Self.vulling, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
        guard bestand >= 0 else { throw TeLaat(description: "de kleine schijf is er niet: \(errno)") }
        defer { close(bestand) }
        let blok = [UInt8](repeating: 0, count: 4096)
        while write(bestand, blok, blok.count) > 0 {}
        guard errno == ENOSPC else { throw TeLaat(description: "de kleine schijf raakt niet vol: \(errno)") }
    }

    /// Gives the room back.
    public func maakVrij() { unlinkat(greep, Self.vulling, 0) }

    private static let vulling = "vulling"
}
