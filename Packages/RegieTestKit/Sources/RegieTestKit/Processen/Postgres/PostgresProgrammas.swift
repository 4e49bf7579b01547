// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Where PostgreSQL's programs are, and how to start them: the server refuses to run as root, so root runs it as the
/// user `postgres` that the package made.
enum PostgresProgrammas {
    private static let isRoot = geteuid() == 0
    private static let gebruiker = "postgres"

    /// The newest version on this machine.
    static let map: URL? = {
        let basis = URL(filePath: "/usr/lib/postgresql")
        let versies = (try? FileManager.default.contentsOfDirectory(atPath: basis.path)) ?? []
        return versies.compactMap(Int.init).sorted(by: >)
            .map { basis.appending(path: "\($0)/bin") }
            .first { FileManager.default.isExecutableFile(atPath: $0.appending(path: "initdb").path) }
    }()

    static func pad(_ naam: String) throws -> String {
        guard let map else { throw TeLaat(description: "PostgreSQL staat niet op deze machine") }
        return map.appending(path: naam).path
    }

    /// A folder that the server may write in; short, because the path of a socket has 107 bytes at most.
    static func nieuweMap() throws -> URL {
        let naam = "regie-pg-\(String(UInt32.random(in: .min ... .max), radix: 16))"
        let map = FileManager.default.temporaryDirectory.appending(path: naam)
        try FileManager.default.createDirectory(
            at: map,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        if isRoot { try FileManager.default.setAttributes([.ownerAccountName: gebruiker], ofItemAtPath: map.path) }
        return map
    }

    /// Starts a program as the user that the server may run as. Its process id is that of the program itself.
    ///
    /// - Parameter schijf: a disk that only this program sees.
    static func start(
        _ pad: String,
        _ argumenten: [String],
        map: URL,
        schijf: KleineSchijf? = nil
    ) throws -> Programma {
        var (pad, woorden) = (pad, argumenten)
        if isRoot {
            woorden = ["--reuid=\(gebruiker)", "--regid=\(gebruiker)", "--init-groups", pad] + woorden
            pad = "/usr/bin/setpriv"
        }
        if let schijf { (pad, woorden) = schijf.metSchijf(pad, woorden) }
        return try Programma.start(pad, woorden, map: map, bewaarIn: map)
    }

    /// Runs it to its end, which must be a good one.
    static func draai(_ pad: String, _ argumenten: [String], map: URL, schijf: KleineSchijf? = nil) async throws {
        let programma = try start(pad, argumenten, map: map, schijf: schijf)
        guard await programma.einde() == 0 else {
            throw TeLaat(description: "\(pad) mislukte: \(programma.foutuitvoer)")
        }
    }
}
