// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// A case to be assessed without a database: `{"naam"?, "gemeente"?, "peildatum"?, "feiten": […]}`.
struct Zaak {
    let naam: String?
    let gemeente: Gemeentecode?
    let peildatum: Datum?
    let gebeurtenissen: [Gebeurtenis]

    /// Reads a case; throws `feit-ongeldig` that names the fact by its number.
    /// - Parameter waar: how the case is called in a message.
    init(_ json: JSON, waar: String) throws(RegieFout) {
        guard case .object(let leden) = json else {
            throw RegieFout(
                .feitOngeldig, "Hier hoort een zaak te staan, geen \(json.soort).",
                watTeDoen: "Schrijf {\"feiten\": [ … ]}.", waar: waar)
        }
        let velden = leden.filter { Self.velden.contains($0.sleutel) }
        for lid in leden where !Self.velden.contains(lid.sleutel) { try Self.onbekend(lid.sleutel, waar) }
        do throws(RegieFout) {
            var lezer = try Veldlezer(.object(velden))
            naam = try lezer.optioneel("naam")
            gemeente = try lezer.optioneel("gemeente")
            peildatum = try lezer.optioneel("peildatum")
            let feiten: [JSON] = try lezer.verplicht("feiten")
            var uit: [Gebeurtenis] = []
            uit.reserveCapacity(feiten.count)
            for (index, feit) in feiten.enumerated() {
                do throws(RegieFout) {
                    let gebeurtenis = try Gebeurtenis(json: feit, volgnummer: index + 1)
                    try Feitcontrole.controleer(gebeurtenis)
                    uit.append(gebeurtenis)
                } catch {
                    throw error.op("feit \(index + 1)")
                }
            }
            gebeurtenissen = uit
        } catch {
            throw error.op(waar)
        }
    }

    private static let velden = ["naam", "gemeente", "peildatum", "feiten"]

    /// A member more (an id, what a test expects) does no harm; a member that looks like a mistyped one does.
    private static func onbekend(_ sleutel: String, _ waar: String) throws(RegieFout) {
        guard let bedoeld = Suggestie.dichtstbij(sleutel, in: velden) else { return }
        throw RegieFout(
            .feitOngeldig, "Het veld '\(sleutel.prefix(40))' is niet bekend.", watTeDoen: "Bedoelde u '\(bedoeld)'?",
            waar: waar)
    }

    /// The gemeente whose view this is: the one named, else where the facts place the person.
    func gemeente(anders: Gemeentecode?) -> Gemeentecode? {
        if let gekozen = gemeente ?? anders { return gekozen }
        var verhuisdNaar: Gemeentecode?
        for gebeurtenis in gebeurtenissen {
            switch gebeurtenis.feit {
            case .ingeschrevenInGemeente(let feit): return feit.gemeente
            case .gekoppeldAanGemeente(let feit): return feit.gemeente
            case .verhuisd(let feit): verhuisdNaar = verhuisdNaar ?? feit.vanGemeente ?? feit.naarGemeente
            default: break
            }
        }
        return verhuisdNaar
    }
}
