// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieTestKit

/// What the superuser could do, for whom neither row-level security nor triggers stand in the way.
struct PostgreSQLTampering {
    let server: PostgresServer
    let database: String

    private let gemeente = TestData.gemeente.description

    func apply(_ tampering: Tampering) async throws {
        let sql = statements(tampering).joined(separator: "; ")
        _ = try await server.execute("SET session_replication_role = replica; \(sql)", database: database)
    }

    func wrappedKey(_ id: DossierID) async throws -> [UInt8] {
        let hex = try await server.execute(
            "SELECT encode(sleutel, 'hex') FROM regie.dossier WHERE \(own(id, "id"))",
            database: database
        )
        var bytes: [UInt8] = []
        var rest = Substring(hex.filter(\.isHexDigit))
        while rest.count >= 2 {
            bytes.append(UInt8(rest.prefix(2), radix: 16) ?? 0)
            rest = rest.dropFirst(2)
        }
        return bytes
    }

    private func statements(_ tampering: Tampering) -> [String] {
        switch tampering {
        case .flipFact(let id, let volgnummer):
            ["UPDATE regie.gebeurtenis SET \(flipped) WHERE \(own(id)) AND volgnummer = \(volgnummer)"]
        case .widenFact(let id, let column):
            [
                """
                UPDATE regie.gebeurtenis SET \(column) = \(column) + 4294967296 WHERE \(own(id)) AND volgnummer =
                    (SELECT max(volgnummer) FROM regie.gebeurtenis WHERE \(own(id)))
                """
            ]
        case .cutLastFact(let id): [cut(id)]
        case .copyFact(let from, let to, let volgnummer):
            [
                """
                UPDATE regie.gebeurtenis SET inhoud = (SELECT inhoud FROM regie.gebeurtenis
                    WHERE \(own(from)) AND volgnummer = \(volgnummer))
                WHERE \(own(to)) AND volgnummer = \(volgnummer)
                """
            ]
        case .changeAudit(let nummer): ["UPDATE regie.audit SET actor = 'iemand anders' WHERE \(line(nummer))"]
        case .removeAudit(let nummer): ["DELETE FROM regie.audit WHERE \(line(nummer))"]
        case .cutAudit(let last):
            [
                "DELETE FROM regie.audit WHERE gemeente = '\(gemeente)' AND (nr > \(last) OR nr IS NULL)",
                """
                UPDATE regie.audit_kop SET nr = \(last), code = (SELECT code FROM regie.audit WHERE \(line(last)))
                WHERE gemeente = '\(gemeente)'
                """,
            ]
        case .addAudit:
            [
                """
                INSERT INTO regie.audit (gemeente, actie, object, resultaat, oorsprong, actor, tijdstip)
                VALUES ('\(gemeente)', 'dossier.lees', 'x', 'gelukt', 'elders', 'iemand anders', 1)
                """
            ]
        case .flipInbox(let berichtId):
            [
                "UPDATE regie.inbox SET \(flipped) WHERE gemeente = '\(gemeente)' AND bericht_id = '\(berichtId)'"
            ]
        case .laterKey(let berichtId):
            [
                "UPDATE regie.inbox SET \(laterKey) WHERE gemeente = '\(gemeente)' AND bericht_id = '\(berichtId)'"
            ]
        case .flipJob(let id):
            ["UPDATE regie.job SET \(flipped) WHERE gemeente = '\(gemeente)' AND id = \(id)"]
        case .laterKeyOfJob(let id):
            ["UPDATE regie.job SET \(laterKey) WHERE gemeente = '\(gemeente)' AND id = \(id)"]
        case .silence(let process, let minutes):
            [
                """
                UPDATE regie.proces SET gezien = gezien - \(minutes) * 60000
                WHERE gemeente = '\(gemeente)' AND naam = '\(process)'
                """
            ]
        case .cutSeal:
            [
                """
                DELETE FROM regie.zegel WHERE gemeente = '\(gemeente)'
                    AND nr = (SELECT max(nr) FROM regie.zegel WHERE gemeente = '\(gemeente)')
                """
            ]
        case .changeSeal(let nummer):
            [
                """
                UPDATE regie.zegel SET dossiers = dossiers + 1 WHERE gemeente = '\(gemeente)' AND nr = \(nummer)
                """
            ]
        case .shortenDossier, .dropDossier, .pretendDestroyed, .dropLookup, .dropLines: dossier(tampering)
        }
    }

    private func dossier(_ tampering: Tampering) -> [String] {
        switch tampering {
        case .shortenDossier(let id):
            [
                cut(id),
                """
                UPDATE regie.dossier SET laatste = laatste - 1, hash = (
                    SELECT hash FROM regie.gebeurtenis WHERE \(own(id)) ORDER BY volgnummer DESC LIMIT 1)
                WHERE \(own(id, "id"))
                """,
            ]
        case .dropDossier(let id):
            ["gebeurtenis", "zoeksleutel", "werkregel", "outbox"].map { "DELETE FROM regie.\($0) WHERE \(own(id))" }
                + ["DELETE FROM regie.dossier WHERE \(own(id, "id"))"]
        case .pretendDestroyed(let id):
            ["zoeksleutel", "werkregel"].map { "DELETE FROM regie.\($0) WHERE \(own(id))" }
                + ["UPDATE regie.dossier SET sleutel = '', vernietigd_op = 1 WHERE \(own(id, "id"))"]
        case .dropLookup(let id):
            [
                """
                DELETE FROM regie.zoeksleutel WHERE \(own(id)) AND blind = (
                    SELECT blind FROM regie.zoeksleutel WHERE \(own(id)) ORDER BY blind LIMIT 1)
                """
            ]
        case .dropLines(let id): ["DELETE FROM regie.werkregel WHERE \(own(id))"]
        default: []
        }
    }

    private let flipped = """
        inhoud = set_byte(inhoud, length(inhoud) - 1, get_byte(inhoud, length(inhoud) - 1) # 1)
        """

    private let laterKey = "inhoud = set_byte(inhoud, 3, get_byte(inhoud, 3) # 1)"

    private func cut(_ id: DossierID) -> String {
        """
        DELETE FROM regie.gebeurtenis WHERE \(own(id))
            AND volgnummer = (SELECT max(volgnummer) FROM regie.gebeurtenis WHERE \(own(id)))
        """
    }

    private func line(_ nummer: Int64) -> String { "gemeente = '\(gemeente)' AND nr = \(nummer)" }

    private func own(_ id: DossierID, _ column: String = "dossier") -> String {
        "gemeente = '\(gemeente)' AND \(column) = \(number(id))"
    }

    /// The id as sixty bits, five a character: how the database holds it.
    private func number(_ id: DossierID) -> Int64 {
        let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
        return id.tekst.reduce(0) { $0 << 5 | Int64(alphabet.firstIndex(of: $1) ?? 0) }
    }
}
