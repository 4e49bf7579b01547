// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering

/// The directory of the databases and the files in it: for their owner alone.
enum StorageDirectory {
    static func make(_ directory: String) throws(RegieFout) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw RegieFout(
                .opslagFaalt,
                "De map van de opslag kan niet worden gemaakt.",
                watTeDoen: "Controleer 'storage.path' en de rechten op de map erboven.",
                waar: directory
            )
        }
    }

    /// Makes an empty file with mode 0600, which SQLite's own files beside it take over.
    static func makeFile(_ path: String) throws(RegieFout) {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw RegieFout(
                .opslagFaalt,
                "Het databasebestand kan niet worden gemaakt: \(String(cString: strerror(errno))).",
                watTeDoen: "Controleer de rechten op de map van 'storage.path'.",
                waar: path
            )
        }
        close(file)
    }

    /// Writes the bytes of one file into another that is there.
    static func copy(_ source: String, to target: String) throws(RegieFout) {
        do {
            let from = try FileHandle(forReadingFrom: URL(fileURLWithPath: source))
            defer { try? from.close() }
            let to = try FileHandle(forWritingTo: URL(fileURLWithPath: target))
            defer { try? to.close() }
            while let bytes = try from.read(upToCount: 1 << 20), !bytes.isEmpty { try to.write(contentsOf: bytes) }
        } catch {
            throw RegieFout(
                .opslagFaalt,
                "Het bestand kan niet worden gekopieerd.",
                watTeDoen: "Controleer de rechten en de ruimte.",
                waar: source
            )
        }
    }

    /// Has a file or a directory on the disk when this returns.
    static func sync(_ path: String) throws(RegieFout) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            throw RegieFout(.opslagFaalt, "Het bestand kan niet worden geopend.", waar: path)
        }
        defer { close(file) }
        guard fsync(file) == 0 else {
            throw RegieFout(.opslagFaalt, "Het bestand staat niet vast op de schijf.", waar: path)
        }
    }

    /// Bytes that this user may still write; nil when the system cannot tell.
    static func freeBytes(_ directory: String) -> Int64? {
        var status = statvfs()
        guard statvfs(directory, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) * UInt64(status.f_frsize))
    }
}
