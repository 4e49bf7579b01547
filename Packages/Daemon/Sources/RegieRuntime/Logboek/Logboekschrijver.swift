// SPDX-License-Identifier: EUPL-1.2

import Dispatch
import Inburgering
import Metrics
import Synchronization

/// Writes the lines of one gemeente: those that come at the same time share one write and one flush.
final class Logboekschrijver: Sendable {
    let bestand: Logboekbestand
    private let klok: any Klok
    private let rij = DispatchQueue(label: "regie.logboek")
    private let wachtend = Mutex<[Wachtend]>([])

    private struct Wachtend {
        let regels: [UInt8]
        let klaar: CheckedContinuation<Result<Void, RegieFout>, Never>
    }

    init(_ bestand: Logboekbestand, klok: any Klok) {
        self.bestand = bestand
        self.klok = klok
    }

    /// Whether lines can be written now; throws `logboek-faalt` when not.
    /// - Parameter bytes: how much will be written.
    func gereed(voor bytes: UInt64 = 0) throws(RegieFout) { try bestand.gereed(op: klok.vandaag, voor: bytes) }

    /// Adds lines, on the disk when this returns; throws `logboek-faalt`, and then none of them is there.
    func schrijf(_ regels: [UInt8]) async throws(RegieFout) {
        guard !regels.isEmpty else { return }
        let uitkomst = await withCheckedContinuation { klaar in
            wachtend.withLock { $0.append(Wachtend(regels: regels, klaar: klaar)) }
            rij.async { self.leeg() }
        }
        try uitkomst.get()
    }

    /// Adds lines without a flush, from work that cannot wait; the day whose file they went to.
    func schrijfLos(_ regels: [UInt8]) throws(RegieFout) -> Datum {
        let dag = klok.vandaag
        do throws(RegieFout) {
            try bestand.voegToe(regels, op: dag, vast: false)
        } catch {
            throw tel(error)
        }
        return dag
    }

    private func leeg() {
        let nu = wachtend.withLock { wachtend in
            defer { wachtend = [] }
            return wachtend
        }
        guard !nu.isEmpty else { return }
        let uitkomst: Result<Void, RegieFout>
        do throws(RegieFout) {
            try bestand.voegToe(nu.flatMap(\.regels), op: klok.vandaag, vast: true)
            uitkomst = .success(())
        } catch {
            uitkomst = .failure(tel(error))
        }
        for een in nu { een.klaar.resume(returning: uitkomst) }
    }

    /// A log that cannot be written must be seen by whoever watches the metrics.
    private func tel(_ fout: RegieFout) -> RegieFout {
        Counter(label: "regie_opslag_fouten_total", dimensions: [("bij", "logboek")]).increment()
        return fout
    }
}
