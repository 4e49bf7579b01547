// SPDX-License-Identifier: EUPL-1.2

/// A storage that several processes share, and that can tell one of them what another put in a queue.
public protocol WorkNotifier: Sendable {
    /// Calls back when a job was put in the queue of some gemeente, by whichever process. Only a hint: one may get lost, and
    /// many become one. Goes on by itself after a lost connection.
    /// - Returns: what must be kept for as long as one wants to hear; nil when this storage is not set up to tell.
    func listen(_ heard: @escaping @Sendable () -> Void) async throws(RegieFout) -> (any Sendable)?
}
