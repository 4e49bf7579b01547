// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Glibc
public import Inburgering

extension Logboek {
    /// A file of the log, as it is written or packed (`.jsonl.xz`).
    struct Dagbestand: Hashable, Sendable {
        let dag: Datum
        let pad: String
    }

    /// Actions of the audit log.
    static let opruimen = "logboek.opruim"

    /// The oldest day of which this machine still has a file; nil when there is none, or the folder cannot be read.
    public var oudsteDag: Datum? { (try? dagbestanden(ookIngepakt: true))?.first?.dag }

    /// The first day that is still kept: of it all lines are younger than the term.
    public func bewaardVanaf(_ vandaag: Datum) -> Datum { vandaag.plus(dagen: -bewaarDagen) }

    /// Removes the files of this machine that are older than the gemeente keeps them, whole days at a time, and says so in the
    /// audit log before.
    /// - Returns: how many went.
    /// - Throws: `config-ongeldig` when they cannot be removed: that does not pass by itself, as a full disk does.
    func ruimOp(_ store: any AuditStore, door toegang: Toegang) async throws(RegieFout) -> Int {
        let grens = bewaardVanaf(klok.vandaag)
        let oud = try dagbestanden(ookIngepakt: true).filter { $0.dag < grens }
        guard let eerste = oud.first, let laatste = oud.last else { return 0 }
        guard access(schrijver.bestand.map, W_OK | X_OK) == 0 else { throw nietTeVerwijderen(schrijver.bestand.map) }
        try await store.log(
            AuditRegel(
                Self.opruimen,
                object: "\(eerste.dag) t/m \(laatste.dag), bestanden: \(oud.count), machine: "
                    + ProcessInfo.processInfo.hostName,
                door: toegang,
                op: klok.nu,
                reden: "ouder dan \(bewaarDagen) dagen (logboek.bewaarDagen)"
            )
        )
        var weg = 0
        for bestand in oud {
            // Another process of this machine may have done so at the same moment.
            guard unlink(bestand.pad) == 0 || errno == ENOENT else { throw nietTeVerwijderen(bestand.pad) }
            weg += 1
        }
        return weg
    }

    /// The files of this gemeente, oldest first. Anything else in the folder is not ours.
    func dagbestanden(ookIngepakt: Bool) throws(RegieFout) -> [Dagbestand] {
        let (map, begin, einde) = (schrijver.bestand.map, "\(gemeente)-", ".jsonl")
        guard FileManager.default.fileExists(atPath: map) else { return [] }
        guard let namen = try? FileManager.default.contentsOfDirectory(atPath: map) else {
            throw RegieFout(.logboekFaalt, "De map van het logboek dataverwerkingen is niet te lezen.", waar: map)
        }
        return namen.sorted().compactMap { naam in
            guard naam.hasPrefix(begin), let punt = naam.range(of: einde) else { return nil }
            let achter = naam[punt.upperBound...]
            guard achter.isEmpty || ookIngepakt && Self.pakkers.contains(String(achter)),
                let dag = Datum(String(naam[..<punt.lowerBound].dropFirst(begin.count)))
            else { return nil }
            return Dagbestand(dag: dag, pad: "\(map)/\(naam)")
        }
    }

    private static let pakkers = [".xz", ".gz", ".zst", ".bz2"]

    private func nietTeVerwijderen(_ pad: String) -> RegieFout {
        RegieFout(
            .configOngeldig,
            "Logbestanden van voor 'logboek.bewaarDagen' zijn niet te verwijderen: \(String(cString: strerror(errno))).",
            watTeDoen: "Geef het account van regied het recht om in 'logboek.map' te verwijderen.",
            waar: pad
        )
    }
}
