// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@Suite struct `Waarden` {
    @Test func `een BSN voldoet aan de elfproef en laat zich niet afdrukken`() throws {
        let bsn = try #require(Bsn("999900006"))
        #expect(bsn.cijfers == "999900006")
        #expect("\(bsn)" == "*******06")
        for fout in ["999900007", "99990000", "9999000060", "000000000", "99990000a", ""] {
            #expect(Bsn(fout) == nil, "\(fout)")
        }
        #expect(Bsn("010000008")?.cijfers == "010000008")
    }

    @Test func `elke wijziging van een cijfer van een BSN valt op`() throws {
        var toeval = Toeval()
        for _ in 0..<2000 {
            let cijfers = (0..<9).map { _ in Int.random(in: 0...9, using: &toeval) }
            guard let bsn = Bsn(cijfers.map(String.init).joined()) else { continue }
            var ander = Array(bsn.cijfers)
            let plaats = Int.random(in: 0..<9, using: &toeval)
            let nieuw = Character(
                String((Int(String(ander[plaats])).map { $0 + Int.random(in: 1...9, using: &toeval) } ?? 0) % 10)
            )
            ander[plaats] = nieuw
            #expect(Bsn(String(ander)) == nil)
        }
    }

    @Test func `een duur heeft een getal en een eenheid`() {
        #expect(Duur("P10W") == Duur(10, .weken))
        #expect(Duur("P18M")?.description == "P18M")
        #expect(Duur("P1Y")?.leesbaar == "1 jaar")
        for fout in ["10W", "P", "PW", "P-1W", "P1H", "P1Y6M", "p1W", "P 1W"] { #expect(Duur(fout) == nil, "\(fout)") }
    }

    @Test func `een tijdstip komt terug en rekent de zone mee`() throws {
        var toeval = Toeval()
        for _ in 0..<2000 {
            let tijdstip = Tijdstip(
                milliseconden: Int64.random(in: -1_000_000_000_000...4_000_000_000_000, using: &toeval)
            )
            #expect(Tijdstip(tijdstip.description) == tijdstip)
        }
        #expect(Tijdstip("2024-03-15T10:30:00+01:00") == Tijdstip("2024-03-15T09:30:00.000Z"))
        for fout in ["2024-03-15T25:00:00Z", "2024-03-15T10:30:00", "2024-02-30T10:30:00Z", "morgen"] {
            #expect(Tijdstip(fout) == nil, "\(fout)")
        }
    }

    @Test func `een bedrag is in centen`() {
        #expect(Bedrag("694.23")?.centen == 69_423)
        #expect(Bedrag("-0.5")?.centen == -50)
        #expect(Bedrag(euro: 250).description == "250")
        #expect(Bedrag(centen: 5).description == "0.05")
        for fout in ["", "1.234", "1.", "a", "1,5"] { #expect(Bedrag(fout) == nil, "\(fout)") }
    }

    @Test func `een geboortedatum mag onvolledig zijn`() {
        #expect(OnvolledigeDatum("1990-00-00")?.volledig == nil)
        #expect(OnvolledigeDatum("1990-05-01")?.volledig == Datum("1990-05-01"))
        for fout in ["1990-00-01", "0000-05-00", "1990-02-30", "1990-5-1"] {
            #expect(OnvolledigeDatum(fout) == nil, "\(fout)")
        }
    }

    @Test func `een gemeentecode heeft vier cijfers`() {
        #expect(Gemeentecode("0363")?.description == "0363")
        for fout in ["363", "0000", "03630", "036a"] { #expect(Gemeentecode(fout) == nil, "\(fout)") }
    }

    @Test func `een V-nummer krijgt zijn nullen terug`() {
        #expect(VNummer(waarde: 12)?.cijfers == "0000000012")
        #expect(VNummer("0000000000") == nil)
        #expect(VNummer(waarde: 10_000_000_000) == nil)
    }
}
