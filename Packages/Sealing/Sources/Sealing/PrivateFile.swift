// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering

/// Files that only their owner may read.
enum PrivateFile {
    /// Reads a file; throws `verzegeling-faalt` when others may read it. Checked on the open file, so that nobody can
    /// swap it in between.
    /// - Parameter allowGroup: systemd gives a credential to the service through an ACL, which shows as group read.
    static func read(_ path: String, allowGroup: Bool) throws(RegieFout) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw failure("Het sleutelbestand kan niet worden gelezen", path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("Het sleutelbestand kan niet worden gelezen", path) }
        let forbidden: mode_t = allowGroup ? 0o037 : 0o077
        guard status.st_mode & forbidden == 0 else {
            throw RegieFout(
                .verzegelingFaalt,
                "Anderen dan de eigenaar kunnen bij het sleutelbestand (rechten \(String(status.st_mode & 0o777, radix: 8))).",
                watTeDoen: "Draai 'chmod 600 \(path)' en ga na wie erbij kon.",
                waar: path
            )
        }
        guard status.st_size < 1 << 20, let data = try? FileHandle(fileDescriptor: file).readToEnd(),
            let text = String(data: data, encoding: .utf8)
        else { throw failure("Het sleutelbestand is geen tekst", path) }
        return text
    }

    /// Writes a new file with mode 0600, on the disk when this returns; throws when it is there already.
    static func create(_ path: String, _ text: String) throws(RegieFout) {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("Het sleutelbestand kan niet worden gemaakt", path) }
        defer { close(file) }
        do {
            try FileHandle(fileDescriptor: file).write(contentsOf: Data(text.utf8))
        } catch {
            throw failure("Het sleutelbestand kan niet worden geschreven", path)
        }
        guard fsync(file) == 0 else { throw failure("Het sleutelbestand kan niet worden geschreven", path) }
        syncDirectory(of: path)
    }

    /// Puts a new text in the place of a file, whole or not at all.
    static func replace(_ path: String, _ text: String) throws(RegieFout) {
        let temporary = path + ".nieuw"
        unlink(temporary)
        try create(temporary, text)
        guard rename(temporary, path) == 0 else { throw failure("Het sleutelbestand kan niet worden vervangen", path) }
        syncDirectory(of: path)
    }

    /// Says which bytes a file has, without reading them: another one when it was replaced or written.
    static func fingerprint(_ path: String) -> String {
        var status = stat()
        guard stat(path, &status) == 0 else { return "-" }
        return "\(status.st_ino).\(status.st_size).\(status.st_mtim.tv_sec).\(status.st_mtim.tv_nsec)"
    }

    private static func syncDirectory(of path: String) {
        let directory = open((path as NSString).deletingLastPathComponent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard directory >= 0 else { return }
        fsync(directory)
        close(directory)
    }

    private static func failure(_ what: String, _ path: String) -> RegieFout {
        let reason = String(cString: strerror(errno))
        return RegieFout(
            .verzegelingFaalt,
            "\(what): \(reason).",
            watTeDoen: "Controleer het pad en de rechten.",
            waar: path
        )
    }
}
