// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
import Inburgering
import RegieTestKit
import Sealing
import StorageSQLite
import Testing

/// The real process, killed at random moments: nothing acknowledged is lost, and nothing half is there.
@Suite(.serialized) struct CrashTests {
    private static let rounds = ProcessInfo.processInfo.environment["REGIE_CRASH_RONDEN"].flatMap { Int($0) } ?? 20

    @Test func `na kill -9 op een willekeurig moment staat alles wat bevestigd was er nog`() async throws {
        var random = SeededGenerator("kill -9")
        let installation = try await Installation()
        await installation.engine.close()
        var total = 0
        for round in 0..<Self.rounds {
            let id = DossierID.nieuw(met: &random)
            let acknowledged = try await crash(
                installation,
                id,
                after: .microseconds(Int.random(in: 0...80_000, using: &random))
            )
            total += acknowledged
            try await verify(installation, id, acknowledged, "ronde \(round)")
        }
        print("kill -9: \(Self.rounds) ronden, \(total) bevestigde stappen, geen verloren")
        #expect(total >= Self.rounds)
    }

    /// Starts the process, lets it write for a while and kills it.
    /// - Returns: the last number that it said was written.
    private func crash(_ installation: Installation, _ id: DossierID, after pause: Duration) async throws -> Int {
        let output = "\(installation.directory.path)/\(id).uit"
        try Data().write(to: URL(fileURLWithPath: output))
        let process = Process()
        process.executableURL = Programma.map.appendingPathComponent("opslag-crashproef")
        process.arguments = [installation.data, installation.keys, TestData.gemeente.description, id.tekst]
        process.standardOutput = try #require(FileHandle(forWritingAtPath: output))
        try Processtart.run(process)
        try await Wachten.tot("een bevestigde stap") { try !said(output).isEmpty || !process.isRunning }
        try #require(process.isRunning, "het proces stopte voordat het iets schreef")
        try await Task.sleep(for: pause)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal)
        return try #require(said(output).last)
    }

    /// The numbers on complete lines.
    private func said(_ path: String) throws -> [Int] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().compactMap { Int($0) }
    }

    private func verify(_ installation: Installation, _ id: DossierID, _ acknowledged: Int, _ round: String)
        async throws
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
    }

    @Test(.enabled(if: TinyDisk.isPermitted))
    func `een volle schijf geeft een duidelijke fout en laat staan wat bevestigd was`() async throws {
        let installation = try await Installation()
        await installation.engine.close()
        let id = DossierID.nieuw()
        let disk = TinyDisk(installation)
        try disk.fill(Programma.map.appendingPathComponent("opslag-crashproef").path, id)
        let acknowledged = try #require(said(disk.output).last)
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
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try Processtart.run(process)
        process.waitUntilExit()
        return process.terminationStatus
    }
}
