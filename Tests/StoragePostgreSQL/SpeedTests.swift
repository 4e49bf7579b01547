// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

@testable import PostgreSQLClient

/// Not a check but a measurement: `REGIE_PG_SNELHEID=1 swift test -c release -Xswiftc -enable-testing --filter Snelheid`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["REGIE_PG_SNELHEID"] != nil))
struct `Snelheid van de verbinding` {
    @Test func `rijen lezen en invoegen, en korte transacties`() async throws {
        try await Proefdatabase.met({ ($0.statementTimeout, $0.poolSize) = (600_000, 2) }) { proef in
            try await proef.script("CREATE UNLOGGED TABLE t (a bigint, b bigint, c text, d bytea, e boolean)")
            let aantal = 1_000_000
            let inhoud = Data(repeating: 7, count: 40)
            try await proef.pool.transaction(.write) { verbinding in
                try meet("COPY met row([…])", aantal) {
                    try verbinding.copy(into: "t (a, b, c, d, e)") { rijen in
                        for nummer in 0..<Int64(aantal) {
                            try rijen.row([
                                .int(nummer), .int(-nummer), .text("regel van de lijst"), .bytes(inhoud), .bool(true),
                            ])
                        }
                    }
                }
                try verbinding.run("TRUNCATE t")
                try meet("COPY per kolom", aantal) {
                    try verbinding.copy(into: "t (a, b, c, d, e)") { rijen in
                        for nummer in 0..<Int64(aantal) {
                            try rijen.start(5)
                            rijen.int(nummer)
                            rijen.int(-nummer)
                            rijen.text("regel van de lijst")
                            rijen.bytes(inhoud)
                            rijen.bool(true)
                        }
                    }
                }
            }
            let sql = "SELECT a, b, c, d, e FROM t"
            try await proef.pool.transaction(.snapshot) { verbinding in
                try meet("each, zonder kopie", aantal) {
                    var som: Int64 = 0
                    try verbinding.each(sql) {
                        som &+= try $0.int(0) &+ $0.int(1) &+ Int64($0.withBytes(3) { $0.count })
                    }
                }
                try meet("each, alles gelezen", aantal) {
                    try verbinding.each(sql) { _ = try ($0.int(0), $0.int(1), $0.text(2), $0.bytes(3), $0.bool(4)) }
                }
                try meet("rows, alles gelezen", aantal) {
                    for rij in try verbinding.rows(sql) {
                        _ = try (rij.int(0), rij.int(1), rij.text(2), rij.bytes(3), rij.bool(4))
                    }
                }
                try meet("statements in een transactie", 20_000) {
                    for nummer in 0..<20_000 { _ = try verbinding.row("SELECT $1", [.int(Int64(nummer))]) }
                }
            }
            let begin = ContinuousClock.now
            for nummer in 0..<5_000 {
                _ = try await proef.pool.transaction(.snapshot) {
                    try $0.row("SELECT $1", [.int(Int64(nummer))])?.int(0)
                }
            }
            toon("transacties van een statement", 5_000, begin.duration(to: .now))
        }
    }

    private func meet(_ wat: String, _ aantal: Int, _ werk: () throws -> Void) rethrows {
        let begin = ContinuousClock.now
        try werk()
        toon(wat, aantal, begin.duration(to: .now))
    }

    private func toon(_ wat: String, _ aantal: Int, _ duur: Duration) {
        let seconden = Double(duur.components.seconds) + Double(duur.components.attoseconds) / 1e18
        print("\(wat): \(Int(Double(aantal) / seconden)) per seconde")
    }
}
