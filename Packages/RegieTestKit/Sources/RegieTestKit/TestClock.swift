// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
import Synchronization

/// A clock that stands still until a test moves it.
public final class TestClock: Klok {
    private let now: Mutex<Tijdstip>

    /// - Parameter nu: where it starts.
    public init(_ nu: Tijdstip = Tijdstip(milliseconden: 1_709_287_200_000)) { now = Mutex(nu) }

    /// The instant it shows.
    public var nu: Tijdstip { now.withLock { $0 } }

    /// Puts it at an instant.
    public func set(_ tijdstip: Tijdstip) { now.withLock { $0 = tijdstip } }

    /// Moves it forward (back when negative).
    public func advance(milliseconden: Int64) { now.withLock { $0 = $0.plus(milliseconden: milliseconden) } }
}
