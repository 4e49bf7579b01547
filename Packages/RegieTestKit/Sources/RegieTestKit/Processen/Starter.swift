// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Starts a program with `posix_spawn`.
///
/// Not Foundation's `Process`: on Linux its `run()` now and again reads past a buffer of its own when a test run has many
/// files and sockets open (a crash in memcpy inside `run`).
enum Starter {
    /// - Parameters:
    ///   - pad: the program.
    ///   - map: the folder in which it starts.
    ///   - ingang: file for standard input; nil for nothing.
    ///   - uit: file that standard output is added to.
    ///   - fout: file that standard error is added to.
    /// - Returns: the process id.
    static func start(
        _ pad: String,
        _ argumenten: [String],
        omgeving: [String: String],
        map: String,
        ingang: String?,
        uit: String,
        fout: String
    ) throws -> pid_t {
        var acties = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&acties)
        defer { posix_spawn_file_actions_destroy(&acties) }
        posix_spawn_file_actions_addopen(&acties, 0, ingang ?? "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&acties, 1, uit, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&acties, 2, fout, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addchdir_np(&acties, map)
        posix_spawn_file_actions_addclosefrom_np(&acties, 3)
        var kenmerken = posix_spawnattr_t()
        posix_spawnattr_init(&kenmerken)
        defer { posix_spawnattr_destroy(&kenmerken) }
        // The test runner blocks signals of its own; the program must get them.
        var geen = sigset_t()
        sigemptyset(&geen)
        posix_spawnattr_setsigmask(&kenmerken, &geen)
        var alle = sigset_t()
        sigfillset(&alle)
        posix_spawnattr_setsigdefault(&kenmerken, &alle)
        posix_spawnattr_setflags(&kenmerken, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
        var woorden = ([pad] + argumenten).map { strdup($0) } + [nil]
        var regels = omgeving.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for plek in woorden + regels { free(plek) } }
        var pid: pid_t = 0
        let uitkomst = posix_spawn(&pid, pad, &acties, &kenmerken, &woorden, &regels)
        guard uitkomst == 0 else {
            throw TeLaat(description: "\(pad) is niet te starten: \(String(cString: strerror(uitkomst)))")
        }
        return pid
    }
}
