// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

/// The checks of the chaos tests, on what somebody spoiled on purpose.
@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct ControleTests {
    @Test(.timeLimit(.minutes(10)))
    func `de controle ziet wat weg is, dubbel is of veranderd`() async throws {
        try await Stad.met { stad in
            let last = Last(stad)
            last.start()
            try await last.loopt()
            try await stad.stelPIPsVast(1)
            var gezien = try await stad.bevindingen(na: last)
            #expect(gezien == [])
            // Nobody works any more: what changes from here on is ours.
            for nummer in 0...1 { #expect(try await stad.daemon(nummer).stop() == 0) }
            for (bederf, bevinding) in Self.bederf {
                #expect(!gezien.contains(bevinding))
                // As the superuser, for whom neither row security nor triggers stand in the way.
                _ = try await stad.sql("SET session_replication_role = replica; \(bederf)")
                gezien = try await stad.onderzoek(last)
                #expect(gezien.contains(bevinding), "\(bederf)")
            }
            #expect(gezien == Set(Bevinding.allCases))
        }
    }

    /// One after the other, each with what it adds. The broken chain first: verify sees most of what follows too.
    private static let bederf: [(String, Bevinding)] = [
        (
            """
            UPDATE regie.gebeurtenis SET inhoud = set_byte(inhoud, 40, get_byte(inhoud, 40) # 1)
            WHERE (dossier, volgnummer) = (SELECT min(dossier), 1 FROM regie.gebeurtenis)
            """, .keten
        ),
        ("DELETE FROM regie.inbox WHERE nr = (SELECT min(nr) FROM regie.inbox)", .bevestigdMaarWeg),
        (
            """
            DELETE FROM regie.audit WHERE actie = 'bericht.verwerkt' AND object LIKE
            (SELECT '%' || bericht_id || '%' FROM regie.inbox ORDER BY nr DESC LIMIT 1)
            """, .nietVerwerkt
        ),
        ("UPDATE regie.inbox SET bericht_id = 'vreemd' WHERE nr = (SELECT min(nr) FROM regie.inbox)", .vanNiemand),
        (
            """
            DROP INDEX regie.inbox_sleutel; INSERT INTO regie.inbox (gemeente, partner, bericht_id, soort, ontvangen_op,
            persoon, status, inhoud) SELECT gemeente, partner, bericht_id, soort, ontvangen_op, persoon, status, inhoud
            FROM regie.inbox LIMIT 1
            """, .dubbelOpgeslagen
        ),
        (
            """
            INSERT INTO regie.audit (gemeente, actie, object, resultaat, oorsprong, actor, tijdstip)
            SELECT gemeente, actie, object, resultaat, oorsprong, actor, tijdstip FROM regie.audit
            WHERE actie = 'bericht.verzonden'
            """, .uitgaand
        ),
        ("UPDATE regie.job SET status = 3 WHERE id = (SELECT min(id) FROM regie.job)", .opgegeven),
        (
            """
            INSERT INTO regie.audit (gemeente, actie, object, resultaat, oorsprong, actor, tijdstip)
            SELECT gemeente, actie, object, resultaat, oorsprong, actor, tijdstip FROM regie.audit
            WHERE actie = 'bericht.verwerkt' LIMIT 1
            """, .dubbelVerwerkt
        ),
        (
            """
            DELETE FROM regie.gebeurtenis WHERE (dossier, volgnummer) =
            (SELECT dossier, max(volgnummer) FROM regie.gebeurtenis WHERE dossier NOT IN (SELECT dossier FROM regie.outbox)
            GROUP BY dossier LIMIT 1)
            """, .feiten
        ),
        ("DELETE FROM regie.dossier WHERE id = (SELECT max(id) FROM regie.dossier)", .dossiers),
    ]
}
