// SPDX-License-Identifier: EUPL-1.2

import HTTPTypes
import Hummingbird
import Inburgering

/// Health and metrics, for whoever runs the installation.
struct Beheerroutes {
    let health: Health
    let registry: PrometheusRegistry

    /// Adds `/health/live`, `/health/ready`, `/health` and `/metrics`.
    func mount(on router: Router<Verzoekcontext>) {
        router.get("/health/live") { [health] _, _ -> Response in
            Self.word(health.isLive, "leeft", "reageert niet")
        }
        router.get("/health/ready") { [health] _, _ -> Response in
            Self.word(await health.isReady(), "gereed", "niet gereed")
        }
        router.get("/health") { [health] _, _ -> Response in
            let report = await health.report()
            // A warning is for people; only what does not work may make a machine act.
            return .json(report.status == .fout ? .serviceUnavailable : .ok, report.json)
        }
        router.get("/metrics") { [health, registry] _, _ -> Response in
            let text = registry.exposition(await health.samples())
            return Response(
                status: .ok,
                headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
                body: ResponseBody(byteBuffer: ByteBuffer(string: text))
            )
        }
    }

    private static func word(_ good: Bool, _ yes: String, _ no: String) -> Response {
        .json(good ? .ok : .serviceUnavailable, .object([.init("status", .tekst(good ? yes : no))]))
    }
}
