// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import Jobs

private func tijd(_ tekst: String) throws -> Tijdstip { try #require(Tijdstip(tekst)) }

@Test(arguments: [
    // Ordinary winter and summer: 02:15 is 01:15Z and 00:15Z.
    ("15 2 * * *", "2026-01-10T12:00:00Z", "2026-01-11T01:15:00Z"),
    ("15 2 * * *", "2026-07-10T12:00:00Z", "2026-07-11T00:15:00Z"),
    // 29 March 2026: from 02:00 to 03:00 there is nothing; 03:00 is 01:00Z.
    ("15 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"),
    ("15 2 * * *", "2026-03-29T01:00:00Z", "2026-03-30T00:15:00Z"),
    // 25 October 2026: 02:15 comes at 00:15Z and again at 01:15Z; it runs once.
    ("15 2 * * *", "2026-10-24T12:00:00Z", "2026-10-25T00:15:00Z"),
    ("15 2 * * *", "2026-10-25T00:15:00Z", "2026-10-26T01:15:00Z"),
    // Several times within the hour that does not exist become one.
    ("0,20,40 2 * * *", "2026-03-28T12:00:00Z", "2026-03-29T01:00:00Z"),
    ("0,20,40 2 * * *", "2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z"),
    // Just after the hour that comes twice.
    ("0 3 * * *", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"),
    // Month ends and leap days.
    ("0 12 31 * *", "2026-01-31T12:00:00Z", "2026-03-31T10:00:00Z"),
    ("0 12 29 2 *", "2024-02-29T12:00:00Z", "2028-02-29T11:00:00Z"),
    ("0 12 29 2 *", "2096-03-01T00:00:00Z", "2104-02-29T11:00:00Z"),
    ("0 0 1 1 *", "2026-12-31T22:59:59.999Z", "2026-12-31T23:00:00Z"),
    // Names, ranges, steps; 7 is Sunday too.
    ("0 9 * * ma-vr", "2026-11-20T12:00:00Z", "2026-11-23T08:00:00Z"),
    ("0 9 * mrt zo", "2026-11-20T12:00:00Z", "2027-03-07T08:00:00Z"),
    ("0 9 * * 7", "2026-11-20T12:00:00Z", "2026-11-22T08:00:00Z"),
    ("0 9 * * fri-7", "2026-11-20T12:00:00Z", "2026-11-21T08:00:00Z"),
    ("50/5 9 * * *", "2026-11-20T08:50:00Z", "2026-11-20T08:55:00Z"),
    // Day of the month and day of the week both limited: either is enough.
    ("0 9 13 * fri", "2026-11-20T12:00:00Z", "2026-11-27T08:00:00Z"),
    ("0 9 13 * fri", "2026-12-11T12:00:00Z", "2026-12-13T08:00:00Z"),
    // But a field with a star puts no limit of its own.
    ("0 9 */2 * fri", "2026-11-20T12:00:00Z", "2026-11-27T08:00:00Z"),
])
func `een schema loopt op het uur dat de beheerder bedoelt`(regel: String, na: String, verwacht: String) throws {
    let cron = try Cron(regel)
    #expect(cron.volgende(na: try tijd(na)) == (try tijd(verwacht)))
    #expect(cron.laatste(totEnMet: try tijd(verwacht)) == (try tijd(verwacht)))
}

@Test func `een schema van iedere vijf minuten houdt op de nachten van de zomertijd gewoon zijn tempo`() throws {
    let cron = try Cron("*/5 * * * *")
    for nacht in ["2026-03-28T23:00:00Z", "2026-10-24T22:00:00Z"] {
        var vorige = try tijd(nacht)
        for _ in 1...100 {
            let volgende = try #require(cron.volgende(na: vorige))
            #expect(volgende.milliseconden - vorige.milliseconden == 300_000)
            #expect(cron.laatste(totEnMet: volgende.plus(milliseconden: 299_999)) == volgende)
            vorige = volgende
        }
    }
}

@Test(arguments: [
    ("15 2 * *", "vijf velden"), ("60 2 * * *", "0 tot en met 59"), ("0 24 * * *", "uur"),
    ("0 0 0 * *", "dag van de maand"),
    ("0 0 * 13 *", "maand"), ("0 0 * * 8", "dag van de week"), ("5-1 * * * *", "achteruit"), ("*/0 * * * *", "stap"),
    ("a * * * *", "'a'"), (", * * * *", "''"), ("1- * * * *", "''"), ("+1 * * * *", "'+1'"),
    ("0 0 30 2 *", "komt nooit"),
    ("0 0 31 4,6,9,11 *", "komt nooit"), ("", "vijf velden"), ("@daily", "vijf velden"), ("1/ * * * *", "stap"),
])
func `een cronregel die niet kan, wordt geweigerd met wat eraan schort`(regel: String, verwacht: String) {
    let fout = #expect(throws: RegieFout.self) { try Cron(regel) }
    #expect(fout?.code == .configOngeldig)
    #expect(fout?.wat.contains(verwacht) == true, "\(fout?.wat ?? "")")
}

@Test func `het volgende moment ligt altijd later, past bij de regel, en slaat niets over`() throws {
    let zaad = UInt64.random(in: .min ... .max)
    print("zaad van de cronproef: \(zaad)")
    var toeval = Toeval(zaad: zaad)
    for _ in 0..<400 {
        let regel = toeval.cronregel()
        guard let cron = try? Cron(regel) else { continue }
        let begin = Tijdstip(milliseconden: Int64.random(in: 1_700_000_000_000...1_900_000_000_000, using: &toeval))
        var vorige = begin
        for _ in 0..<5 {
            let volgende = try #require(cron.volgende(na: vorige), "zaad \(zaad), regel \(regel)")
            #expect(volgende > vorige, "zaad \(zaad), regel \(regel), na \(vorige)")
            #expect(Wandklok.past(cron, volgende), "zaad \(zaad), regel \(regel): \(volgende)")
            #expect(cron.laatste(totEnMet: volgende) == volgende, "zaad \(zaad), regel \(regel)")
            #expect(cron.laatste(totEnMet: volgende.plus(milliseconden: -1)).map { $0 <= vorige } != false)
            // Nothing within the next hours that clocks would have shown and the answer left out.
            var minuut = vorige.plus(milliseconden: 60_000 - vorige.milliseconden % 60_000)
            for _ in 0..<600 where minuut < volgende {
                #expect(!Wandklok.moet(cron, minuut), "zaad \(zaad), regel \(regel): \(minuut) ontbreekt")
                minuut = minuut.plus(milliseconden: 60_000)
            }
            vorige = volgende
        }
    }
}
