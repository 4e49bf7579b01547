// SPDX-License-Identifier: EUPL-1.2

import GRDB
import Inburgering

/// Turns whatever SQLite says into an error for the operator. SQLite's own message names tables, never values; the
/// statement and its arguments are left out.
enum StorageFault {
    static func from(_ error: any Error, _ gemeente: Gemeentecode) -> RegieFout {
        if let fout = error as? RegieFout { return fout }
        let place = "opslag van gemeente \(gemeente)"
        guard let fault = error as? DatabaseError else {
            return RegieFout(.opslagFaalt, "De opslag gaf een fout: \(type(of: error)).", waar: place)
        }
        let said = fault.message.map { " SQLite zegt: \($0)." } ?? ""
        switch fault.resultCode {
        case .SQLITE_FULL:
            return RegieFout(
                .opslagFaalt,
                "De schijf is vol; er is niets geschreven.\(said)",
                watTeDoen: "Maak ruimte vrij op de schijf van 'storage.path'; wat al bevestigd was, staat er nog.",
                waar: place
            )
        case .SQLITE_BUSY, .SQLITE_LOCKED:
            return RegieFout(
                .opslagBezet,
                "Een ander proces houdt de opslag bezet.\(said)",
                watTeDoen: "Probeer het zo weer; kijk welk proces lang schrijft als het blijft.",
                waar: place
            )
        case .SQLITE_CORRUPT, .SQLITE_NOTADB:
            return RegieFout(
                .opslagFaalt,
                "Het databasebestand is beschadigd.\(said)",
                watTeDoen: "Stop regied, bewaar het bestand en zet de laatste goede kopie van de map terug.",
                waar: place
            )
        case .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_PERM:
            return RegieFout(
                .opslagFaalt,
                "De schijf of het bestand laat lezen of schrijven niet toe.\(said)",
                watTeDoen: "Controleer de schijf, de rechten en de eigenaar van het bestand.",
                waar: place
            )
        default:
            return RegieFout(
                .opslagFaalt,
                "De opslag gaf fout \(fault.extendedResultCode.rawValue).\(said)",
                waar: place
            )
        }
    }

    /// Whether an error is about one row (a constraint) and not about the storage.
    static func isConstraint(_ error: any Error) -> Bool {
        (error as? DatabaseError)?.resultCode == .SQLITE_CONSTRAINT
    }
}
