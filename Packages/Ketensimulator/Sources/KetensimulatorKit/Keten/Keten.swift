// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// DUO's side of the exchange: the state, and every request against it one after the other.
///
/// Does no network I/O: it answers with what must be sent, and the server sends it.
actor Keten {
    private(set) var kop: Wereldkop
    private(set) var kalender: Kalender
    private(set) var personen: Personenregister
    private(set) var contactpersonen = Contactpersonen()
    private var geheugen = Berichtgeheugen()
    private let routes: Routetabel

    init(kop: Wereldkop, bestand: Wereldbestand?, kalender: Kalender, routes: Routetabel = .duo) {
        self.kop = kop
        self.kalender = kalender
        self.routes = routes
        personen = Personenregister(bestand: bestand)
    }

    /// Answers a request. With `overAnder` the answer is about another person and carries another berichtId,
    /// which no partner may ever do; the receiver must notice.
    func verwerk(_ verzoek: Verzoek, overAnder: Bool = false) -> Afhandeling {
        guard let treffer = routes.zoek(methode: verzoek.methode, pad: verzoek.pad) else {
            // No API-Version: this tells an unknown path from an unknown person.
            let status = routes.kentPad(verzoek.pad) ? 405 : 404
            return Afhandeling(antwoord: Antwoord(status: status), sjabloon: Routetabel.gemaskeerd(verzoek.pad))
        }
        var afhandeling = verwerk(verzoek, treffer)
        if overAnder {
            if !verzoek.isSchrijvend, let ander = antwoordOverAnder(afhandeling, verzoek, treffer) {
                afhandeling.antwoord = ander
            }
            afhandeling.antwoord.berichtId = UUID().uuidString.lowercased()
        }
        return afhandeling
    }

    private func verwerk(_ verzoek: Verzoek, _ treffer: Routetabel.Treffer) -> Afhandeling {
        let volgnummer = treffer.parameters["bsn"].flatMap { personen.volgnummer(bsn: $0) }
        func klaar(_ uitkomst: Uitkomst) -> Afhandeling {
            Afhandeling(
                antwoord: treffer.route.antwoord(uitkomst, berichtId: verzoek.berichtId),
                sjabloon: treffer.route.volledigSjabloon,
                persoon: volgnummer
            )
        }
        func ongeldig() -> Afhandeling {
            Afhandeling(
                antwoord: Antwoord(
                    status: 400,
                    apiVersie: treffer.route.versie,
                    berichtId: verzoek.berichtId
                ),
                sjabloon: treffer.route.volledigSjabloon,
                persoon: volgnummer
            )
        }
        guard Kopregels.geldig(verzoek, duoOin: kop.duoOin), Padparameters.geldig(treffer.parameters),
            let bron = verzoek.bron, let berichtId = verzoek.berichtId
        else { return ongeldig() }
        guard let gemeente = kop.gemeente(oin: bron) else {
            return klaar(.geweigerd(["Uw organisatie is bij DUO niet bekend als gemeente."]))
        }
        let sleutel = Berichtgeheugen.Sleutel(
            bron: bron,
            berichtId: berichtId,
            methode: verzoek.methode,
            pad: verzoek.pad
        )
        if verzoek.isSchrijvend, var eerder = geheugen[sleutel] {
            eerder.notificaties = []
            return eerder
        }
        let aanvraag = Aanvraag(
            gemeente: gemeente,
            parameters: treffer.parameters,
            body: verzoek.body,
            vandaag: kalender.vandaag,
            kop: kop
        )
        do {
            let (uitkomst, gebeurtenissen, persoon) = try voerUit(treffer.route, aanvraag, volgnummer)
            var afhandeling = klaar(uitkomst)
            guard case .gelukt = uitkomst, verzoek.isSchrijvend else { return afhandeling }
            afhandeling.notificaties = gebeurtenissen.map { notificatie($0, gemeente, persoon) }
            geheugen.onthoud(afhandeling, voor: sleutel)
            return afhandeling
        } catch {
            return ongeldig()
        }
    }

    /// Runs the API of a route; a person that it changed is kept when it succeeded.
    private func voerUit(
        _ route: Route,
        _ aanvraag: Aanvraag,
        _ volgnummer: Int?
    ) throws(Ongeldig) -> (Uitkomst, [String], Persoon?) {
        switch route.soort {
        case .algemeen(let api): return (api(aanvraag), [], nil)
        case .contactpersoon(let api): return (try api(&contactpersonen, aanvraag), [], nil)
        case .persoon, .koppeling: break
        }
        guard let volgnummer, let persoon = personen.persoon(volgnummer) else { return (.nietGevonden, [], nil) }
        if let bezwaar = Zichtbaarheid.bezwaar(
            persoon,
            gemeentecode: aanvraag.gemeente.gemeentecode,
            vandaag: aanvraag.vandaag
        ) {
            return (.geweigerd([bezwaar]), [], nil)
        }
        var zaak = Persoonszaak(aanvraag: aanvraag, persoon: persoon)
        switch route.soort {
        case .algemeen, .contactpersoon: return (.nietGevonden, [], nil)
        case .koppeling(let api): return (api(&contactpersonen, zaak), [], nil)
        case .persoon(let api):
            let uitkomst = try api(&zaak)
            if case .gelukt = uitkomst, route.methode != "GET" { personen.bewaar(zaak.persoon) }
            return (uitkomst, zaak.gebeurtenissen, zaak.persoon)
        }
    }

    private func notificatie(_ gebeurtenis: String, _ gemeente: Gemeente, _ persoon: Persoon?) -> Notificatie {
        Notificatie(
            gemeentecode: gemeente.gemeentecode,
            berichtId: UUID().uuidString.lowercased(),
            registratieDatumTijd: kalender.registratieDatumTijd(),
            bsn: persoon?.bsn,
            vNummer: persoon?.bsn == nil ? persoon?["vNummer"]?.alsHeel : nil,
            gebeurtenisId: gebeurtenis
        )
    }

    /// The same resource of the next person who has one, whoever may see that person.
    private func antwoordOverAnder(
        _ afhandeling: Afhandeling,
        _ verzoek: Verzoek,
        _ treffer: Routetabel.Treffer
    ) -> Antwoord? {
        guard afhandeling.antwoord.status == 200, let volgnummer = afhandeling.persoon,
            case .persoon(let api) = treffer.route.soort, let gemeente = kop.gemeenten.first
        else { return nil }
        let aanvraag = Aanvraag(
            gemeente: gemeente,
            parameters: treffer.parameters,
            body: [],
            vandaag: kalender.vandaag,
            kop: kop
        )
        for stap in 1..<max(2, min(personen.aantal, 1000)) {
            let ander = (volgnummer - 1 + stap) % personen.aantal + 1
            guard ander != volgnummer, let persoon = personen.persoon(ander) else { continue }
            var zaak = Persoonszaak(aanvraag: aanvraag, persoon: persoon)
            if case .gelukt(_, let ruw)? = try? api(&zaak), ruw != afhandeling.antwoord.body {
                return treffer.route.antwoord(.gelukt(status: 200, ruw: ruw), berichtId: nil)
            }
        }
        return nil
    }
}

extension Keten {
    /// Sets the day.
    func zet(vandaag: Dag) { kalender = .vast(vandaag) }

    /// Replaces resources of a person; a null takes one away. nil when there is no such person.
    func vervang(_ volgnummer: Int, _ velden: [String: JSONWaarde]) -> Persoon? {
        guard var persoon = personen.persoon(volgnummer) else { return nil }
        for (veld, waarde) in velden { persoon[veld] = waarde == .leeg ? nil : waarde }
        personen.bewaar(persoon)
        return persoon
    }

    /// Adds a person and gives its volgnummer.
    func voegToe(_ velden: [String: JSONWaarde]) -> Int { personen.voegToe(velden) }

    /// The OIN that a notification to this gemeente must carry in `doel`.
    func oin(gemeentecode: String) -> String? { kop.oin(gemeentecode: gemeentecode) }
}
