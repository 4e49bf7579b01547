// SPDX-License-Identifier: EUPL-1.2

// Measures the SQLite storage on this machine, durability on (synchronous = FULL), and writes one JSON object a line.
//
// opslag-meting DOSSIERS [DIRECTORY]: in a directory that is not there yet, by default a new one that is removed.

import Foundation
import Inburgering
import Sealing
import StorageSQLite

let arguments = CommandLine.arguments
guard arguments.count >= 2, let dossiers = Int(arguments[1]), dossiers > 0 else {
    FileHandle.standardError.write(Data("gebruik: opslag-meting DOSSIERS [MAP]\n".utf8))
    exit(2)
}
let directory =
    arguments.count > 2
    ? arguments[2] : FileManager.default.temporaryDirectory.appendingPathComponent("opslag-meting-\(getpid())").path
guard let gemeente = Gemeentecode("0363") else { exit(2) }
do {
    try KeyRing.generate(gemeente, in: directory)
    let engine = SQLiteEngine(path: directory, keys: try KeyRing.load(from: directory))
    _ = try await engine.migrate(gemeente)
    let toegang = Toegang(actor: "meting", rol: .systeem, doel: "meting", oorsprong: "meting")
    let store = try await engine.open(gemeente, als: toegang)
    let measurement = Measurement(
        store: store,
        population: Population(count: dossiers, toegang: toegang, gemeente: gemeente)
    )
    try await measurement.run()
    print("{\"wat\":\"bestand\",\"bytes\":\(measurement.bytes(directory))}")
    await engine.close()
} catch {
    FileHandle.standardError.write(Data("\(error)\n".utf8))
    exit(1)
}
if arguments.count == 2 { try? FileManager.default.removeItem(atPath: directory) }
