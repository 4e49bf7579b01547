// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A directory of its own for a test; gone when the value goes.
public final class TemporaryDirectory: Sendable {
    /// Absolute path.
    public let path: String

    /// Makes it under the system's temporary directory.
    public init() throws {
        let name = "regie-test-\(UUID().uuidString.lowercased())"
        path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
        try FileManager.default.createDirectory(
            atPath: path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}
