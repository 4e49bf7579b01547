// SPDX-License-Identifier: EUPL-1.2

/// Waits until something holds: looks again and again, and gives up at a deadline.
/// - Parameters:
///   - deadline: how long to go on looking.
///   - holds: what must come true.
/// - Returns: whether it did.
public func poll(for deadline: Duration = .seconds(20), until holds: () async throws -> Bool) async rethrows -> Bool {
    let end = ContinuousClock.now + deadline
    while true {
        if try await holds() { return true }
        if ContinuousClock.now > end { return false }
        try? await Task.sleep(for: .milliseconds(2))
    }
}
