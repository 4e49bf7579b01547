// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering

/// A lock that the kernel keeps on an open file: it goes when the process does, however that ends.
final class FileLock: Sendable {
    private let file: Int32

    private init(_ file: Int32) { self.file = file }

    deinit { close(file) }

    /// Takes the lock; nil when another process has it and `wait` is false.
    static func take(_ path: String, wait: Bool) throws(RegieFout) -> FileLock? {
        let file = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else {
            throw RegieFout(
                .opslagFaalt,
                "Het slotbestand kan niet worden gemaakt: \(String(cString: strerror(errno))).",
                watTeDoen: "Controleer of de map van 'storage.path' bestaat en van regied is.",
                waar: path
            )
        }
        while flock(file, wait ? LOCK_EX : LOCK_EX | LOCK_NB) != 0 {
            if errno == EINTR { continue }
            let held = errno == EWOULDBLOCK
            close(file)
            if held { return nil }
            throw RegieFout(.opslagFaalt, "Het slot kan niet worden genomen.", waar: path)
        }
        return FileLock(file)
    }

    /// Replaces what the file says.
    func write(_ text: String) {
        ftruncate(file, 0)
        _ = Array(text.utf8).withUnsafeBytes { pwrite(file, $0.baseAddress, $0.count, 0) }
    }
}
