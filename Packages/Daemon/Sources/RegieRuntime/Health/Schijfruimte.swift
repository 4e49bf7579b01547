// SPDX-License-Identifier: EUPL-1.2

import Glibc

/// How much room is left where a storage is.
enum Schijfruimte {
    /// Bytes; nil on PostgreSQL, whose server looks after its own disk, and when the system does not tell.
    static func vrij(_ opslag: RegieConfig.Storage) -> Int64? {
        guard case .sqlite(let pad) = opslag else { return nil }
        var stand = statvfs()
        guard statvfs(pad, &stand) == 0 else { return nil }
        return Int64(clamping: UInt64(stand.f_bavail) * UInt64(stand.f_frsize))
    }
}
