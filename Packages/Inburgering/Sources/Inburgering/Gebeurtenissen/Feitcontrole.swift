// SPDX-License-Identifier: EUPL-1.2

/// What a fact must satisfy beyond the form of its fields: bounds, and dates that fit each other.
public enum Feitcontrole {
    /// Checks a fact on its own. Throws `feit-ongeldig` naming the kind and the field.
    public static func controleer(_ gebeurtenis: Gebeurtenis) throws(RegieFout) {
        _ = try gebeurtenis.payload()
        guard let bezwaar = bezwaar(tegen: gebeurtenis.feit) else { return }
        throw RegieFout(.feitOngeldig, bezwaar, watTeDoen: "Verbeter het feit.", waar: gebeurtenis.feit.soort)
    }

    /// Checks a fact that is about to be recorded in a dossier.
    public static func controleer(_ gebeurtenis: Gebeurtenis, in dossier: Dossier) throws(RegieFout) {
        try controleer(gebeurtenis)
        guard let bezwaar = bezwaar(tegen: gebeurtenis, in: dossier) else { return }
        throw RegieFout(.feitOngeldig, bezwaar, watTeDoen: "Verbeter het feit.", waar: gebeurtenis.feit.soort)
    }

    private static func bezwaar(tegen feit: Feit) -> String? {
        switch feit {
        case .urenGeregistreerd(let feit):
            if feit.uren > 9999 { return "uren loopt van 0 tot en met 9999." }
            return feit.instellingsnummer.flatMap(instelling)
        case .intakeAfgenomen(let feit):
            let uren = [feit.uren?.taallesKNM, feit.uren?.participatie].compactMap(\.self)
            return uren.contains { $0 > 9999 } ? "uren loopt van 0 tot en met 9999." : nil
        case .voorinburgeringOvergedragen(let feit):
            return feit.uren ?? 0 > 9999 ? "uren loopt van 0 tot en met 9999." : nil
        case .verzuimGeregistreerd(let feit):
            return max(feit.geoorloofd, feit.ongeoorloofd) > 9999 ? "uren verzuim loopt van 0 tot en met 9999." : nil
        case .inburgeringsaanbodGedaan(let feit):
            if let begin = feit.verwachteStartdatum, let einde = feit.verwachteEinddatum, einde <= begin {
                return "verwachteEinddatum (\(einde), exclusief) moet na verwachteStartdatum (\(begin)) liggen."
            }
            return instelling(feit.instellingsnummer)
        case .inburgeringstermijnVastgesteld(let feit):
            return feit.einddatum <= feit.startdatum
                ? "einddatum (\(feit.einddatum), exclusief) moet na startdatum (\(feit.startdatum)) liggen." : nil
        case .opgeroepenVoorIntake(let feit):
            // A bound of the fact's form (contract), not of the law: how many oproepen count is intake.oproepen.
            if !(1...3).contains(feit.volgnummer) { return "volgnummer is 1, 2 of 3." }
            return feit.uiterlijk < feit.datum
                ? "uiterlijk (\(feit.uiterlijk)) ligt voor de oproep (\(feit.datum))." : nil
        case .pipVastgesteld(let feit):
            return intensiteit(feit.geschatteIntensiteitB1Route)
                ?? opRoute(feit.leerroute, feit.examenonderdelenA2, feit.lagereUrennormZroute)
                ?? zonderUren(feit.leerroute, feit.onderdelenZonderUren)
        case .pipGewijzigd(let feit):
            return intensiteit(feit.geschatteIntensiteitB1Route)
                ?? opRoute(feit.leerroute, feit.examenonderdelenA2, feit.lagereUrennormZroute)
                ?? zonderUren(feit.leerroute, feit.onderdelenZonderUren)
        case .overtredingVastgesteld(let feit):
            // The college fines on these two alone (Wi2021 art. 22, 23); on any other nothing would ever be worked out.
            if Boeteartikel(feit.artikel) == nil { return "artikel noemt art. 22 of art. 23 van de Wi2021." }
            return [0, 25, 50, 75, 100].contains(feit.verwijtbaarheid)
                ? nil : "verwijtbaarheid is 0, 25, 50, 75 of 100 procent."
        case .klantmanagerToegewezen(let feit):
            return (1...99_999).contains(feit.contactpersoonId ?? 1)
                ? nil : "contactpersoonId loopt van 1 tot en met 99999."
        case .ontheffingBeslist(let feit):
            if feit.omvang == .tijdelijk { return "een ontheffing is geheel of gedeeltelijk." }
            return feit.urenBelastbaarheidParticipatieactiviteit ?? 0 > 9999
                ? "urenBelastbaarheidParticipatieactiviteit loopt van 0 tot en met 9999." : nil
        case .vrijstellingBeslist(let feit):
            guard let begin = feit.startdatum, let einde = feit.einddatum else { return nil }
            return einde < begin ? "einddatum (\(einde)) ligt voor startdatum (\(begin))." : nil
        case .leningStand(let feit): return bedragen([feit.gebruikt, feit.maximum])
        case .voornemenBoeteVerzonden(let feit): return bedragen([feit.bedrag])
        case .boeteIngetrokken(let feit): return bedragen([feit.bedrag])
        case .boeteDUOOntvangen(let feit): return bedragen([feit.bedrag])
        case .boeteOpgelegd(let feit):
            if let nieuw = feit.nieuweTermijn, nieuw < feit.datum {
                return "nieuweTermijn (\(nieuw)) ligt voor de boete (\(feit.datum))."
            }
            return bedragen([feit.bedrag])
        default: return nil
        }
    }

    private static func bezwaar(tegen gebeurtenis: Gebeurtenis, in dossier: Dossier) -> String? {
        switch gebeurtenis.feit {
        case .gecorrigeerd(let correctie):
            return dossier.gebeurtenissen.contains { $0.volgnummer == correctie.volgnummer }
                ? nil : "het dossier heeft geen feit met volgnummer \(correctie.volgnummer)."
        case .pipVastgesteld(let pip) where gebeurtenis.bron == .gemeente:
            // Besluit inburgering 2021 art. 5.3 lid 4 and Wi2021 art. 15 lid 1 c: both belong in the beschikking.
            if pip.aantalVoortgangsgesprekken == nil { return "aantalVoortgangsgesprekken ontbreekt." }
            return pip.urenPVT == nil ? "urenPVT ontbreekt." : nil
        case .pipGewijzigd:
            return dossier.feiten.pipVastgesteld.isEmpty ? "er is nog geen PIP om te wijzigen." : nil
        default: return nil
        }
    }

    private static func instelling(_ nummer: String) -> String? {
        nummer.utf8.count == 10 ? nil : "instellingsnummer heeft tien tekens."
    }

    private static func bedragen(_ bedragen: [Bedrag?]) -> String? {
        bedragen.contains { $0.map { $0.centen < 0 } ?? false } ? "een bedrag is niet negatief." : nil
    }

    /// What a PIP may say on one route alone (Wi2021 art. 17 lid 3; Regeling art. 3.16 lid 2).
    private static func opRoute(_ route: Leerroute?, _ onderdelen: [Examenonderdeel]?, _ norm: Int?) -> String? {
        if let onderdelen, !onderdelen.isEmpty {
            if onderdelen.contains(.knm) {
                return "examenonderdelenA2 noemt alleen LE, LU, SC en SP: KNM heeft geen niveau."
            }
            if let route, route != .b1 { return "examenonderdelenA2 hoort alleen bij de B1-route." }
        }
        guard let norm else { return nil }
        if let route, route != .z { return "lagereUrennormZroute hoort alleen bij de Z-route." }
        return norm > 9999 ? "lagereUrennormZroute loopt van 0 tot en met 9999 uur." : nil
    }

    private static func zonderUren(_ route: Leerroute?, _ onderdelen: [Examenonderdeel]?) -> String? {
        guard let onderdelen, !onderdelen.isEmpty else { return nil }
        if onderdelen.contains(.knm) {
            return "onderdelenZonderUren noemt alleen LE, LU, SC en SP (Regeling art. 3.16 lid 1)."
        }
        if let route, route != .z { return "onderdelenZonderUren hoort alleen bij de Z-route." }
        return nil
    }

    private static func intensiteit(_ uren: Int?) -> String? {
        (1...9999).contains(uren ?? 1) ? nil : "geschatteIntensiteitB1Route loopt van 1 tot en met 9999 uur."
    }
}
