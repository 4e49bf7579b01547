// SPDX-License-Identifier: EUPL-1.2

import Exchange
public import Inburgering

/// Turns a notification of DUO into facts: asks what the event names, one read after the other, and compares the
/// answers with the dossier. Decides nothing.
public struct DUOLezer: Berichtlezer {
    /// DUO.
    public let partner = Partner.duo
    /// How long to wait before looking again whether the dossier has a BSN by now: six hours, in milliseconds. DUO's
    /// paths are keyed by BSN, and a BSN comes with the BRP or COA, not with time.
    static let wachtOpBSN: Int64 = 6 * 3_600_000
    private let vrager: DUOVrager
    private let gemeente: Gemeentecode
    private let klok: any Klok

    init(_ vrager: DUOVrager, gemeente: Gemeentecode, klok: any Klok) {
        self.vrager = vrager
        self.gemeente = gemeente
        self.klok = klok
    }

    /// Reads what the message names. A resource that DUO does not have is no error; anything that may pass is `.later`,
    /// and then nothing of the message is used: it is read again from the start.
    public func lees(_ bericht: InkomendBericht, voor dossier: Dossier) async -> Leesuitkomst {
        guard let raadplegingen = Gebeurtenistabel.raadplegingen[bericht.soort] else {
            return .mislukt(
                "Gebeurtenis \(bericht.soort) van DUO is niet bekend in deze versie. "
                    + "Zoek op in de specificatie van DUO wat zij betekent, of werk Regie bij en bied haar opnieuw aan."
            )
        }
        let gemeldOp: Datum
        do throws(RegieFout) {
            gemeldOp = Amsterdam.datum(van: try Notificatie(bericht.ruw).registratieDatumTijd)
        } catch {
            return .mislukt(error.wat)
        }
        let bsns = Set(
            dossier.feiten.persoonsgegevensOntvangen.compactMap(\.inhoud.bsn) + [bericht.bsn].compactMap(\.self)
        )
        guard bsns.count <= 1 else {
            return .mislukt("Het BSN van het bericht is een ander dan dat van het dossier. Zoek uit wie bedoeld is.")
        }
        guard let bsn = bsns.first else {
            return .wachtOp("wacht op BSN", tot: klok.nu.plus(milliseconden: Self.wachtOpBSN))
        }
        let context = Leescontext(
            gemeente: gemeente,
            berichtId: bericht.sleutel.berichtId,
            nu: klok.nu,
            gemeldOp: gemeldOp
        )
        switch await vraag(raadplegingen, over: bsn, bij: bericht.soort, naast: dossier) {
        case .failure(let gestopt): return gestopt.uitkomst
        case .success(let gelezen): return vergelijk(gelezen, bericht.soort, dossier, context)
        }
    }

    private struct Gestopt: Error {
        let uitkomst: Leesuitkomst
    }

    private func vraag(
        _ raadplegingen: [Raadpleging],
        over bsn: Bsn,
        bij soort: String,
        naast dossier: Dossier
    ) async -> Result<Gelezen, Gestopt> {
        var gelezen = Gelezen()
        var geweigerd: String?
        var beantwoord = false
        for raadpleging in raadplegingen {
            let berichtId = DUOVrager.nieuwBerichtId()
            let antwoord = await vrager.stuur(
                .get,
                pad: raadpleging.pad(bsn),
                sjabloon: raadpleging.sjabloon,
                berichtId: berichtId
            )
            switch Leesantwoord(antwoord, op: raadpleging, berichtId: berichtId, bsn: bsn, nu: klok.nu) {
            case .inhoud(let json):
                beantwoord = true
                if let gestopt = gelezen.probeer(json, van: raadpleging) { return .failure(Gestopt(uitkomst: gestopt)) }
            case .geweigerd(let waarom):
                // A read that only adds to what the event itself says: without it the event still stands. DUO closes a
                // person to us who left (README, Scope), just when SS123 tells it.
                guard Gebeurtenistabel.eersteIsNodig(soort) else { continue }
                geweigerd = geweigerd ?? waarom
            case .nietBekend(let leeg):
                beantwoord = true
                let nodig =
                    leeg == nil ? Gebeurtenistabel.eersteIsNodig(soort) : Gebeurtenistabel.lijstIsNodig(soort)
                guard nodig, raadpleging == raadplegingen.first else {
                    if let leeg, let gestopt = gelezen.probeer(leeg, van: raadpleging) {
                        return .failure(Gestopt(uitkomst: gestopt))
                    }
                    continue
                }
                return .failure(
                    Gestopt(
                        uitkomst: .nogNiet("DUO meldt \(soort), maar heeft bij \(raadpleging.sjabloon) nog niets.")
                    )
                )
            case .klaar(let uitkomst): return .failure(Gestopt(uitkomst: uitkomst))
            }
        }
        guard let geweigerd else { return .success(gelezen) }
        // All refused: DUO closes the person to us. One of several: it closes that API to us, which is a beheerder's.
        return .failure(
            Gestopt(
                uitkomst: beantwoord
                    ? .mislukt(geweigerd) : Inzage.uitkomst(geweigerd, over: dossier, nu: klok.nu)
            )
        )
    }

    private func vergelijk(_ gelezen: Gelezen, _ soort: String, _ dossier: Dossier, _ context: Leescontext)
        -> Leesuitkomst
    {
        do throws(RegieFout) {
            let feiten = try gelezen.feiten(naast: dossier, context)
            if let bezwaar = Aannemelijkheid.bezwaar(feiten, in: dossier) { return .mislukt(bezwaar) }
            let zelf =
                IntrekkingFeiten.feiten(soort, gelezen, naast: dossier, context)
                + VestigingFeiten.feiten(soort, gelezen, naast: dossier, context)
            let nieuw = Verschil.nieuw(feiten + zelf, naast: dossier)
            if soort == "SS122", let signaal = Inzage.vertrek(uit: dossier) { return .melding(nieuw, signaal) }
            return .feiten(nieuw)
        } catch {
            return .mislukt("\(error.waar ?? ""): \(error.wat) [\(error.code.rawValue)]")
        }
    }
}

extension Gelezen {
    /// Takes an answer; what to end with when it does not fit its specification.
    fileprivate mutating func probeer(_ json: JSON, van raadpleging: Raadpleging) -> Leesuitkomst? {
        do throws(RegieFout) {
            try neem(json, van: raadpleging)
            return nil
        } catch {
            return .mislukt("\(error.waar ?? ""): \(error.wat) [\(error.code.rawValue)]")
        }
    }
}
