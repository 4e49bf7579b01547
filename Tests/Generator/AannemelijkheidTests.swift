// SPDX-License-Identifier: EUPL-1.2

import Generator
import Inburgering
import Testing

/// Timelines follow the order of the law and of life.
@Suite struct `Een verzonnen leven is aannemelijk` {
    private static let peildatum = Bevolkingsopdracht.standaardPeildatum
    private let mensen: [Inburgeraar]

    init() throws {
        let gemeente = try #require(Gemeentecode("0363"))
        mensen = Array(Bevolking(try Bevolkingsopdracht(personen: 3000, seed: 42, gemeente: gemeente)))
    }

    private func dossier(_ wie: Inburgeraar) -> Dossier {
        Dossier(id: wie.dossier, gemeente: wie.gemeente, gebeurtenissen: wie.gebeurtenissen)
    }

    @Test func `ieder feit is geldig, bekend op de peildatum, en het eerste zegt wie het is`() throws {
        let einde = Tijdstip(Self.peildatum.volgende)
        for wie in mensen {
            let eerste = try #require(wie.gebeurtenissen.first?.feit)
            guard case .persoonsgegevensOntvangen = eerste else {
                Issue.record("dossier \(wie.dossier) begint met \(eerste.soort)")
                continue
            }
            var vorige: Tijdstip?
            for (index, gebeurtenis) in wie.gebeurtenissen.enumerated() {
                #expect(gebeurtenis.volgnummer == index + 1)
                let bekend = try #require(gebeurtenis.bekendOp)
                #expect(bekend < einde)
                #expect(vorige.map { $0 <= bekend } ?? true)
                vorige = bekend
                #expect(throws: Never.self) { try Feitcontrole.controleer(gebeurtenis, in: dossier(wie)) }
                let gelezen = try Gebeurtenis(json: gebeurtenis.json, volgnummer: gebeurtenis.volgnummer)
                #expect(gelezen.feit == gebeurtenis.feit)
            }
        }
    }

    @Test func `geen PIP voor de kennisgeving en de inschrijving, en de termijn begint de dag erna`() throws {
        var pips = 0
        for wie in mensen {
            let feiten = dossier(wie).feiten
            guard let pip = feiten.pipVastgesteld.first?.inhoud,
                let plicht = feiten.inburgeringsplichtVastgesteld.last?.inhoud
            else { continue }
            pips += 1
            #expect(pip.dagtekening >= plicht.begindatum)
            if let kennisgeving = plicht.datumKennisgeving { #expect(pip.dagtekening >= kennisgeving) }
            // Who moved in later had the PIP of the gemeente before.
            if feiten.verhuisd.isEmpty, let woont = feiten.ingeschrevenInGemeente.first?.inhoud {
                #expect(pip.dagtekening >= woont.datum)
            }
            if let termijn = feiten.inburgeringstermijnVastgesteld.first?.inhoud {
                #expect(termijn.startdatum == pip.dagtekening.volgende)
            }
            for aanbod in feiten.inburgeringsaanbodGedaan { #expect(aanbod.inhoud.datum >= pip.dagtekening) }
            #expect(pip.leerroute != .z || pip.niveau == nil)
            for examen in feiten.examenresultaatOntvangen { #expect(examen.inhoud.examendatum > pip.dagtekening) }
        }
        #expect(pips > 1000)
    }

    @Test func `na overlijden, vertrek of verhuizing gebeurt er niets meer`() {
        var einden = 0
        for wie in mensen {
            let feiten = dossier(wie).feiten
            let weg =
                feiten.overleden.first?.inhoud.datum ?? feiten.vertrokkenUitNederland.first?.inhoud.datum
                ?? feiten.verhuisd.first { $0.inhoud.vanGemeente == wie.gemeente }?.inhoud.datum
            guard let weg else { continue }
            einden += 1
            for gebeurtenis in wie.gebeurtenissen {
                if case .inburgeringsplichtBeeindigd = gebeurtenis.feit { continue }
                if case .gecorrigeerd = gebeurtenis.feit { continue }
                #expect(gebeurtenis.geldigOp <= weg, "\(gebeurtenis.feit.soort) na \(weg)")
            }
        }
        #expect(einden > 50)
    }

    @Test func `alle soorten mensen komen voor: te laat, verkeerd gemeld, zonder BSN, met gezin`() {
        let dossiers = mensen.map(dossier)
        #expect(dossiers.contains { $0.bsn == nil && $0.vnummer != nil })
        #expect(dossiers.contains { !$0.feiten.gezinslidBekend.isEmpty })
        #expect(
            mensen.contains { $0.gebeurtenissen.contains { if case .gecorrigeerd = $0.feit { true } else { false } } }
        )
        #expect(dossiers.contains { $0.feiten.vrijstellingBeslist.contains { $0.inhoud.omvang == .tijdelijk } })
        #expect(dossiers.contains { !$0.feiten.boeteDUOOntvangen.isEmpty })
        #expect(dossiers.contains { $0.feiten.inburgeringsplichtVastgesteld.contains { $0.inhoud.wet == .wi2013 } })
        #expect(
            zip(mensen, dossiers).contains { wie, dossier in
                dossier.feiten.verhuisd.contains { $0.inhoud.naarGemeente == wie.gemeente }
            }
        )
        for route in Leerroute.allCases {
            #expect(dossiers.contains { $0.feiten.pipVastgesteld.contains { $0.inhoud.leerroute == route } })
        }
        // A signal that came more than a month after the day it speaks of.
        #expect(
            mensen.contains { wie in
                wie.gebeurtenissen.contains { gebeurtenis in
                    guard case .ingeschrevenInGemeente = gebeurtenis.feit, let bekend = gebeurtenis.bekendOp else {
                        return false
                    }
                    return gebeurtenis.geldigOp.dagen(tot: Amsterdam.datum(van: bekend)) > 30
                }
            }
        )
    }

    @Test func `een correctie wijst naar een eerder feit`() {
        for wie in mensen {
            for gebeurtenis in wie.gebeurtenissen {
                guard case .gecorrigeerd(let correctie) = gebeurtenis.feit else { continue }
                #expect((1..<gebeurtenis.volgnummer).contains(correctie.volgnummer))
            }
        }
    }

    @Test func `een melding noemt altijd het V-nummer, en een mens zonder BSN staat zo in de wereld`() {
        for wie in mensen {
            for notificatie in wie.notificaties {
                #expect(notificatie.vnummer != nil)
            }
            #expect(Set(wie.notificaties.map(\.berichtId)).count == wie.notificaties.count)
            #expect(wie.duo["vNummer"]?.getal == wie.persoonsgegevens.vnummer.map { Int($0.waarde) })
        }
        #expect(mensen.contains { $0.duo["bsn"] == nil && !$0.notificaties.isEmpty })
    }

    @Test func `wat DUO in de wereld zegt is wat er in het dossier staat`() throws {
        for wie in mensen {
            let feiten = dossier(wie).feiten
            if let plicht = feiten.inburgeringsplichtVastgesteld.last?.inhoud {
                #expect(wie.duo["inburgeringsplicht"]?["begindatum"] == plicht.begindatum.json)
            }
            let geslaagd = feiten.examenresultaatOntvangen.filter { $0.inhoud.resultaat == .geslaagd }.count
            let inWereld = wie.duo["examenresultaten"]?.lijst?.filter { $0["resultaat"] == "Geslaagd" }.count ?? 0
            #expect(geslaagd == inWereld)
        }
    }
}
