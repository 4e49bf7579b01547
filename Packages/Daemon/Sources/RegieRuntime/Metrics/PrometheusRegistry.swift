// SPDX-License-Identifier: EUPL-1.2

public import CoreMetrics
import Synchronization

/// Gathers what the process counts, and tells it in the text form that Prometheus reads.
public final class PrometheusRegistry: MetricsFactory {
    /// More label combinations than this of one metric are not kept: a label that is no fixed list must not eat the
    /// memory of the process.
    static let mostSeries = 500

    enum Instrument: Sendable {
        case counter(CounterInstrument)
        case gauge(GaugeInstrument)
        case histogram(HistogramInstrument)

        var word: String {
            switch self {
            case .counter: "counter"
            case .gauge: "gauge"
            case .histogram: "histogram"
            }
        }
    }

    private let families = Mutex<[String: [Labels: Instrument]]>([:])

    /// An empty registry.
    public init() {}

    /// See `MetricsFactory`.
    public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        counter(label, dimensions)
    }
    /// See `MetricsFactory`.
    public func makeFloatingPointCounter(label: String, dimensions: [(String, String)])
        -> any FloatingPointCounterHandler
    {
        counter(label, dimensions)
    }
    /// See `MetricsFactory`.
    public func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        gauge(label, dimensions)
    }
    /// See `MetricsFactory`; an aggregating recorder is a histogram, another one a gauge.
    public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        if aggregate { histogram(label, dimensions) } else { gauge(label, dimensions) }
    }
    /// See `MetricsFactory`; in seconds.
    public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        histogram(label, dimensions)
    }
    /// Nothing: what was counted stays counted.
    public func destroyCounter(_ handler: any CounterHandler) {}
    /// Nothing: what was counted stays counted.
    public func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
    /// Nothing: what was counted stays counted.
    public func destroyMeter(_ handler: any MeterHandler) {}
    /// Nothing: what was counted stays counted.
    public func destroyRecorder(_ handler: any RecorderHandler) {}
    /// Nothing: what was counted stays counted.
    public func destroyTimer(_ handler: any TimerHandler) {}

    /// The present state, in the text exposition format 0.0.4.
    /// - Parameter samples: gauges that were measured just now.
    public func exposition(_ samples: [MetricSample] = []) -> String {
        var all = families.withLock { $0 }
        for sample in samples {
            let gauge = GaugeInstrument()
            gauge.set(sample.value)
            all[sample.name, default: [:]][Labels(sample.labels)] = .gauge(gauge)
        }
        return all.sorted { $0.key < $1.key }.map { Exposition.family($0.key, $0.value) }.joined()
    }

    private func counter(_ label: String, _ dimensions: [(String, String)]) -> CounterInstrument {
        let made = CounterInstrument()
        if case .counter(let kept) = keep(.counter(made), label, dimensions) { return kept }
        return made
    }

    private func gauge(_ label: String, _ dimensions: [(String, String)]) -> GaugeInstrument {
        let made = GaugeInstrument()
        if case .gauge(let kept) = keep(.gauge(made), label, dimensions) { return kept }
        return made
    }

    private func histogram(_ label: String, _ dimensions: [(String, String)]) -> HistogramInstrument {
        let made = HistogramInstrument()
        if case .histogram(let kept) = keep(.histogram(made), label, dimensions) { return kept }
        return made
    }

    /// The instrument that is there under this name and these labels, else the new one, kept from now on. An instrument
    /// beyond the limit, or of another kind than its name has, counts for nobody.
    private func keep(_ new: Instrument, _ label: String, _ dimensions: [(String, String)]) -> Instrument {
        let labels = Labels(dimensions)
        return families.withLock { families in
            let family = families[label, default: [:]]
            if let there = family[labels] { return there }
            guard family.count < Self.mostSeries, family.values.first.map({ $0.word == new.word }) ?? true else {
                return new
            }
            families[label, default: [:]][labels] = new
            return new
        }
    }
}

/// One gauge, measured at the moment it is asked for.
public struct MetricSample: Sendable {
    /// Name.
    public let name: String
    /// Labels; never of a person.
    public let labels: [(String, String)]
    /// Value.
    public let value: Double
    /// - Parameters: see the properties.
    public init(_ name: String, _ labels: [(String, String)] = [], _ value: Double) {
        self.name = name
        self.labels = labels
        self.value = value
    }
}
