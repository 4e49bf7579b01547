// SPDX-License-Identifier: EUPL-1.2

/// A moment after which waiting ends.
struct Deadline {
    private let moment: ContinuousClock.Instant?

    /// - Parameter milliseconds: from now; zero for no end.
    init(after milliseconds: Int) {
        moment = milliseconds > 0 ? ContinuousClock.now + .milliseconds(milliseconds) : nil
    }

    /// As poll(2) wants it: rounded up, and -1 for no end.
    var remaining: Int32 {
        guard let moment else { return -1 }
        let left = ContinuousClock.now.duration(to: moment).components
        if left.seconds < 0 { return 0 }
        let milliseconds = left.seconds * 1_000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        return Int32(clamping: max(0, milliseconds))
    }
}
