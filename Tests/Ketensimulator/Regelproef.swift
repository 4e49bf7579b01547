// SPDX-License-Identifier: EUPL-1.2

import KetensimulatorKit
import KetensimulatorTestKit
import Testing

/// One acceptance rule of DUO, tried at its edge: just refused, and just accepted.
struct Regelproef: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let methode: String
    let pad: String
    /// What must stand in a fouttekst of the refusal.
    let fouttekst: String
    let geweigerd: Geval
    let aanvaard: Geval

    /// A person, a day and a message.
    struct Geval: Sendable {
        let persoon: JSONWaarde
        let body: JSONWaarde?
        var vandaag = Proefwereld.vandaag
        var bron = Proefwereld.amsterdam
    }

    init(
        _ omschrijving: String,
        _ methode: String,
        _ pad: String,
        fouttekst: String,
        geweigerd: Geval,
        aanvaard: Geval
    ) {
        testDescription = omschrijving
        self.methode = methode
        self.pad = pad
        self.fouttekst = fouttekst
        self.geweigerd = geweigerd
        self.aanvaard = aanvaard
    }

    /// Tries both; the refusal must name this rule and no other.
    func voerUit() async throws {
        let nee = try await antwoord(geweigerd)
        #expect(nee.status == 403)
        #expect(nee.foutteksten.count == 1, "\(nee.foutteksten)")
        #expect(nee.foutteksten.first?.contains(fouttekst) == true, "\(nee.foutteksten)")
        #expect(nee.foutteksten.allSatisfy { $0.count <= 200 })
        let ja = try await antwoord(aanvaard)
        #expect((200...204).contains(ja.status), "\(ja.status) \(ja.foutteksten)")
    }

    private func antwoord(_ geval: Geval) async throws -> Proefantwoord {
        try await Proefwereld.met([geval.persoon], vandaag: geval.vandaag, bron: geval.bron) { duo async throws in
            try await duo.vraag(methode, "/personen/\(Proefwereld.bsn)\(pad)", geval.body)
        }
    }
}
