// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Testing

@Suite struct BlindIndexTests {
    private let master = Data(repeating: 7, count: 32)

    private func keys(_ masters: [UInt32: Data]? = nil, _ gemeente: Gemeentecode = TestData.gemeente) throws
        -> GemeenteKeys
    {
        try GemeenteKeys(gemeente, masters: masters ?? [1: master])
    }

    private func naam(_ naam: String, _ datum: String = "1990-00-00") throws -> Zoeksleutel {
        .naam(geslachtsnaam: naam, geboortedatum: try #require(OnvolledigeDatum(datum)))
    }

    @Test func `hetzelfde nummer geeft dezelfde index, en alles wat anders is een andere`() throws {
        let bsn = Zoeksleutel.bsn(TestIdentity.bsn(1))
        let index = try keys().blindIndex(bsn)
        #expect(index.count == 16)
        #expect(try keys().blindIndex(bsn) == index)
        #expect(try keys().blindIndex(.bsn(TestIdentity.bsn(2))) != index)
        #expect(try keys(nil, TestData.otherGemeente).blindIndex(bsn) != index)
        #expect(try keys([1: Data(repeating: 8, count: 32)]).blindIndex(bsn) != index)
        let vnummer = try #require(VNummer(waarde: Int(TestIdentity.bsn(1).waarde)))
        #expect(try keys().blindIndex(.vnummer(vnummer)) != index)
    }

    @Test(arguments: [
        ("Şahin", "sahin"), ("VAN DEN BERG", "van den berg"), ("van  den Berg ", "van den berg"), ("Müller", "muller"),
        ("Sørensen", "sorensen"), ("Wałęsa", "walesa"), ("Straße", "strasse"), ("Ægir", "aegir"), ("İnan", "inan"),
        ("Мельник", "мельник"), ("أحمد", "أحمد"),
    ])
    func `een naam is te vinden zonder op hoofdletters, accenten en spaties te letten`(schrijf: String, zoek: String)
        throws
    {
        #expect(try keys().blindIndex(naam(schrijf)) == keys().blindIndex(naam(zoek)))
        #expect(Naamvorm.van(schrijf) == Naamvorm.van(zoek))
    }

    @Test func `een andere naam of geboortedatum wordt niet gevonden`() throws {
        let index = try keys().blindIndex(naam("Jansen"))
        #expect(try keys().blindIndex(naam("Janssen")) != index)
        #expect(try keys().blindIndex(naam("Jansen", "1990-01-00")) != index)
        #expect(try keys().blindIndex(naam("vandenberg")) != keys().blindIndex(naam("van den berg")))
    }

    @Test func `na een sleutelwissel worden oude rijen nog gevonden en blijft de volgorde per persoon gelijk`() throws {
        let bsn = Zoeksleutel.bsn(TestIdentity.bsn(1))
        let old = try keys()
        let rotated = try keys([1: master, 2: Data(repeating: 9, count: 32)])
        #expect(try rotated.blindIndex(bsn) != old.blindIndex(bsn))
        #expect(try rotated.blindIndexes(bsn).contains(old.blindIndex(bsn)))
        #expect(try rotated.blindIndexes(bsn).contains(rotated.blindIndex(bsn)))
        // A new message waits under the new number, unless an earlier one of the person waits under the former.
        #expect(try rotated.orderingKeys(bsn).count == 2)
        #expect(try rotated.orderingKeys(bsn).last == old.orderingKeys(bsn).first)
        #expect(try rotated.orderingKeys(bsn).allSatisfy { $0 >= 0 })
    }
}
