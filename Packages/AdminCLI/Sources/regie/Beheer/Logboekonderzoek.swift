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
                    watTeDoen: "Stel 'logboek: { map: PAD, register: URI, bewaarDagen: DAGEN }' in."
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
        if uit.isEmpty {
            uit.append(Bevinding(onderdeel, .goed, "Het neemt regels aan, alleen voor de eigenaar leesbaar."))
        }
        return uit + bewaren(logboek)
    }

    /// How long lines are kept here, and whether that is what is done.
    private func bewaren(_ logboek: Logboek) -> [Bevinding] {
        let onderdeel = "logboek \(code)"
        let oudste = logboek.oudsteDag
        // What is over since this morning goes at the next look.
        let grens = logboek.bewaardVanaf(installatie.klok.vandaag).plus(dagen: -2)
        if let oudste, oudste < grens {
            return [
                Bevinding(
                    onderdeel,
                    .bevinding,
                    "Het oudste bestand is van \(oudste), en moest na \(logboek.bewaarDagen) dagen weg zijn.",
                    watTeDoen: "Start regied op deze machine, of kijk in zijn log waarom het niet lukt."
                )
            ]
        }
        let eigen = installatie.config.effective().contains {
            $0.sleutel == "logboek.bewaarDagen" && $0.herkomst != .standaard
        }
        let staat =
            "Bestanden blijven \(logboek.bewaarDagen) dagen" + (oudste.map { "; het oudste is van \($0)." } ?? ".")
        return [
            eigen
                ? Bevinding(onderdeel, .goed, staat)
                : Bevinding(
                    onderdeel,
                    .letOp,
                    staat + " Die termijn is die van Regie.",
                    watTeDoen: "Stel de termijn van uw gemeente vast, en zet haar in 'logboek.bewaarDagen'."
                )
        ]
    }
}
