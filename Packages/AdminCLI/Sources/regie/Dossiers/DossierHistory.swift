// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

struct DossierHistory: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "De feiten van een dossier, in de volgorde waarin ze bekend werden.",
        discussion: "Nummers van personen zijn gemaskeerd; 'regie dossier show' toont die van de inburgeraar zelf."
    )

    @Argument(help: .init("Dossiernummer.", valueName: "id")) var dossier: DossierID
    @Option(help: .init("Alleen wat op dit moment bekend was (datum of tijdstip).", valueName: "moment"))
    var bekendOp: Tijdstip?
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen

    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("dossier.historie", aan: dossier.tekst) { sessie in
            let feiten = try await sessie.store.readDossier(dossier, bekendOp: bekendOp).gebeurtenissen
            try await sessie.noteer(dossier.tekst)
            let rijen = feiten.map { feit in
                [
                    "\(feit.volgnummer)", "\(feit.geldigOp)", feit.bekendOp?.description ?? "",
                    feit.bron.rawValue,
                    feit.feit.soort, feit.inhoudGemaskeerd.description,
                ]
            }
            return Antwoord(
                json: ["id": dossier.json, "gebeurtenissen": .lijst(feiten.map(\.regel))],
                tabel: Tabel(koppen: ["nr", "geldig op", "bekend op", "bron", "soort", "inhoud"], rijen: rijen),
                melding: rijen.isEmpty ? "Toen was er van dit dossier nog niets bekend." : nil
            )
        }
    }
}

extension Gebeurtenis {
    /// The fact with its envelope, numbers of people masked.
    fileprivate var regel: JSON {
        var leden = [JSON.Lid("volgnummer", .getal(volgnummer))]
        for lid in (json.leden ?? []).map(Self.gemaskeerd) {
            leden.append(lid.sleutel == "volgnummer" ? JSON.Lid(andereNaam, lid.waarde) : lid)
        }
        if let bekendOp { leden.append(JSON.Lid("bekendOp", .tekst(bekendOp.description))) }
        if let berichtId { leden.append(JSON.Lid("berichtId", .tekst(berichtId))) }
        return .object(leden)
    }

    /// What a fact's own `volgnummer` is called where the envelope has one too: of `Gecorrigeerd` it is that of the fact
    /// that it takes back, of an oproep which one it is.
    private var andereNaam: String {
        if case .gecorrigeerd = feit { "corrigeert" } else { "oproepnummer" }
    }

    /// The fields alone.
    fileprivate var inhoudGemaskeerd: JSON {
        let envelop = ["soort", "geldigOp", "bron"]
        return .object((json.leden ?? []).filter { !envelop.contains($0.sleutel) }.map(Self.gemaskeerd))
    }

    /// The fact, numbers of people masked.
    var gemaskeerd: JSON { .object((json.leden ?? []).map(Self.gemaskeerd)) }

    private static func gemaskeerd(_ lid: JSON.Lid) -> JSON.Lid {
        guard lid.sleutel == "bsn" || lid.sleutel == "vnummer", let nummer = lid.waarde.tekst else { return lid }
        return JSON.Lid(lid.sleutel, .tekst(String(repeating: "*", count: nummer.count - 2) + nummer.suffix(2)))
    }
}
