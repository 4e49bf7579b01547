// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Synchronization

/// The lines of a pass over very many people: gathered, written a megabyte at a time, and flushed once at the end, before
/// the pass counts as done. A pass that is broken off begins anew, and then logs everybody again.
final class Logreeks: Sendable {
    private let schrijver: Logboekschrijver
    private let tekst: @Sendable (Dossier) throws(RegieFout) -> [UInt8]

    private struct Stand {
        var regels: [UInt8] = []
        var aantal = 0
        var dagen: Set<Datum> = []
        var fout: RegieFout?
    }
    private let stand = Mutex(Stand())
    /// Bytes to gather before they are written.
    private static let omvang = 1 << 20
    /// More bytes than a line has.
    static let perRegel: UInt64 = 1024

    init(_ schrijver: Logboekschrijver, _ tekst: @escaping @Sendable (Dossier) throws(RegieFout) -> [UInt8]) {
        self.schrijver = schrijver
        self.tekst = tekst
    }

    /// The line of one dossier, before it is dealt with. What goes wrong is thrown by `sluit`: the work between cannot
    /// be stopped halfway.
    func noteer(_ dossier: Dossier) {
        do throws(RegieFout) {
            let regel = try tekst(dossier)
            try stand.withLock { stand throws(RegieFout) in
                stand.regels += regel
                stand.aantal += 1
                if stand.regels.count >= Self.omvang { try leeg(&stand) }
            }
        } catch {
            stand.withLock { $0.fout = $0.fout ?? error }
        }
    }

    /// Everything is on the disk when this returns; throws what went wrong first. May be asked again.
    /// - Returns: how many lines in all.
    func sluit() throws(RegieFout) -> Int {
        try stand.withLock { stand throws(RegieFout) in
            if let fout = stand.fout { throw fout }
            try leeg(&stand)
            for dag in stand.dagen.sorted() { try schrijver.bestand.legVast(dag) }
            stand.dagen = []
            return stand.aantal
        }
    }

    private func leeg(_ stand: inout Stand) throws(RegieFout) {
        guard !stand.regels.isEmpty else { return }
        stand.dagen.insert(try schrijver.schrijfLos(stand.regels))
        stand.regels.removeAll(keepingCapacity: true)
    }
}
