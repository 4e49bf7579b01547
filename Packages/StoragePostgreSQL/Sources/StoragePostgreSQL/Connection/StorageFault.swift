// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient

/// Turns whatever PostgreSQL says into an error for the operator. The client keeps values out of the message.
enum StorageFault {
    /// - Parameter roles: what to make, said when that may be what is missing.
    static func from(_ error: any Error, _ place: String, roles: DatabaseRoles? = nil) -> RegieFout {
        if let fout = error as? RegieFout { return fout }
        guard let fault = error as? PGError else {
            return RegieFout(.opslagFaalt, "De opslag gaf een fout: \(type(of: error)).", waar: place)
        }
        if fault.commitUnknown {
            return RegieFout(
                .opslagFaalt,
                "De verbinding met PostgreSQL viel weg terwijl er werd bevestigd: of het geschreven is, is onbekend.",
                watTeDoen: "Lees het opnieuw voordat u het nog eens probeert.",
                waar: place
            )
        }
        let said = " \(fault)."
        // No such database, no such role, another password: nothing that a server out of reach or a missing right says.
        let missing = ["3D000", "28000", "28P01"].contains(fault.sqlState)
        switch (fault.kind, fault.sqlState ?? "") {
        case (.connection, _), (_, "57P01"), (_, "57P02"), (_, "57P03"):
            return RegieFout(
                .opslagFaalt,
                "PostgreSQL is niet te bereiken.\(said)",
                watTeDoen:
                    "Controleer of de server draait en 'storage.url' klopt. Stopte hij zelf, dan zegt zijn eigen log "
                    + "waarom; vaak is een schijf vol, ook die van pg_wal. Wat bevestigd was, staat er."
                    + (missing ? roles.map(advice) ?? "" : ""),
                waar: place
            )
        case (.timeout, _), (_, "55P03"), (_, "57014"), (_, "40P01"), (_, "40001"):
            return RegieFout(
                .opslagBezet,
                "PostgreSQL antwoordt niet op tijd, of een ander houdt de gegevens vast.\(said)",
                watTeDoen: "Probeer het zo weer; kijk in pg_stat_activity wie lang bezig is als het blijft.",
                waar: place
            )
        case (_, "53100"):
            return RegieFout(
                .opslagFaalt,
                "De schijf van PostgreSQL is vol; er is niets geschreven.\(said)",
                watTeDoen: "Maak ruimte vrij; wat al bevestigd was, staat er nog.",
                waar: place
            )
        case (_, "42501"):
            return RegieFout(
                .opslagFaalt,
                "De rol van 'storage.url' mag dit niet in PostgreSQL.\(said)",
                watTeDoen: "Draai 'regie migrate' met 'storage.migratieUrl': dat geeft de rol haar rechten.",
                waar: place
            )
        default:
            return RegieFout(.opslagFaalt, "De opslag gaf een fout.\(said)", waar: place)
        }
    }

    private static func advice(_ roles: DatabaseRoles) -> String {
        " Zijn rollen of database er nog niet? Als beheerder van PostgreSQL: \(roles.statements.joined(separator: "; ")). "
            + "Daarna 'regie migrate'."
    }

    /// Whether an error is about one row (a constraint) and not about the storage.
    static func isConstraint(_ error: any Error) -> Bool {
        (error as? PGError)?.sqlState?.hasPrefix("23") ?? false
    }
}
