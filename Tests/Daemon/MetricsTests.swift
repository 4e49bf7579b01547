// SPDX-License-Identifier: EUPL-1.2

import CoreMetrics
import Testing

@testable import RegieRuntime

@Suite struct MetricsTests {
    @Test func `Prometheus leest tellers, standen en verdelingen zoals zij geschreven worden`() {
        let registry = PrometheusRegistry()
        let teller = registry.makeCounter(label: "regie_jobs_gered_total", dimensions: [])
        teller.increment(by: 2)
        registry.makeCounter(label: "regie_jobs_gered_total", dimensions: []).increment(by: 3)
        registry.makeRecorder(label: "regie_jobs_lopend", dimensions: [], aggregate: false).record(Int64(4))
        let duur = registry.makeTimer(label: "regie_job_duur_seconds", dimensions: [("soort", "in\"box")])
        for milliseconden in [1, 20, 700_000] { duur.recordNanoseconds(Int64(milliseconden) * 1_000_000) }
        let tekst = registry.exposition([MetricSample("regie_dossiers", [("gemeente", "0363")], 12)])
        #expect(tekst.contains("# TYPE regie_jobs_gered_total counter\nregie_jobs_gered_total 5\n"))
        #expect(
            tekst.contains(
                "# HELP regie_jobs_lopend Taken die nu lopen.\n# TYPE regie_jobs_lopend gauge\nregie_jobs_lopend 4\n"
            )
        )
        #expect(tekst.contains("regie_dossiers{gemeente=\"0363\"} 12\n"))
        let deel = "regie_job_duur_seconds_bucket{soort=\"in\\\"box\",le="
        for (grens, aantal) in [("0.005", 1), ("0.025", 2), ("300", 2), ("+Inf", 3)] {
            #expect(tekst.contains("\(deel)\"\(grens)\"} \(aantal)\n"), "\(grens)")
        }
        #expect(tekst.contains("regie_job_duur_seconds_count{soort=\"in\\\"box\"} 3\n"))
        #expect(tekst.contains("regie_job_duur_seconds_sum{soort=\"in\\\"box\"} 700.021\n"))
    }

    @Test func `een persoon komt niet in een label, en een wild label kost geen geheugen`() {
        let registry = PrometheusRegistry()
        for nummer in 0..<2000 {
            registry.makeCounter(label: "wild", dimensions: [("x", "\(nummer)")]).increment(by: 1)
        }
        registry.makeCounter(label: "lek", dimensions: [("pad", "/p/999990019"), ("bsn", "1")]).increment(by: 1)
        let tekst = registry.exposition()
        #expect(tekst.split(separator: "\n").filter { $0.hasPrefix("wild{") }.count == PrometheusRegistry.mostSeries)
        #expect(tekst.contains("lek{bsn=\"***\",pad=\"/p/***\"} 1"))
    }

    @Test func `elke metriek van de daemon is beschreven`() {
        for (naam, uitleg) in MetricNames.help {
            #expect(naam.hasPrefix("regie_") && uitleg.hasSuffix("."))
            #expect(Exposition.name(naam) == naam)
        }
    }
}
