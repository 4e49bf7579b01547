// SPDX-License-Identifier: EUPL-1.2

public import Foundation
import Synchronization

/// A real process of ours, started from the build folder, with its output gathered in files.
public final class Programma: Sendable {
    /// How a program ended.
    public struct Uitkomst: Sendable {
        /// Exit code; the number of the signal when one ended it.
        public let code: Int32
        /// Standard output.
        public let uit: String
        /// Standard error.
        public let fout: String
    }

    /// Its process id.
    public let pid: Int32
    private let basis: URL
    private let afloop = Mutex<Int32?>(nil)

    private init(pid: Int32, basis: URL) {
        self.pid = pid
        self.basis = basis
    }

    deinit {
        for soort in ["uit", "fout", "in"] {
            try? FileManager.default.removeItem(at: basis.appendingPathExtension(soort))
        }
    }

    /// The folder in which the tests were built; the programs lie beside them. `REGIE_BIN` names another one.
    public static let map: URL = {
        if let map = ProcessInfo.processInfo.environment["REGIE_BIN"] { return URL(filePath: map) }
        return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
    }()

    /// Starts a program and leaves it running; `naam` is one of ours, or the absolute path of another one.
    ///
    /// - Parameter bewaarIn: where its output goes; the system's temporary directory when nil.
    public static func start(
        _ naam: String,
        _ argumenten: [String],
        map: URL,
        invoer: String? = nil,
        omgeving: [String: String] = [:],
        bewaarIn: URL? = nil
    ) throws -> Programma {
        let basis = (bewaarIn ?? FileManager.default.temporaryDirectory)
            .appending(path: "regie-proces-\(UUID().uuidString)")
        let ingang = basis.appendingPathExtension("in")
        if let invoer { try Data(invoer.utf8).write(to: ingang) }
        var alles = ProcessInfo.processInfo.environment.filter { $0.key != "REGIE_CONFIG" }
        alles.merge(omgeving) { $1 }
        let pid = try Starter.start(
            naam.hasPrefix("/") ? naam : Programma.map.appending(path: naam).path,
            argumenten,
            omgeving: alles,
            map: map.path,
            ingang: invoer == nil ? nil : ingang.path,
            uit: basis.appendingPathExtension("uit").path,
            fout: basis.appendingPathExtension("fout").path
        )
        return Programma(pid: pid, basis: basis)
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
        let programma = try start(naam, argumenten, map: map, invoer: invoer, omgeving: omgeving)
        while programma.leeft { await Wachten.even() }
        return Uitkomst(code: programma.code, uit: programma.standaarduitvoer, fout: programma.foutuitvoer)
    }

    /// Runs a program that is done at once (openssl), on the calling thread.
    @discardableResult
    public static func doe(_ naam: String, _ argumenten: [String], map: URL) throws -> Uitkomst {
        let programma = try start(naam, argumenten, map: map)
        while programma.leeft { usleep(2_000) }
        return Uitkomst(code: programma.code, uit: programma.standaarduitvoer, fout: programma.foutuitvoer)
    }

    /// Standard error so far.
    public var foutuitvoer: String { lees("fout") }
    /// Standard output so far.
    public var standaarduitvoer: String { lees("uit") }

    private func lees(_ soort: String) -> String {
        (try? Data(contentsOf: basis.appendingPathExtension(soort))).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// Whether it runs.
    public var leeft: Bool {
        afloop.withLock { afloop in
            if afloop != nil { return false }
            var status: Int32 = 0
            guard waitpid(pid, &status, WNOHANG) == pid else { return true }
            // As a shell says it: the low seven bits name a signal, the next eight the exit code.
            afloop = status & 0x7f == 0 ? (status >> 8) & 0xff : status & 0x7f
            return false
        }
    }

    private var code: Int32 { afloop.withLock { $0 ?? -1 } }

    /// Stops it where it stands (SIGSTOP), as a machine does that is suspended.
    public func pauzeer() { if leeft { kill(pid, SIGSTOP) } }

    /// Lets it go on.
    public func hervat() { if leeft { kill(pid, SIGCONT) } }

    /// `kill -9`.
    public func dood() async {
        if leeft { kill(pid, SIGKILL) }
        _ = await einde()
    }

    /// SIGTERM, and the exit code.
    public func stop() async -> Int32 {
        if leeft { kill(pid, SIGTERM) }
        return await einde()
    }

    /// Waits for the end; kills after half a minute.
    public func einde() async -> Int32 {
        let grens = ContinuousClock.now + .seconds(30)
        while leeft {
            if ContinuousClock.now > grens { kill(pid, SIGKILL) }
            await Wachten.even()
        }
        return code
    }
}
