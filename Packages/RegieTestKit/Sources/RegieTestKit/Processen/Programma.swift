// SPDX-License-Identifier: EUPL-1.2

public import Foundation
import Synchronization

/// A real process of ours, started from the build folder, with its output gathered.
public final class Programma: Sendable {
    /// How a program ended.
    public struct Uitkomst: Sendable {
        /// Exit code.
        public let code: Int32
        /// Standard output.
        public let uit: String
        /// Standard error.
        public let fout: String
    }

    private let proces: Proceshouder
    private let uitvoer = Mutex(Data())
    private let fouten = Mutex(Data())

    private init(_ proces: Proceshouder) { self.proces = proces }

    /// The folder in which the tests were built; the programs lie beside them. `REGIE_BIN` names another one.
    public static let map: URL = {
        if let map = ProcessInfo.processInfo.environment["REGIE_BIN"] { return URL(filePath: map) }
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    }()

    /// Starts a program and leaves it running.
    public static func start(
        _ naam: String,
        _ argumenten: [String],
        map: URL,
        omgeving: [String: String] = [:]
    ) throws -> Programma {
        let proces = Process()
        proces.executableURL = Programma.map.appending(path: naam)
        proces.arguments = argumenten
        proces.currentDirectoryURL = map
        var alles = ProcessInfo.processInfo.environment.filter { $0.key != "REGIE_CONFIG" }
        alles.merge(omgeving) { $1 }
        proces.environment = alles
        let uit = Pipe()
        let fout = Pipe()
        proces.standardOutput = uit
        proces.standardError = fout
        proces.standardInput = FileHandle.nullDevice
        let programma = Programma(Proceshouder(proces))
        uit.fileHandleForReading.readabilityHandler = { greep in
            let stuk = greep.availableData
            if stuk.isEmpty { greep.readabilityHandler = nil } else { programma.uitvoer.withLock { $0.append(stuk) } }
        }
        fout.fileHandleForReading.readabilityHandler = { greep in
            let stuk = greep.availableData
            if stuk.isEmpty { greep.readabilityHandler = nil } else { programma.fouten.withLock { $0.append(stuk) } }
        }
        try Processtart.run(proces)
        return programma
    }

    /// Runs a program to its end.
    @discardableResult
    public static func draai(
        _ naam: String,
        _ argumenten: [String],
        map: URL,
        invoer: String? = nil,
        omgeving: [String: String] = [:]
    ) async throws -> Uitkomst {
        let proces = Process()
        proces.executableURL = Programma.map.appending(path: naam)
        proces.arguments = argumenten
        proces.currentDirectoryURL = map
        var alles = ProcessInfo.processInfo.environment.filter { $0.key != "REGIE_CONFIG" }
        alles.merge(omgeving) { $1 }
        proces.environment = alles
        // Files, not pipes: whatever is printed fits, and nothing has to be read at the same time.
        let basis = FileManager.default.temporaryDirectory.appending(path: "regie-e2e-\(UUID().uuidString)")
        let uit = basis.appendingPathExtension("uit")
        let fout = basis.appendingPathExtension("fout")
        let ingang = basis.appendingPathExtension("in")
        for bestand in [uit, fout] { try Data().write(to: bestand) }
        defer { for bestand in [uit, fout, ingang] { try? FileManager.default.removeItem(at: bestand) } }
        proces.standardOutput = try FileHandle(forWritingTo: uit)
        proces.standardError = try FileHandle(forWritingTo: fout)
        if let invoer {
            try Data(invoer.utf8).write(to: ingang)
            proces.standardInput = try FileHandle(forReadingFrom: ingang)
        } else {
            proces.standardInput = FileHandle.nullDevice
        }
        let code = try await withCheckedThrowingContinuation { (vervolg: CheckedContinuation<Int32, any Error>) in
            proces.terminationHandler = { vervolg.resume(returning: $0.terminationStatus) }
            do { try Processtart.run(proces) } catch { vervolg.resume(throwing: error) }
        }
        return Uitkomst(
            code: code,
            uit: String(decoding: try Data(contentsOf: uit), as: UTF8.self),
            fout: String(decoding: try Data(contentsOf: fout), as: UTF8.self)
        )
    }

    /// Standard error so far.
    public var foutuitvoer: String { fouten.withLock { String(decoding: $0, as: UTF8.self) } }
    /// Standard output so far.
    public var standaarduitvoer: String { uitvoer.withLock { String(decoding: $0, as: UTF8.self) } }
    /// Whether it runs.
    public var leeft: Bool { proces.leeft }
    /// Its process id.
    public var pid: Int32 { proces.pid }

    /// `kill -9`.
    public func dood() async {
        kill(pid, SIGKILL)
        _ = await einde()
    }

    /// SIGTERM, and the exit code.
    public func stop() async -> Int32 {
        kill(pid, SIGTERM)
        return await einde()
    }

    /// Waits for the end; kills after half a minute.
    public func einde() async -> Int32 {
        let grens = ContinuousClock.now + .seconds(30)
        while proces.leeft {
            if ContinuousClock.now > grens { kill(pid, SIGKILL) }
            await Wachten.even()
        }
        return proces.code
    }
}

/// `Process` is not Sendable; this holds one behind a lock.
private final class Proceshouder: Sendable {
    private let slot: Mutex<Process>
    init(_ proces: sending Process) { slot = Mutex(proces) }
    var leeft: Bool { slot.withLock { $0.isRunning } }
    var pid: Int32 { slot.withLock { $0.processIdentifier } }
    var code: Int32 { slot.withLock { $0.isRunning ? -1 : $0.terminationStatus } }
}
