// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The cases of a file: what `Casus` reads, or one a line (`.jsonl`, as `regie generate` writes them).
struct Zaken {
    let casussen: [Casus]
    /// Whether the answer is an array too.
    let isLijst: Bool

    init(_ pad: String) throws(RegieFout) {
        let bytes = try Invoer.bytes(pad)
        do throws(RegieFout) {
            if pad.hasSuffix(".jsonl") {
                casussen = try Self.perRegel(bytes)
                isLijst = true
            } else {
                (casussen, isLijst) = try Casus.lees(bytes)
                for (index, casus) in casussen.enumerated() {
                    try Self.controleer(casus, isLijst ? "casus \(index + 1)" : nil)
                }
            }
        } catch {
            throw error.op(Invoer.naam(pad))
        }
    }

    private static func perRegel(_ bytes: [UInt8]) throws(RegieFout) -> [Casus] {
        var uit: [Casus] = []
        for (index, regel) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            guard regel.contains(where: { $0 > 32 }) else { continue }
            do throws(RegieFout) {
                for casus in try Casus.lees(regel).casussen {
                    try controleer(casus, nil)
                    uit.append(casus)
                }
            } catch {
                throw error.op("regel \(index + 1)")
            }
        }
        return uit
    }

    /// Bounds of the fields: what the service refuses to record is refused here too.
    private static func controleer(_ casus: Casus, _ waar: String?) throws(RegieFout) {
        for gebeurtenis in casus.gebeurtenissen {
            do throws(RegieFout) {
                try Feitcontrole.controleer(gebeurtenis)
            } catch {
                let feit = error.op("feit \(gebeurtenis.volgnummer)")
                throw waar.map { feit.op($0) } ?? feit
            }
        }
    }
}
