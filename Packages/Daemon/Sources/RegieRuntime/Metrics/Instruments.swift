// SPDX-License-Identifier: EUPL-1.2

import CoreMetrics
import Synchronization

/// A number that only grows.
final class CounterInstrument: CounterHandler, FloatingPointCounterHandler {
    private let sum = Mutex(0.0)
    var value: Double { sum.withLock { $0 } }
    func increment(by amount: Int64) { sum.withLock { $0 += Double(max(0, amount)) } }
    func increment(by amount: Double) { sum.withLock { $0 += max(0, amount) } }
    func reset() { sum.withLock { $0 = 0 } }
}

/// A number that goes up and down.
final class GaugeInstrument: RecorderHandler, MeterHandler {
    private let last = Mutex(0.0)
    var value: Double { last.withLock { $0 } }
    func record(_ value: Int64) { set(Double(value)) }
    func record(_ value: Double) { set(value) }
    func set(_ value: Int64) { set(Double(value)) }
    func set(_ value: Double) { last.withLock { $0 = value } }
    func increment(by amount: Double) { last.withLock { $0 += amount } }
    func decrement(by amount: Double) { last.withLock { $0 -= amount } }
}

/// How often a value fell at or below each of a row of bounds.
final class HistogramInstrument: RecorderHandler, TimerHandler {
    /// Upper bounds; for durations, in seconds.
    static let bounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300]

    struct State: Sendable {
        /// Per bound how many fell at or below it and above the former one; the last is for what lies above all.
        var buckets = Array(repeating: 0, count: HistogramInstrument.bounds.count + 1)
        var sum = 0.0
        var count: Int { buckets.reduce(0, +) }
    }

    private let state = Mutex(State())
    var snapshot: State { state.withLock { $0 } }
    func record(_ value: Int64) { record(Double(value)) }
    func record(_ value: Double) {
        let bucket = Self.bounds.firstIndex { value <= $0 } ?? Self.bounds.count
        state.withLock {
            $0.buckets[bucket] += 1
            $0.sum += value
        }
    }
    func recordNanoseconds(_ duration: Int64) { record(Double(duration) / 1e9) }
}
