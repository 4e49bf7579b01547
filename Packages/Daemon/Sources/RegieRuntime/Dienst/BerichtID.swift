// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Ids for messages of our own.
enum BerichtID {
    /// A random UUID in lower case, as DUO's `berichtId` wants it.
    static func nieuw() -> String { UUID().uuidString.lowercased() }
}
