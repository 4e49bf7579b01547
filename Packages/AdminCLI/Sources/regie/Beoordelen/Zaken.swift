// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The cases of a file: one, an array of them, or one a line (`.jsonl`, as `regie generate` writes them).
struct Zaken {
    let zaken: [Zaak]
    /// Whether the answer is an array too.
    let isLijst: Bool

    init(_ pad: String) throws(RegieFout) {
        let naam = Invoer.naam(pad)
        if pad.hasSuffix(".jsonl") {
            zaken = try Self.perRegel(try Invoer.bytes(pad), naam)
            isLijst = true
            return
        }
        let json = try Invoer.json(pad)
        if case .lijst(let elementen) = json {
            var uit: [Zaak] = []
            for (index, element) in elementen.enumerated() {
                let eigen = element["naam"]?.tekst.map { " ('\($0.prefix(60))')" } ?? ""
                uit.append(try Zaak(element, waar: "\(naam): zaak \(index + 1)\(eigen)"))
            }
            zaken = uit
            isLijst = true
        } else {
            zaken = [try Zaak(json, waar: naam)]
            isLijst = false
        }
    }

    private static func perRegel(_ bytes: [UInt8], _ naam: String) throws(RegieFout) -> [Zaak] {
        var uit: [Zaak] = []
        for (index, regel) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
            guard regel.contains(where: { $0 > 32 }) else { continue }
            let waar = "\(naam):\(index + 1)"
            do throws(RegieFout) {
                uit.append(try Zaak(try JSON.lees(regel), waar: "zaak"))
            } catch {
                throw error.op(waar)
            }
        }
        return uit
    }
}
