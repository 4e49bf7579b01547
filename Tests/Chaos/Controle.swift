// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit
import Testing

extension Stad {
    /// What must hold whatever happened: nothing acknowledged is lost, nothing has its effect twice, the chains hold.
    func controleer(_ last: Last) async throws {
        try await last.stop()
        try await wacht("alles is verwerkt", "SELECT count(*) FROM regie.inbox WHERE status <> 2", "0")
        let nu = "(extract(epoch FROM now()) * 1000)::bigint"
        try await wacht(
            "er ligt geen taak",
            "SELECT count(*) FROM regie.job WHERE status = 1 OR (status = 0 AND vanaf <= \(nu))",
            "0"
        )
        // Every acknowledged write is there, once.
        let opgeslagen = try await rijen("SELECT bericht_id FROM regie.inbox")
        #expect(opgeslagen.count == Set(opgeslagen).count)
        #expect(last.bevestigd.isSubset(of: opgeslagen), "er is een bevestigd bericht weg")
        #expect(Set(opgeslagen).isSubset(of: last.aangeboden), "er is een bericht dat niemand stuurde")
        // The effect of each is a step with one line in the audit log, which names the message.
        let gedaan = try await rijen(
            "SELECT substring(object FROM ' duo:([^ ]+) ') FROM regie.audit WHERE actie = 'bericht.verwerkt'"
        )
        #expect(gedaan.count == Set(gedaan).count, "een bericht is tweemaal verwerkt")
        #expect(Set(gedaan) == Set(opgeslagen), "een bericht is niet verwerkt")
        // One dossier a person, and in each the same facts: nothing was recorded twice.
        let personen = min(Self.bsns.count, opgeslagen.count)
        #expect(try await sql("SELECT count(*) FROM regie.dossier") == "\(personen)")
        #expect(try await rijen("SELECT DISTINCT laatste FROM regie.dossier").count == 1)
        #expect(try await sql("SELECT count(*) FROM regie.job WHERE status = 3") == "0", "een taak is opgegeven")
        try await loopKetensNa(minstens: gedaan.count)
    }

    /// Has the daemons chain the audit log, and walks all chains.
    private func loopKetensNa(minstens regels: Int) async throws {
        try await regie("job", "run", "auditketen", "--reden", "proef")
        try await wacht(
            "het auditlog is geketend",
            "SELECT count(*) >= \(regels) FROM regie.audit WHERE nr IS NOT NULL AND actie = 'bericht.verwerkt'",
            "t"
        )
        let uitkomst = try await regie("audit", "verify", "--output", "json")
        #expect(uitkomst.contains("\"aantalBreuken\": 0"), "\(uitkomst)")
    }
}
