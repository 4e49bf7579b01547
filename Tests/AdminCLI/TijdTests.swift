// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

/// Which clock a beheerder reads.
@Suite struct TijdTests {
    @Test func `een tabel heeft Nederlandse tijd, CSV en JSON hebben UTC`() async throws {
        let map = try Proefmap()
        try await map.installatie()
        _ = try await map.dossier(bsn: Proefpersoon.bsn)
        let regels = try #require(try await map.json(["audit", "list"])["regels"]?.lijst)
        let utc = try #require(regels.last?["tijdstip"]?.tekst)
        let tijdstip = try #require(Tijdstip(utc))
        let moment = Date(timeIntervalSince1970: Double(tijdstip.milliseconden) / 1000)
        let hier = DateFormatter()
        hier.locale = Locale(identifier: "en_US_POSIX")
        hier.timeZone = TimeZone(identifier: "Europe/Amsterdam")
        hier.dateFormat = "yyyy-MM-dd HH:mm"

        let tabel = try await map.regie("audit", "list").uit
        #expect(tabel.contains(hier.string(from: moment)), "\(tabel)")
        #expect(!tabel.contains(utc))
        let csv = try await map.regie("audit", "list", "--output", "csv").uit
        #expect(csv.contains(",\(utc),"), "\(csv)")
    }
}
