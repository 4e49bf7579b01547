// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

/// The real process, killed at any point of a step: nothing acknowledged is lost, and nothing half is there.
@Suite(.serialized) struct CrashTests {
    private static let rounds = ProcessInfo.processInfo.environment["REGIE_CRASH_RONDEN"].flatMap { Int($0) } ?? 20

    @Test func `na kill -9 op een willekeurig moment staat alles wat bevestigd was er nog`() async throws {
        var random = SeededGenerator("kill -9")
        let installation = try await Installation()
        await installation.engine.close()
        var (round, total, inWrite, kept) = (0, 0, 0, 0)
        // On a machine that is busy a kill can come too late for the step it was meant for, but not every time.
        while round < Self.rounds || (inWrite == 0 && round < 5 * Self.rounds) {
            let id = DossierID.nieuw(met: &random)
            // By turns anywhere, and where it hurts most: while a step goes to the disk.
            let end = try await crash(installation, id, aimed: round % 2 == 1, &random)
            total += end.acknowledged
            let last = try await verify(installation, id, end.acknowledged, "ronde \(round)")
            if end.inWrite { inWrite += 1 }
            if last > end.acknowledged { kept += 1 }
            round += 1
        }
        print(
            "kill -9: \(round) ronden, \(total) bevestigde stappen, geen verloren; zeker \(inWrite) maal midden in het "
                + "schrijven, \(kept) maal stond er al wat nog niet bevestigd was"
        )
        #expect(total >= round)
        #expect(inWrite > 0, "geen kill viel tussen schrijven en bevestigen")
    }

    /// Where a kill fell: after so many acknowledged steps, and whether the next one was seen on its way to the disk.
    private typealias End = (acknowledged: Int, inWrite: Bool)

    /// Starts the process, lets it write until it acknowledged a number of steps and kills it.
    ///
    /// - Parameter aimed: whether to kill it when the next step is seen on its way to the disk.
    private func crash(
        _ installation: Installation,
        _ id: DossierID,
        aimed: Bool,
        _ random: inout SeededGenerator
    ) async throws -> End {
        let steps = Int.random(in: 1...20, using: &random)
        // About as long as a few steps take, and as a part of the commit of one.
        let turns = Int.random(in: 0...(aimed ? 50 : 100_000), using: &random)
        let process = try Programma.start(
            "opslag-crashproef",
            [installation.data, installation.keys, TestData.gemeente.description, id.tekst],
            map: URL(filePath: installation.directory.path)
        )
        // Without a pause between two looks, or the kill would fall at their beat.
        func see(_ what: String, _ condition: () throws -> Bool) async throws {
            try await Wachten.tot(what, elke: .zero) {
                try #require(process.leeft, "het proces stopte: \(process.foutuitvoer)")
                return try condition()
            }
        }
        try await see("\(steps) bevestigde stappen") { said(process).last ?? 0 >= steps }
        // What comes into the log from here on is of a step after this one.
        let seen = said(process).last
        if aimed {
            let before = logSize(installation)
            try await see("de volgende stap op weg naar de schijf") {
                // A commit is over in less than it takes to come back here.
                for _ in 0..<1000 where logSize(installation) > before { return true }
                return false
            }
        }
        // Turning around instead of waiting: no clock has a say in where within a step the kill falls.
        for _ in 0..<turns { _ = random.next() }
        await process.dood()
        let acknowledged = try #require(said(process).last)
        return (acknowledged, aimed && acknowledged == seen)
    }

    /// Bytes in SQLite's write-ahead log, which grows in so few steps with every write.
    private func logSize(_ installation: Installation) -> Int64 {
        var found = stat()
        guard stat("\(installation.data)/\(TestData.gemeente).sqlite-wal", &found) == 0 else { return 0 }
        return Int64(found.st_size)
    }

    /// The numbers on complete lines.
    private func said(_ process: Programma) -> [Int] { numbers(process.standaarduitvoer) }

    private func numbers(_ text: String) -> [Int] {
        text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { Int($0) }
    }

    /// - Returns: how much is there: at least what was acknowledged.
    @discardableResult
    private func verify(_ installation: Installation, _ id: DossierID, _ acknowledged: Int, _ round: String)
        async throws -> Int
    {
        let engine = SQLiteEngine(path: installation.data, keys: installation.ring)
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        // Opening walks the chain and refuses gaps.
        let dossier = try await store.readDossier(id)
        #expect(dossier.laatsteVolgnummer >= acknowledged, "\(round): bevestigd \(acknowledged)")
        #expect(dossier.gebeurtenissen.map(\.volgnummer) == Array(1...dossier.laatsteVolgnummer), "\(round)")
        #expect(try await store.verifyChain(id) == nil, "\(round)")
        for number in 1...acknowledged {
            #expect(
                try await store.findInbox(Berichtsleutel(.duo, "\(id)-\(number)")) != nil,
                "\(round): bericht \(number)"
            )
        }
        let lines = try await store.listAudit(object: id.tekst, actor: nil, voor: nil, limiet: Int(Int32.max))
        #expect(lines.count == dossier.laatsteVolgnummer, "\(round): een feit zonder auditregel, of andersom")
        while try await store.linkAudit(hoogstens: 1000) > 0 {}
        #expect(try await store.verifyAudit().breuk == nil, "\(round)")
        #expect(try await engine.integrity(TestData.gemeente).isEmpty, "\(round)")
        await engine.close()
        return dossier.laatsteVolgnummer
    }

    @Test(.enabled(if: TinyDisk.isPermitted))
    func `een volle schijf geeft een duidelijke fout en laat staan wat bevestigd was`() async throws {
        let installation = try await Installation()
        await installation.engine.close()
        let id = DossierID.nieuw()
        let disk = TinyDisk(installation)
        try disk.fill(Programma.map.appendingPathComponent("opslag-crashproef").path, id)
        let acknowledged = try #require(numbers(try String(contentsOfFile: disk.output, encoding: .utf8)).last)
        #expect(acknowledged > 0)
        let fout = try String(contentsOfFile: disk.errors, encoding: .utf8)
        #expect(fout.contains("schijf is vol"), "\(fout)")
        #expect(fout.contains("[opslag-faalt]"), "\(fout)")
        try await verify(installation, id, acknowledged, "volle schijf")
        // With room again, work goes on where it stopped.
        let engine = SQLiteEngine(path: installation.data, keys: installation.ring)
        let store = try await engine.open(TestData.gemeente, als: TestData.toegang)
        let last = try await store.readDossier(id).laatsteVolgnummer
        let step = Stap(dossier: id, laatsteVolgnummer: last, feiten: [TestData.uren(1)], audit: TestData.audit(id))
        #expect(try await store.append(step) == [last + 1])
        await engine.close()
    }
}

/// A disk of 3 MiB in a mount namespace of its own, which a process of ours writes full.
struct TinyDisk {
    let installation: Installation
    var output: String { "\(installation.directory.path)/schijf.uit" }
    var errors: String { "\(installation.directory.path)/schijf.fout" }

    init(_ installation: Installation) { self.installation = installation }

    static let isPermitted: Bool = {
        (try? run(["unshare", "-rm", "sh", "-c", "mount -t tmpfs -o size=1m none /mnt"])) == 0
    }()

    /// Copies the database to the small disk, has the process fill it, and copies back what is there then.
    func fill(_ program: String, _ id: DossierID) throws {
        let script = """
            mkdir "$1/klein" && mount -t tmpfs -o size=3m none "$1/klein" && cp -a "$1/data/." "$1/klein/" || exit 90
            "$2" "$1/klein" "$1/keys" "$3" "$4" > "$1/schijf.uit" 2> "$1/schijf.fout"
            status=$?
            rm -rf "$1/data" && mkdir "$1/data" && cp -a "$1/klein/." "$1/data/" || exit 91
            exit $status
            """
        let status = try Self.run([
            "unshare", "-rm", "sh", "-c", script, "sh", installation.directory.path, program,
            TestData.gemeente.description, id.tekst,
        ])
        guard status == 1 else { throw ConformanceFailure(description: "de proef eindigde met \(status)") }
    }

    private static func run(_ arguments: [String]) throws -> Int32 {
        try Programma.doe("/usr/bin/env", arguments, map: FileManager.default.temporaryDirectory).code
    }
}
