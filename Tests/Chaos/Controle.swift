// SPDX-License-Identifier: EUPL-1.2

import Foundation
import RegieTestKit

/// What can be wrong after a fault.
enum Bevinding: String, Hashable, CaseIterable {
    case bevestigdMaarWeg = "een bevestigd bericht is er niet"
    case dubbelOpgeslagen = "een bericht is tweemaal opgeslagen"
    case vanNiemand = "er is een bericht dat niemand stuurde"
    case dubbelVerwerkt = "een bericht is tweemaal verwerkt"
    case nietVerwerkt = "een bericht is niet verwerkt"
    case dossiers = "er is niet één dossier per persoon"
    case feiten = "niet elk dossier heeft dezelfde feiten"
    case uitgaand = "een bericht is niet, of tweemaal, bij DUO aangekomen"
    case opgegeven = "een taak is opgegeven"
    case keten = "een keten klopt niet"
}

extension Stad {
    /// Ends the load and waits until all is done; then what is wrong, which must be nothing whatever happened: nothing
    /// acknowledged is lost, nothing has its effect twice, the chains hold.
    func bevindingen(na last: Last) async throws -> Set<Bevinding> {
        try await last.stop()
        try await wacht("alles is verwerkt", "SELECT count(*) FROM regie.inbox WHERE status <> 2", "0")
        try await wacht("alles is verzonden", "SELECT count(*) FROM regie.outbox WHERE status <> 2", "0")
        try await ketenAuditlog()
        let nu = "(extract(epoch FROM now()) * 1000)::bigint"
        try await wacht(
            "er ligt geen taak",
            "SELECT count(*) FROM regie.job WHERE status = 1 OR (status = 0 AND vanaf <= \(nu))",
            "0"
        )
        return try await onderzoek(last)
    }

    /// What is wrong at this moment.
    func onderzoek(_ last: Last) async throws -> Set<Bevinding> {
        var gevonden: Set<Bevinding> = []
        func eis(_ goed: Bool, _ bevinding: Bevinding) { if !goed { gevonden.insert(bevinding) } }

        // Every acknowledged write is there, once.
        let opgeslagen = try await rijen("SELECT bericht_id FROM regie.inbox")
        eis(last.bevestigd.isSubset(of: opgeslagen), .bevestigdMaarWeg)
        eis(opgeslagen.count == Set(opgeslagen).count, .dubbelOpgeslagen)
        eis(Set(opgeslagen).isSubset(of: last.aangeboden), .vanNiemand)
        // The effect of each is a step with one line in the audit log, which names the message.
        let gedaan = try await rijen(
            "SELECT substring(object FROM ' duo:([^ ]+) ') FROM regie.audit WHERE actie = 'bericht.verwerkt'"
        )
        eis(gedaan.count == Set(gedaan).count, .dubbelVerwerkt)
        eis(Set(opgeslagen).isSubset(of: gedaan), .nietVerwerkt)
        // The people are alike: who has more facts than another had something recorded twice.
        eis(try await sql("SELECT count(*) FROM regie.dossier") == "\(last.personen.count)", .dossiers)
        eis(try await sql(Self.soortenDossiers) == "1", .feiten)
        // What went out arrived, and no more than once.
        let uit = Int(try await sql("SELECT count(*) FROM regie.outbox")) ?? -1
        let verzonden = try await rijen(
            "SELECT substring(object FROM ' duo:([^ ]+) ') FROM regie.audit WHERE actie = 'bericht.verzonden'"
        )
        let bijDUO = try await pipsBijDUO()
        eis(verzonden.count == uit && Set(verzonden).count == uit && bijDUO == (uit, 0), .uitgaand)
        eis(try await sql("SELECT count(*) FROM regie.job WHERE status = 3") == "0", .opgegeven)
        let (code, tekst) = try await regie(["audit", "verify", "--output", "json"])
        eis(code == 0 && tekst.contains("\"aantalBreuken\": 0"), .keten)
        return gevonden
    }

    /// How many different numbers of facts there are, among those with a PIP and among those without: at most so many.
    private static let soortenDossiers = """
        SELECT max(soorten) FROM (SELECT count(DISTINCT aantal) AS soorten FROM
            (SELECT dossier, count(*) AS aantal FROM regie.gebeurtenis GROUP BY dossier) AS per
            GROUP BY EXISTS (SELECT 1 FROM regie.outbox WHERE outbox.dossier = per.dossier)) AS groep
        """

    /// Has the daemons chain the audit log, so that there is a chain to walk.
    private func ketenAuditlog() async throws {
        let (code, tekst) = try await regie(["job", "run", "auditketen", "--reden", "proef"])
        guard code == 0 else { throw TeLaat(description: "regie job run gaf \(code): \(tekst)") }
        let los = "SELECT count(*) FROM regie.audit WHERE nr IS NULL AND actie = 'bericht.verwerkt'"
        try await wacht("het auditlog is geketend", los, "0")
    }
}
