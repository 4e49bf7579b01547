// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Logging
import Synchronization
import Testing

@testable import RegieRuntime

private let bsn = "999990019"
private let vnummer = "1234567890"

/// What was written.
private final class Regels: Sendable {
    private let alles = Mutex("")
    var tekst: String { alles.withLock { $0 } }
    func schrijf(_ regel: String) { alles.withLock { $0 += regel } }
}

@Suite struct RedactorTests {
    @Test(arguments: [RegieLogHandler.Format.json, .text])
    func `geen BSN, V-nummer of naam komt in een logregel, hoe hij er ook in wordt gestopt`(
        vorm: RegieLogHandler.Format
    ) throws {
        #expect(Bsn(bsn) != nil, "de kanarie moet een echt BSN kunnen zijn")
        let regels = Regels()
        var logger = Logger(label: "kanarie") {
            RegieLogHandler(label: $0, level: .trace, format: vorm, write: regels.schrijf)
        }
        struct Lek: Error, CustomStringConvertible { let description = "bsn \(bsn)" }
        logger[metadataKey: "altijd"] = "\(bsn)"
        logger.info("bsn \(bsn) en v-nummer \(vnummer), ook 9999.90.019 en 999 990 019")
        logger.warning(
            "x",
            metadata: ["pad": "/v1/personen/\(bsn)/pip?v=\(vnummer)", "naam": "Jansen", "BSN": "\(bsn)"]
        )
        logger.error(
            "y",
            error: Lek(),
            metadata: ["diep": ["a": ["\(bsn)", ["geslachtsnaam": "Jansen", "v": .stringConvertible(1_234_567_890)]]]]
        )
        logger.trace("\(bsn)\(vnummer) los \(bsn).")
        let alles = regels.tekst.filter { $0.isNumber || $0.isLetter }
        #expect(!regels.tekst.contains("Jansen"))
        #expect(alles.components(bsn) == 1, "alleen de reeks van negentien cijfers mag blijven: \(regels.tekst)")
        #expect(!regels.tekst.replacing(bsn + vnummer, with: "").contains(vnummer))
        #expect(regels.tekst.contains("Lek"))
        #expect(regels.tekst.split(separator: "\n").count == 4)
    }

    @Test(arguments: [
        "job 123456789 gedaan", "poort 8080 op 127.0.0.1", "2026-11-21 10:53:36 begonnen", "OIN 00000001002564440000",
        "2026-11-21T10:53:36.000Z", "tijd 1795258416000 ms", "€ 1.250,00", "art. 3.14 lid 2", "",
    ])
    func `wat geen persoon aanwijst blijft leesbaar`(tekst: String) {
        #expect(Redactor.redact(tekst) == tekst)
    }

    @Test func `een regel laat zich niet vervalsen met een regeleinde`() {
        let regels = Regels()
        let logger = Logger(label: "x") {
            RegieLogHandler(label: $0, level: .info, format: .text, write: regels.schrijf)
        }
        logger.info("goed\n10:00:00 error    nep", metadata: ["a": "b\nc"])
        #expect(regels.tekst.split(separator: "\n").count == 1)
    }

    @Test func `een JSON-regel is een object met tijd, niveau en bericht`() throws {
        let regels = Regels()
        let logger = Logger(label: "x") {
            RegieLogHandler(label: $0, level: .info, format: .json, write: regels.schrijf)
        }
        logger.debug("te zacht")
        logger.notice("gereed", metadata: ["poort": "8080", "bericht": "eigen"])
        let json = try JSON.lees(regels.tekst.utf8)
        #expect(json["niveau"]?.tekst == "notice" && json["bericht"]?.tekst == "gereed")
        #expect(json["_bericht"]?.tekst == "eigen" && json["poort"]?.tekst == "8080")
        #expect(json["tijd"]?.tekst.flatMap { Tijdstip($0) } != nil)
    }
}

extension String {
    /// How often a text stands in this one.
    fileprivate func components(_ deel: String) -> Int { ranges(of: deel).count }
}
