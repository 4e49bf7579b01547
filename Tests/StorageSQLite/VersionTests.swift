// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

/// What an earlier version wrote stays readable for ever: a database with every kind of fact, per payload version, with
/// the key that belongs to it.
@Suite struct VersionTests {
    private static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("Fixtures")

    private static let id = DossierID("0123456789ab")

    /// Every kind of fact, each field filled.
    private func facts() throws -> [Stap.NieuwFeit] {
        let json = try JSON.lees([UInt8](try Data(contentsOf: Self.fixtures.appendingPathComponent("feiten.json"))))
        return try #require(json.lijst).enumerated().map { place, fact in
            let gebeurtenis = try Gebeurtenis(json: fact, volgnummer: place + 1, bekendOp: TestData.na(place))
            return Stap.NieuwFeit(
                geldigOp: gebeurtenis.geldigOp,
                bekendOp: TestData.na(place),
                bron: Bron.allCases[place % Bron.allCases.count],
                berichtId: place.isMultiple(of: 3) ? "bericht-\(place)" : nil,
                feit: gebeurtenis.feit
            )
        }
    }

    @Test(arguments: 1...Gebeurtenis.versie)
    func `een database van elke eerdere versie gaat open met alles erin`(version: Int) async throws {
        let directory = try TemporaryDirectory()
        for name in ["0363.sqlite", "0363.key"] {
            let bytes = try Data(contentsOf: Self.fixtures.appendingPathComponent("v\(version)/\(name)"))
            let path = "\(directory.path)/\(name)"
            try bytes.write(to: URL(fileURLWithPath: path))
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        }
        let engine = SQLiteEngine(
            path: directory.path,
            keys: try KeyRing.load(from: directory.path, credentials: nil)
        )
        _ = try await engine.migrate(TestData.gemeente)
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let id = try #require(Self.id)
        let expected = try facts().enumerated().map { $1.gebeurtenis(volgnummer: $0 + 1) }
        #expect(expected.count == 50)
        #expect(Set(expected.map(\.feit.soort)).count == 50)
        #expect(try await store.readDossier(id).gebeurtenissen == expected)
        #expect(try await store.verifyChain(id) == nil)
        #expect(try await store.verifyAudit().breuk == nil)
        #expect(try await store.verifyAudit().geketend == 1)
        #expect(try await store.findDossiers(by: .bsn(TestIdentity.bsn(0))) == [id])
        #expect(try await store.findInbox(Berichtsleutel(.duo, "i-1"))?.bericht == TestData.inkomend("i-1", ruw: "{}"))
        #expect(try await store.findOutbox("u-1")?.bericht == TestData.uitgaand(id, "u-1"))
        #expect(try await store.listWork(WorkFilter(), limiet: 9, overslaan: 0) == [TestData.werkregel(id)])
        await engine.close()
    }

    /// Makes the fixture of the present version: `REGIE_FIXTURE=1 swift test --filter VersionTests`, once per version.
    @Test(.enabled(if: ProcessInfo.processInfo.environment["REGIE_FIXTURE"] != nil))
    func `de fixture van deze versie wordt gemaakt`() async throws {
        let installation = try await Installation()
        let store = try await installation.store()
        let id = try #require(Self.id)
        _ = try await store.receive([TestData.inkomend("i-1", ruw: "{}")])
        try await store.append(
            Stap(
                dossier: id,
                laatsteVolgnummer: 0,
                feiten: try facts(),
                zoeksleutels: [.bsn(TestIdentity.bsn(0))],
                werkregels: [.beoordeling: [TestData.werkregel(id)]],
                uitgaand: [TestData.uitgaand(id, "u-1")],
                audit: TestData.audit(id)
            )
        )
        #expect(try await store.linkAudit(hoogstens: 9) == 1)
        await installation.engine.close()
        let target = Self.fixtures.appendingPathComponent("v\(Gebeurtenis.versie)")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        for (from, name) in [(installation.file, "0363.sqlite"), ("\(installation.keys)/0363.key", "0363.key")] {
            try FileManager.default.copyItem(atPath: from, toPath: target.appendingPathComponent(name).path)
        }
    }
}
