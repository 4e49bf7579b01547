// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering
import RegieRuntime

/// `sleutel=waarde`: which dossiers to list.
struct Dossierfilter: ExpressibleByArgument {
    static let sleutels = ["plichtig", "voldaan", "doelgroep", "leerroute", "wet", "klantmanager", "code", "ernst"]

    let sleutel: String
    let waarde: String

    init?(argument: String) {
        let delen = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard delen.count == 2 else { return nil }
        sleutel = String(delen[0])
        waarde = String(delen[1])
    }

    /// Throws when the key is not known, or the value none that it can have.
    func controleer() throws {
        if Self.sleutels.contains(sleutel) { return try controleerWaarde() }
        let raad = Suggestie.dichtstbij(sleutel, in: Self.sleutels).map { "Bedoelde u '\($0)'?" }
        throw ValidationError(
            "Op '\(sleutel)' kan niet worden gefilterd. \(raad ?? "Kies uit \(Self.sleutels.joined(separator: ", ")).")"
        )
    }

    private func controleerWaarde() throws {
        let mogelijk: [String]
        switch sleutel {
        case "plichtig", "voldaan": mogelijk = ["ja", "nee"]
        case "leerroute": mogelijk = Leerroute.allCases.map(\.rawValue)
        case "wet": mogelijk = Stelsel.allCases.map(\.rawValue)
        case "ernst": mogelijk = Signaal.Ernst.allCases.map(\.rawValue)
        case "code": return try Filterwaarde.controleer(code: waarde)
        case "doelgroep":
            mogelijk = Doelgroep.allCases.map(\.rawValue)
            if mogelijk.contains(where: { $0.lowercased().hasPrefix(waarde.lowercased()) }) { return }
        default: return
        }
        try Filterwaarde.controleer(waarde, als: "Bij '\(sleutel)' de waarde", in: mogelijk)
    }

    func laatDoor(_ regel: Dossierregel) -> Bool {
        let (stand, beoordeling) = (regel.beoordeling.stand, regel.beoordeling)
        switch sleutel {
        case "plichtig": return waarde == (stand.inburgeringsplichtig ? "ja" : "nee")
        case "voldaan": return waarde == (stand.voldaan ? "ja" : "nee")
        case "doelgroep": return stand.doelgroep?.rawValue.lowercased().hasPrefix(waarde.lowercased()) ?? false
        case "leerroute": return stand.leerroute?.rawValue == waarde
        case "wet": return beoordeling.wet.rawValue == waarde
        case "klantmanager": return regel.dossier.klantmanager == waarde
        case "code": return beoordeling.signalen.contains { $0.code.rawValue == waarde }
        case "ernst": return regel.ernst?.rawValue == waarde
        default: return false
        }
    }
}
