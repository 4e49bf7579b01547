// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import RegieRuntime

/// Whether the logboek dataverwerkingen of one gemeente takes lines, and only its owner reads them.
struct Logboekonderzoek {
    let installatie: Installatie
    let code: Gemeentecode

    func bevindingen() -> [Bevinding] {
        let onderdeel = "logboek \(code)"
        guard let logboek = installatie.logboek(code) else {
            return [
                Bevinding(
                    onderdeel,
                    .letOp,
                    "Er wordt geen logboek dataverwerkingen geschreven.",
                    watTeDoen: "Stel 'logboek: { map: PAD, register: URI }' in."
                )
            ]
        }
        do throws(RegieFout) {
            try logboek.gereed()
        } catch {
            return [Bevinding(onderdeel, error)]
        }
        var uit: [Bevinding] = []
        if let vrij = logboek.vrijeBytes, vrij < UInt64(StorageInspection.enoughFreeBytes) {
            uit.append(
                Bevinding(onderdeel, .bevinding, "Er is nog \(vrij >> 20) MiB vrij.", watTeDoen: "Maak ruimte vrij.")
            )
        }
        if let pad = logboek.openVoorAnderen.first {
            uit.append(
                Bevinding(
                    onderdeel,
                    .bevinding,
                    "\(pad): anderen dan de eigenaar kunnen erbij.",
                    watTeDoen: "Zet de map op 0700 en de bestanden op 0600."
                )
            )
        }
        return uit.isEmpty
            ? [Bevinding(onderdeel, .goed, "Het neemt regels aan, alleen voor de eigenaar leesbaar.")] : uit
    }
}
