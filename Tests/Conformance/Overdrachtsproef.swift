// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StorageCore
import StoragePostgreSQL
import StorageSQLite

/// Storages under the same keys, between which a gemeente can be moved.
struct Overdrachtsproef {
    let server: PostgresServer
    let map: TemporaryDirectory
    let ring: KeyRing
    let sqlite: SQLiteEngine
    let database: String
    let postgresql: PostgreSQLEngine
    var gemeente: Gemeentecode { TestData.gemeente }

    init() async throws {
        server = try await PostgresServer.shared()
        map = try TemporaryDirectory()
        let keys = "\(map.path)/keys"
        for gemeente in [TestData.gemeente, TestData.otherGemeente] { try KeyRing.generate(gemeente, in: keys) }
        let ring = try KeyRing.load(from: keys, credentials: nil)
        self.ring = ring
        sqlite = SQLiteEngine(path: "\(map.path)/data", keys: ring)
        _ = try await sqlite.migrate(TestData.gemeente)
        let database = try await PostgreSQLUnderTest.database(on: server)
        self.database = database
        postgresql = PostgreSQLEngine(
            .init(
                url: server.url(database: database, user: "regie_app"),
                migratieURL: server.url(database: database, user: "regie_eigenaar"),
                pool: 4
            ),
            keys: ring,
            copies: { SQLiteEngine(path: $0, keys: ring) }
        )
        _ = try await postgresql.migrate(TestData.gemeente)
    }

    func sluit() async {
        await sqlite.close()
        await postgresql.close()
    }

    /// Another SQLite storage, in which there is nothing.
    func andereSQLite() -> SQLiteEngine { SQLiteEngine(path: "\(map.path)/\(UUID().uuidString)", keys: ring) }

    func store(_ engine: any StorageEngine) async throws -> any GemeenteStore {
        try await engine.open(gemeente, als: TestData.toegang)
    }

    /// A dossier with look-up keys, lines, messages and a reason in the log.
    func dossier(_ plaats: Int, _ store: any GemeenteStore) async throws -> DossierID {
        let id = DossierID.nieuw()
        let feiten = [TestData.persoon(plaats), TestData.pip(), TestData.uren(plaats)]
        let dossier = Dossier(
            id: id,
            gemeente: store.gemeente,
            gebeurtenissen: feiten.enumerated().map { $1.gebeurtenis(volgnummer: $0 + 1) }
        )
        try await store.append(
            Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: feiten,
                zoeksleutels: dossier.zoeksleutels,
                werkregels: [.beoordeling: [TestData.werkregel(id, klantmanager: "é \(plaats)")]],
                uitgaand: (0..<3).map { TestData.uitgaand(id, "u-\(plaats)-\($0)") },
                audit: TestData.audit(id, "feit.PIPVastgesteld", reden: "reden \(plaats)")
            )
        )
        return id
    }

    /// Something in every table that moves.
    /// - Returns: a dossier, and one that was destroyed.
    func vul(_ store: any GemeenteStore) async throws -> (blijft: DossierID, weg: DossierID) {
        var ids: [DossierID] = []
        for plaats in 1...6 { ids.append(try await dossier(plaats, store)) }
        _ = try await store.receive((1...5).map { TestData.inkomend("i-\($0)", persoon: $0 % 2 + 1) })
        _ = try await store.receive([TestData.inkomend("i-0", persoon: nil)])
        try await store.setInbox(Berichtsleutel(.duo, "i-1"), .verwerkt, dossier: ids[1])
        try await store.setInbox(
            Berichtsleutel(.duo, "i-2"),
            .wacht(tot: TestData.na(60), waarom: "DUO is er even niet"),
            dossier: nil
        )
        try await store.setOutbox("u-1-0", .verzonden)
        try await store.setOutbox("u-2-0", .geweigerd(woorden: ["regel 7"]))
        _ = try await store.enqueue([
            NewJob("a", vanaf: TestData.moment), NewJob("b", vanaf: TestData.na(9), uniek: "b"),
        ])
        _ = try await store.tick("dagelijks", op: TestData.moment, job: NewJob("c", vanaf: TestData.na(1)))
        try await store.setPaused("wekelijks", true, vanaf: TestData.moment)
        _ = try await store.claim(soorten: ["a"], aantal: 1, door: "dood proces", op: TestData.na(1))
        _ = try await store.seal(op: TestData.na(1))
        try await store.destroyDossier(
            ids[5],
            op: TestData.na(5),
            audit: TestData.audit(ids[5], "dossier.vernietig", reden: "bewaartermijn")
        )
        _ = try await store.seal(op: TestData.na(6))
        // Two that are in no chain yet.
        try await store.log(TestData.audit(ids[0], "dossier.lees", reden: "nog los"))
        try await store.log(TestData.audit(ids[1], "dossier.lees"))
        return (ids[0], ids[5])
    }

    /// What a user sees in one storage and not, or elsewhere, in another.
    func verschil(_ een: any GemeenteStore, _ ander: any GemeenteStore) async throws -> [String] {
        try await beeld(een).difference(from: try await beeld(ander)).map { "\($0)" }
    }

    private func beeld(_ store: any GemeenteStore) async throws -> [String] {
        var uit: [String] = []
        for id in try await store.listDossiers(na: nil, limiet: 99) {
            let dossier = try await store.readDossier(id)
            uit.append("\(id) \(dossier.gebeurtenissen)")
            for sleutel in dossier.zoeksleutels.sorted(by: { "\($0)" < "\($1)" }) {
                uit.append("\(sleutel): \(try await store.findDossiers(by: sleutel).map(\.tekst).sorted())")
            }
        }
        uit += try await store.listInbox(status: nil, limiet: 99, overslaan: 0).map { "\($0)" }
        uit += try await store.listOutbox(status: nil, limiet: 99, overslaan: 0).map { "\($0)" }
        uit += try await store.pendingInbox(op: TestData.na(99), deel: 0, van: 1, limiet: 99).map { "\($0)" }
        uit += try await store.pendingOutbox(op: TestData.na(99), deel: 0, van: 1, limiet: 99).map { "\($0)" }
        uit += try await store.listJobs(status: nil, limiet: 99).map { "\($0)" }
        for schema in ["dagelijks", "wekelijks"] { uit.append("\(try await store.findSchedule(schema) as Any)") }
        uit += try await store.listSeals(na: 0, limiet: 99).map { "\($0)" }
        uit += try await store.listDestroyed(na: nil, limiet: 99).map { "\($0)" }
        uit += try await store.listAudit(object: nil, actor: nil, voor: nil, limiet: 999).map { "\($0)" }
        return uit
    }
}
