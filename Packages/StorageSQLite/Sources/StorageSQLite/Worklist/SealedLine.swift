// SPDX-License-Identifier: EUPL-1.2

import Foundation
import GRDB
import Inburgering
import Sealing

/// A line of the werkvoorraad as it is stored: what it is sorted and selected by is plain, what it says is sealed.
struct SealedLine: Sendable {
    let herkomst: String
    let plaats: Int
    let ernst: Int
    let voor: Int64
    let code: String
    let klantmanager: String?
    let inhoud: Data

    init(
        _ regel: Werkregel,
        herkomst: String,
        plaats: Int,
        _ key: DossierKey,
        _ context: [UInt8]
    ) throws(RegieFout) {
        let signaal = regel.signaal
        self.herkomst = herkomst
        self.plaats = plaats
        ernst = signaal.ernst.rang
        voor = signaal.voor.map { Int64($0.dagnummer) } ?? WorkRows.noDay
        code = signaal.code.rawValue
        klantmanager = regel.klantmanager
        let body: JSON = [
            "actie": .tekst(signaal.actie),
            "grondslag": .lijst(signaal.grondslag.map(JSON.tekst)),
            "feiten": .lijst(signaal.feiten.map(JSON.getal)),
            "velden": .lijst(signaal.velden.map(JSON.tekst)),
        ]
        inhoud = try key.seal(body.bytes, context: context)
    }

    /// The columns that `regel` reads, in their order.
    static let columns = "dossier, herkomst, ernst, voor, code, klantmanager, inhoud"

    /// The line that a row holds.
    static func regel(_ row: Row, _ gemeente: Gemeentecode, _ key: DossierKey) throws -> Werkregel {
        let number: Int64 = row[0]
        let herkomst: String = row[1]
        let rang: Int = row[2]
        let voor: Int64 = row[3]
        let body = try JSON.lees(try key.open(row[6], context: SealContext.werkregel(gemeente, number, herkomst)))
        guard let ernst = Signaal.Ernst.allCases.first(where: { $0.rang == rang }), let actie = body["actie"]?.tekst
        else {
            throw RegieFout(.opslagFaalt, "Een werkregel in de opslag heeft een onbekende vorm.")
        }
        let signaal = Signaal(
            Beoordelingscode(rawValue: row[4]),
            voor: voor == WorkRows.noDay ? nil : Datum(dagnummer: Int(voor)),
            ernst: ernst,
            actie: actie,
            grondslag: body["grondslag"]?.lijst?.compactMap(\.tekst) ?? [],
            feiten: body["feiten"]?.lijst?.compactMap(\.getal) ?? [],
            velden: body["velden"]?.lijst?.compactMap(\.tekst) ?? []
        )
        return Werkregel(
            dossier: try DossierID(number: number),
            herkomst: herkomst == WorkRows.fromAssessment ? .beoordeling : .bericht(herkomst),
            signaal: signaal,
            klantmanager: row[5]
        )
    }
}
