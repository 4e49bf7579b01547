// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Proof on PostgreSQL: the chains can be walked. Seals, destruction and sealing anew are not in this version; who asks for
/// them hears so, and nothing is done by halves.
extension PostgreSQLStore: ProofStore {
    func verify(
        hoogstens: Int,
        voortgang: @escaping @Sendable (Int) -> Void
    ) async throws(RegieFout) -> Bewijsuitkomst {
        var uitkomst = Bewijsuitkomst()
        func breuk(_ waar: String, _ wat: String) {
            uitkomst.aantal += 1
            if uitkomst.breuken.count < hoogstens { uitkomst.breuken.append(.init(waar, wat)) }
        }
        var last: DossierID?
        while true {
            let page = try await listDossiers(na: last, limiet: 1_000)
            guard let end = page.last else { break }
            for id in page {
                if let place = try await verifyChain(id) {
                    breuk("dossier \(id)", "De keten past niet bij feit \(place).")
                }
            }
            uitkomst.dossiers += page.count
            voortgang(uitkomst.dossiers)
            last = end
        }
        let audit = try await verifyAudit()
        if let place = audit.breuk { breuk("auditlog", "De keten past niet bij regel \(place).") }
        uitkomst.geketend = audit.geketend
        uitkomst.nogLos = audit.nogLos
        return uitkomst
    }

    func seal(op tijdstip: Tijdstip) async throws(RegieFout) -> Zegel { throw .notOnPostgreSQL("Verzegelen") }

    /// There are none.
    func listSeals(na: Int, limiet: Int) async throws(RegieFout) -> [Zegel] { [] }
}

extension PostgreSQLStore: DestructionStore {
    func inspectDestruction(_ id: DossierID) async throws(RegieFout) -> Vernietiging {
        throw .notOnPostgreSQL("Een dossier vernietigen")
    }

    func destroyDossier(_ id: DossierID, op tijdstip: Tijdstip, audit: AuditRegel) async throws(RegieFout)
        -> Vernietiging
    {
        throw .notOnPostgreSQL("Een dossier vernietigen")
    }

    /// There are none.
    func listDestroyed(na: DossierID?, limiet: Int) async throws(RegieFout) -> [(dossier: DossierID, op: Tijdstip)] {
        []
    }
}

extension PostgreSQLStore: ResealStore {
    func countSealed() async throws(RegieFout) -> [Sleutelgebruik] {
        throw .notOnPostgreSQL("Herverzegelen na het roteren van een sleutel")
    }

    func reseal(na: Herzegelplaats?, hoogstens: Int) async throws(RegieFout) -> (
        herzegeld: Int, verder: Herzegelplaats?
    ) {
        throw .notOnPostgreSQL("Herverzegelen na het roteren van een sleutel")
    }
}

extension PostgreSQLEngine {
    /// Not in this version: PostgreSQL's own means make the copy.
    public func backup(_ gemeente: Gemeentecode, naar map: String) async throws(RegieFout) -> [String] {
        throw .notOnPostgreSQL("'regie backup'")
    }

    /// Not in this version.
    public func openBackup(_ gemeente: Gemeentecode, uit map: String, als toegang: Toegang) async throws(RegieFout)
        -> (bevindingen: [String], store: (any GemeenteStore)?)
    {
        throw .notOnPostgreSQL("'regie backup'")
    }

    /// Not in this version.
    public func restore(_ gemeente: Gemeentecode, uit map: String) async throws(RegieFout) {
        throw .notOnPostgreSQL("'regie restore'")
    }
}

extension RegieFout {
    static func notOnPostgreSQL(_ what: String) -> RegieFout {
        RegieFout(
            .nietOndersteund,
            "\(what) kan in deze versie alleen op SQLite.",
            watTeDoen: "Zie 'PostgreSQL' in de handleiding voor wat daar de weg is."
        )
    }
}
