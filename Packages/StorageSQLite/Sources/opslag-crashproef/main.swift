// SPDX-License-Identifier: EUPL-1.2

// Writes as fast as it can until it is killed, and says after each acknowledged write how far it is. The test that
// starts it kills it with -9 and checks that nothing acknowledged was lost.
//
// opslag-crashproef DATA KEYS GEMEENTE DOSSIER FIRST: appends fact after fact to one dossier beginning after
// volgnummer FIRST, and receives a message with the same number beside it.

import Foundation
import Inburgering
import Sealing
import StorageSQLite

let arguments = CommandLine.arguments
guard arguments.count == 6, let gemeente = Gemeentecode(arguments[3]), let dossier = DossierID(arguments[4]),
    let first = Int(arguments[5])
else {
    FileHandle.standardError.write(Data("gebruik: opslag-crashproef DATA KEYS GEMEENTE DOSSIER EERSTE\n".utf8))
    exit(2)
}
let engine = SQLiteEngine(path: arguments[1], keys: try KeyRing.load(from: arguments[2]))
let toegang = Toegang(actor: "crashproef", rol: .systeem, doel: "toets", oorsprong: "test")
let store = try await engine.open(gemeente, als: toegang)
let moment = Tijdstip(milliseconden: 1_709_287_200_000)

var number = first
while true {
    let uren = UrenGeregistreerd(peildatum: Datum(dagnummer: 19_800), urensoort: .taal, uren: number % 9999)
    let fact = Stap.NieuwFeit(
        geldigOp: uren.peildatum,
        bekendOp: moment,
        bron: .gemeente,
        feit: .urenGeregistreerd(uren)
    )
    let step = Stap(
        dossier: dossier,
        laatsteVolgnummer: number,
        feiten: [fact],
        audit: AuditRegel("toets", object: dossier.tekst, door: toegang, op: moment)
    )
    let message = InkomendBericht(
        sleutel: Berichtsleutel(.duo, "bericht-\(number + 1)"),
        soort: "SS101",
        ontvangenOp: moment,
        bsn: nil,
        vnummer: nil,
        ruw: Array("{\"nummer\":\(number + 1)}".utf8)
    )
    // Side by side, so that both go through one group commit.
    async let received = store.receive([message])
    async let numbers = store.append(step)
    _ = try await received
    number = try await numbers.last ?? number
    FileHandle.standardOutput.write(Data("\(number)\n".utf8))
}
