// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Labels in order of name, without what could name a person.
struct Labels: Hashable, Sendable {
    let pairs: [String]

    init(_ dimensions: [(String, String)]) {
        pairs = dimensions.map { name, value in
            let safe = Redactor.isSecret(name) ? Redactor.mask : Redactor.redact(value)
            return "\(Exposition.name(name))=\"\(Exposition.escaped(safe))\""
        }
        .sorted()
    }

    func text(adding extra: String? = nil) -> String {
        let all = pairs + (extra.map { [$0] } ?? [])
        return all.isEmpty ? "" : "{\(all.joined(separator: ","))}"
    }
}

/// The text exposition format 0.0.4 of Prometheus.
enum Exposition {
    /// All series of one metric.
    static func family(_ label: String, _ series: [Labels: PrometheusRegistry.Instrument]) -> String {
        let metric = name(label)
        let ordered = series.sorted { $0.key.pairs.lexicographicallyPrecedes($1.key.pairs) }
        guard let word = ordered.first?.value.word else { return "" }
        var out = ""
        if let help = MetricNames.help[metric] { out += "# HELP \(metric) \(help)\n" }
        out += "# TYPE \(metric) \(word)\n"
        for (labels, instrument) in ordered {
            switch instrument {
            case .counter(let counter): out += "\(metric)\(labels.text()) \(number(counter.value))\n"
            case .gauge(let gauge): out += "\(metric)\(labels.text()) \(number(gauge.value))\n"
            case .histogram(let histogram): out += lines(metric, labels, histogram.snapshot)
            }
        }
        return out
    }

    private static func lines(_ metric: String, _ labels: Labels, _ state: HistogramInstrument.State) -> String {
        var out = ""
        var upTo = 0
        for (bound, count) in zip(HistogramInstrument.bounds + [.infinity], state.buckets) {
            upTo += count
            out += "\(metric)_bucket\(labels.text(adding: "le=\"\(number(bound))\"")) \(upTo)\n"
        }
        return out + "\(metric)_sum\(labels.text()) \(number(state.sum))\n\(metric)_count\(labels.text()) \(upTo)\n"
    }

    /// A name in the characters that are allowed.
    static func name(_ text: String) -> String {
        String(
            text.unicodeScalars.map { scalar in
                let fits =
                    scalar.isASCII
                    && (scalar.properties.isAlphabetic || scalar == "_" || (48...57).contains(scalar.value))
                return fits ? Character(scalar) : "_"
            }
        )
    }

    static func escaped(_ text: String) -> String {
        text.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\"", with: "\\\"")
            .replacingOccurrences(of: "\n", with: "\\n")
    }

    private static func number(_ value: Double) -> String {
        if value == .infinity { return "+Inf" }
        if value == value.rounded(), value.magnitude < 1e15 { return String(Int64(value)) }
        return "\(value)"
    }
}
