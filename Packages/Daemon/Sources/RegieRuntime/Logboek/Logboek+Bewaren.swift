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

    /// Removes the files of this machine that are older than the gemeente keeps them, whole days at a time. What can go is first
    /// put aside and then said in the audit log, so that nothing goes unsaid and nothing is said to go that stays.
    /// - Returns: how many went; 0 too when another process of this machine is at it.
    /// - Throws: `config-ongeldig` when one cannot be removed, after all others went: that does not pass by itself, as a full
    ///   disk does.
    func ruimOp(_ store: any AuditStore, door toegang: Toegang) async throws(RegieFout) -> Int {
        let map = schrijver.bestand.map
        guard try !verlopen().isEmpty else { return 0 }
        guard access(map, W_OK | X_OK) == 0 else { throw nietTeVerwijderen(map, errno) }
        // The job `onderhoud` and the watch of each daemon here see the same files.
        let slot = open(map, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard slot >= 0 else { throw nietTeVerwijderen(map, errno) }
        defer { close(slot) }
        guard flock(slot, LOCK_EX | LOCK_NB) == 0 else { return 0 }
        var (gaat, fout): ([Dagbestand], RegieFout?) = ([], nil)
        for bestand in try verlopen() {
            let opzij = bestand.pad.hasSuffix(Self.opzij) ? bestand.pad : bestand.pad + Self.opzij
            if opzij == bestand.pad || rename(bestand.pad, opzij) == 0 {
                gaat.append(Dagbestand(dag: bestand.dag, pad: opzij))
            } else {
                fout = fout ?? nietTeVerwijderen(bestand.pad, errno)
            }
        }
        if let eerste = gaat.first, let laatste = gaat.last {
            try await store.log(
                AuditRegel(
                    Self.opruimen,
                    object: "\(eerste.dag) t/m \(laatste.dag), bestanden: \(gaat.count), machine: "
                        + ProcessInfo.processInfo.hostName,
                    door: toegang,
                    op: klok.nu,
                    reden: "ouder dan \(bewaarDagen) dagen (logboek.bewaarDagen)"
                )
            )
        }
        var weg = 0
        for bestand in gaat {
            if unlink(bestand.pad) == 0 { weg += 1 } else { fout = fout ?? nietTeVerwijderen(bestand.pad, errno) }
        }
        if let fout { throw fout }
        return weg
    }

    /// What is older than it is kept, oldest first, also what was put aside before and is still there. Only files: what else
    /// has such a name, was not made here.
    private func verlopen() throws(RegieFout) -> [Dagbestand] {
        let grens = bewaardVanaf(klok.vandaag)
        return try dagbestanden(ookIngepakt: true, ookOpzij: true).filter { bestand in
            // Of a link this tells that it is one; it is not followed.
            let kenmerken = try? FileManager.default.attributesOfItem(atPath: bestand.pad)
            return bestand.dag < grens && kenmerken?[.type] as? FileAttributeType == .typeRegular
        }
    }

    /// The files of this gemeente, oldest first. Anything else in the folder is not ours.
    func dagbestanden(ookIngepakt: Bool, ookOpzij: Bool = false) throws(RegieFout) -> [Dagbestand] {
        let (map, begin, einde) = (schrijver.bestand.map, "\(gemeente)-", ".jsonl")
        guard FileManager.default.fileExists(atPath: map) else { return [] }
        guard let namen = try? FileManager.default.contentsOfDirectory(atPath: map) else {
            throw RegieFout(.logboekFaalt, "De map van het logboek dataverwerkingen is niet te lezen.", waar: map)
        }
        return namen.sorted().compactMap { naam in
            guard naam.hasPrefix(begin), let punt = naam.range(of: einde) else { return nil }
            var achter = naam[punt.upperBound...]
            if ookOpzij, achter.hasSuffix(Self.opzij) { achter = achter.dropLast(Self.opzij.count) }
            guard achter.isEmpty || ookIngepakt && Self.pakkers.contains(String(achter)),
                let dag = Datum(String(naam[..<punt.lowerBound].dropFirst(begin.count)))
            else { return nil }
            return Dagbestand(dag: dag, pad: "\(map)/\(naam)")
        }
    }

    /// After the name of what is on its way out.
    private static let opzij = ".weg"
    private static let pakkers = [".xz", ".gz", ".zst", ".bz2"]

    private func nietTeVerwijderen(_ pad: String, _ reden: Int32) -> RegieFout {
        RegieFout(
            .configOngeldig,
            "Logbestanden van voor 'logboek.bewaarDagen' zijn niet te verwijderen: \(String(cString: strerror(reden))).",
            watTeDoen:
                "Geef het account van regied het recht om in 'logboek.map' te verwijderen, en haal er chattr +i of +a af.",
            waar: pad
        )
    }
}
