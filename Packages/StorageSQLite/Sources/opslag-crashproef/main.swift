// SPDX-License-Identifier: EUPL-1.2

// Writes as fast as it can until it is killed, and says after each acknowledged write how far it is. The test that
// starts it kills it with -9, or takes its disk away, and checks that nothing acknowledged was lost.
//
// opslag-crashproef DATA KEYS GEMEENTE DOSSIER: appends fact after fact to one dossier, and receives a message with the
// same number beside it. Ends with 1 when the storage fails, and says why on stderr.

import Foundation
import Inburgering
import Sealing
import StorageSQLite

let arguments = CommandLine.arguments
guard arguments.count == 5, let gemeente = Gemeentecode(arguments[3]), let dossier = DossierID(arguments[4]) else {
    FileHandle.standardError.write(Data("gebruik: opslag-crashproef DATA KEYS GEMEENTE DOSSIER\n".utf8))
    exit(2)
}
let toegang = Toegang(actor: "crashproef", rol: .systeem, doel: "toets", oorsprong: "test")
let moment = Tijdstip(milliseconden: 1_709_287_200_000)

/// A fact and its audit line, to come after the last one.
func step(after number: Int) -> Stap {
    let uren = UrenGeregistreerd(peildatum: Datum(dagnummer: 19_800), urensoort: .taal, uren: number % 9999)
    let fact = Stap.NieuwFeit(
        geldigOp: uren.peildatum,
        bekendOp: moment,
        bron: .gemeente,
        feit: .urenGeregistreerd(uren)
    )
    let audit = AuditRegel("toets", object: dossier.tekst, door: toegang, op: moment)
    return Stap(dossier: dossier, laatsteVolgnummer: number, feiten: [fact], audit: audit)
}

/// A message that carries the number in its id.
func message(_ number: Int) -> InkomendBericht {
    InkomendBericht(
        sleutel: Berichtsleutel(.duo, "\(dossier)-\(number)"),
        soort: "SS101",
        ontvangenOp: moment,
        bsn: nil,
        vnummer: nil,
        ruw: Array("{\"nummer\":\(number)}".utf8)
    )
}

do {
    // A killed holder leaves no lock behind, so the next round starts.
    let lock = try DaemonLock.acquire(arguments[1])
    let engine = SQLiteEngine(path: arguments[1], keys: try KeyRing.load(from: arguments[2]))
    let store = try await engine.open(gemeente, als: toegang)
    for number in 0... {
        // Side by side, so that both go through one group commit.
        async let received = store.receive([message(number + 1)])
        async let numbers = store.append(step(after: number))
        _ = try await (received, numbers)
        FileHandle.standardOutput.write(Data("\(number + 1)\n".utf8))
    }
    withExtendedLifetime(lock) {}
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
