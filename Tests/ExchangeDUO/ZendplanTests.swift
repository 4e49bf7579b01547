// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Wat de gemeente vastlegt gaat naar DUO` {
    /// The messages as `soort inhoud`.
    func berichten(_ nieuwe: [String], in dossier: [String] = [], bsn: String? = Proef.bsn) throws -> [String] {
        try DUOBerichtmaker().berichten(Proef.nieuw(nieuwe), in: Proef.dossier(dossier, bsn: bsn), op: VasteKlok().nu)
            .map { "\($0.soort) \($0.inhoud)" }
    }

    static let basis = [Feiten.plicht, Feiten.pipB, Feiten.termijn, Feiten.aanbod]

    @Test func `een PIP gaat heel, ook na een wijziging van een veld`() throws {
        let pip =
            #"{"soort":"PIPVastgesteld","dagtekening":"2024-03-15","leerroute":"B","niveau":"B1","geschatteIntensiteitB1Route":450,"indicatorAlfabetiseringsonderwijs":"AA","indicatorMagOpleidingAfmaken":true,"aantalVoortgangsgesprekken":6,"urenPVT":20}"#
        #expect(
            try berichten([pip], in: [Feiten.plicht]) == [
                #"pip.post {"body":{"dagtekeningPip":"2024-03-15","leerroute":"B","niveau":"B1","geschatteIntensiteitB1Route":450,"indicatorMagOpleidingAfmaken":true,"indicatorAlfabetiseringsonderwijs":"AA"}}"#
            ]
        )
        let wijziging =
            #"{"soort":"PIPGewijzigd","dagtekening":"2025-05-01","reden":"overig","geschatteIntensiteitB1Route":300}"#
        #expect(
            try berichten([wijziging], in: [Feiten.plicht, pip]) == [
                #"pip.post {"body":{"dagtekeningPip":"2025-05-01","leerroute":"B","niveau":"B1","geschatteIntensiteitB1Route":300,"indicatorMagOpleidingAfmaken":true,"indicatorAlfabetiseringsonderwijs":"AA"}}"#
            ]
        )
        // Another leerroute leaves behind what belongs to the former one.
        let schakel = #"{"soort":"PIPGewijzigd","dagtekening":"2025-05-01","reden":"schakelen","leerroute":"Z"}"#
        #expect(
            try berichten([schakel], in: [Feiten.plicht, pip]) == [
                #"pip.post {"body":{"dagtekeningPip":"2025-05-01","leerroute":"Z","indicatorMagOpleidingAfmaken":true,"indicatorAlfabetiseringsonderwijs":"AA"}}"#
            ]
        )
    }

    @Test func `een ingetrokken PIP wordt verwijderd, een gecorrigeerd opnieuw gestuurd`() throws {
        let intrekken = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":3,"reden":"verkeerde persoon"}"#
        #expect(try berichten([intrekken], in: [Feiten.plicht, Feiten.pipB]) == ["pip.delete {}"])
        #expect(
            try berichten([intrekken, Feiten.pipZ], in: [Feiten.plicht, Feiten.pipB]) == [
                #"pip.post {"body":{"dagtekeningPip":"2024-03-15","leerroute":"Z"}}"#
            ]
        )
        // Correcting the correction brings it back.
        let terug = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":4,"reden":"toch goed"}"#
        #expect(
            try berichten([terug], in: [Feiten.plicht, Feiten.pipB, intrekken]) == [
                #"pip.post {"body":{"dagtekeningPip":"2024-03-15","leerroute":"B"}}"#
            ]
        )
    }

    @Test func `een tweede PIP is in te trekken, en dan geldt het eerste weer`() throws {
        let tweede = #"{"soort":"PIPGewijzigd","dagtekening":"2025-05-01","reden":"schakelen","leerroute":"Z"}"#
        let intrekken = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":4,"reden":"vergissing"}"#
        #expect(
            try berichten([intrekken], in: [Feiten.plicht, Feiten.pipB, tweede]) == [
                "pip.delete {}", #"pip.post {"body":{"dagtekeningPip":"2024-03-15","leerroute":"B"}}"#,
            ]
        )
        // A former one that was never right anyway changes nothing of the current one.
        let derde = tweede.replacing("2025-05-01", with: "2025-06-01")
        #expect(try berichten([intrekken], in: [Feiten.plicht, Feiten.pipB, tweede, derde]) == [])
        // And a PIP in its place is simply the current one.
        #expect(try berichten([intrekken, derde], in: [Feiten.plicht, Feiten.pipB, tweede]).count == 1)
    }

    @Test func `aanbod per instelling, en de intrekking ervan`() throws {
        #expect(
            try berichten([Feiten.aanbod], in: [Feiten.plicht, Feiten.pipB]) == [
                #"aanbod.post {"instellingsnummer":"0000000123","body":{"datumInburgeringsaanbod":"2024-04-01","verwachteStartdatumOpleiding":"2024-04-15","verwachteEinddatumOpleiding":"2026-04-15","indicatorAlfabetiseringsonderwijs":"NVT"}}"#
            ]
        )
        let weg = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":5,"reden":"afgezegd"}"#
        #expect(try berichten([weg], in: Self.basis) == [#"aanbod.delete {"instellingsnummer":"0000000123"}"#])
    }

    @Test func `PVT, MAP en Z-route, en een leeg veld trekt in`() throws {
        let pvt = #"{"soort":"PVTOndertekend","datum":"2025-05-01"}"#
        let map = #"{"soort":"MAPEindgesprekGevoerd","datum":"2025-06-10","verwijtbaar":"Nee"}"#
        let zroute = #"{"soort":"ZrouteAfgerond","datum":"2025-06-12"}"#
        #expect(
            try berichten([pvt, map, zroute], in: Self.basis) == [
                #"pvt.put {"body":{"datumOndertekeningPvt":"2025-05-01"}}"#,
                #"map.put {"body":{"datumEindgesprekMap":"2025-06-10","verwijtbaar":"Nee"}}"#,
                #"zroute.put {"body":{"datumAfrondingZroute":"2025-06-12"}}"#,
            ]
        )
        let weg = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":6,"reden":"vergissing"}"#
        #expect(try berichten([weg], in: Self.basis + [pvt]) == [#"pvt.put {"body":{}}"#])
        #expect(try berichten([weg], in: Self.basis + [zroute]) == [#"zroute.put {"body":{}}"#])
        #expect(try berichten([#"{"soort":"ZrouteEindgesprekGevoerd","datum":"2025-06-12"}"#], in: Self.basis) == [])
    }

    @Test func `uren gaan als totaal, met de intake waar DUO die meetelt`() throws {
        func uren(_ soort: String, _ aantal: Int, _ rest: String = "") -> String {
            #"{"soort":"UrenGeregistreerd","peildatum":"2025-05-31","urensoort":"\#(soort)","uren":\#(aantal)\#(rest)}"#
        }
        let school = #","instellingsnummer":"0000000123""#
        #expect(
            try berichten([uren("intakeTaalKNM", 20)], in: Self.basis) == [#"uren.intake.put {"body":{"uren":20}}"#]
        )
        #expect(
            try berichten([uren("participatieTaalles", 30)], in: Self.basis) == [
                #"uren.participatietaalles.put {"body":{"uren":30}}"#
            ]
        )
        #expect(
            try berichten([uren("participatie", 80)], in: Self.basis + [uren("intakeParticipatie", 12)]) == [
                #"uren.participatie.put {"body":{"uren":92}}"#
            ]
        )
        #expect(
            try berichten(
                [uren("knm", 40, school)],
                in: Self.basis + [uren("taal", 200, school), uren("taal", 250, school)]
            ) == [
                #"uren.instelling.put {"instellingsnummer":"0000000123","body":{"uren":290,"bekendTot":"2025-06-01"}}"#
            ]
        )
        let verzuim = #"{"soort":"VerzuimGeregistreerd","peildatum":"2025-06-15","geoorloofd":8,"ongeoorloofd":4}"#
        // Until today is the latest that DUO takes.
        #expect(
            try berichten([verzuim], in: Self.basis + [uren("taal", 200, school)]) == [
                #"uren.instelling.put {"instellingsnummer":"0000000123","body":{"uren":200,"urenGeoorloofdVerzuim":8,"urenOngeoorloofdVerzuim":4,"bekendTot":"2025-06-15"}}"#
            ]
        )
        for stil in [uren("taal", 10), uren("pvt", 4), uren("mapPraktijk", 8)] {
            #expect(try berichten([stil], in: Self.basis) == [])
        }
    }

    @Test func `lessen aan een niet-vrijstellende opleiding blijven buiten het totaal van de school`() throws {
        func uren(_ aantal: Int, opleiding: Bool) -> String {
            #"{"soort":"UrenGeregistreerd","peildatum":"2025-05-31","urensoort":"taal","uren":\#(aantal),"instellingsnummer":"0000000123","nietVrijstellendeOpleiding":\#(opleiding)}"#
        }
        #expect(try berichten([uren(120, opleiding: true)], in: Self.basis) == [])
        #expect(
            try berichten([uren(200, opleiding: false)], in: Self.basis + [uren(120, opleiding: true)]) == [
                #"uren.instelling.put {"instellingsnummer":"0000000123","body":{"uren":200,"bekendTot":"2025-06-01"}}"#
            ]
        )
        // Recorded after the course, it does not take the place of its total either.
        let knm = uren(30, opleiding: false).replacing("taal", with: "knm")
        let eerder = [uren(200, opleiding: false), uren(120, opleiding: true)]
        #expect(
            try berichten([knm], in: Self.basis + eerder) == [
                #"uren.instelling.put {"instellingsnummer":"0000000123","body":{"uren":230,"bekendTot":"2025-06-01"}}"#
            ]
        )
    }

    @Test func `van een gezinsmigrant neemt DUO geen uren van de gemeente bij een school`() throws {
        let uren =
            #"{"soort":"UrenGeregistreerd","peildatum":"2025-05-31","urensoort":"taal","uren":10,"instellingsnummer":"0000000123"}"#
        #expect(try berichten([uren], in: [Feiten.plichtGezin, Feiten.pipZ]) == [])
        #expect(
            try DUOBerichtmaker().weigeringen(
                Proef.nieuw([uren]),
                in: Proef.dossier([Feiten.plichtGezin]),
                vandaag: Proef.vandaag
            ) == []
        )
    }

    @Test func `de leerbaarheidstoets overslaan en de contactpersoon koppelen`() throws {
        #expect(
            try berichten([#"{"soort":"LeerbaarheidstoetsOntheven","geldigOp":"2025-06-01","grond":"visueel"}"#]) == [
                "lbt.delete {}"
            ]
        )
        let met =
            #"{"soort":"KlantmanagerToegewezen","datum":"2025-06-01","klantmanager":"kees","contactpersoonId":12}"#
        let zonder = #"{"soort":"KlantmanagerToegewezen","datum":"2025-06-02","klantmanager":"mia"}"#
        #expect(try berichten([met]) == [#"contactpersoon.koppel {"contactpersoonId":12}"#])
        #expect(try berichten([zonder]) == [])
        #expect(try berichten([zonder], in: [met]) == [#"contactpersoon.ontkoppel {"contactpersoonId":12}"#])
    }

    @Test func `wat DUO of een ander zelf zei gaat niet terug, en Wi2013 gaat niet`() throws {
        for bron in ["DUO", "COA", "BRP", "UWV"] {
            #expect(
                try berichten([#"{"soort":"PVTOndertekend","datum":"2025-05-01","bron":"\#(bron)"}"#], in: Self.basis)
                    == []
            )
        }
        #expect(
            try berichten([#"{"soort":"PVTOndertekend","datum":"2025-05-01","bron":"aanbieder"}"#], in: Self.basis)
                .count == 1
        )
        let oud = Feiten.plicht.replacing("Wi2021", with: "Wi2013")
        #expect(try berichten([#"{"soort":"PVTOndertekend","datum":"2025-05-01"}"#], in: [oud, Feiten.pipB]) == [])
        let duoPVT = #"{"soort":"PVTOndertekend","datum":"2025-05-01","bron":"DUO"}"#
        let weg = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":6,"reden":"vergissing"}"#
        #expect(try berichten([weg], in: Self.basis + [duoPVT]) == [])
        #expect(
            try berichten(
                [#"{"soort":"VoortgangsgesprekGevoerd","datum":"2025-05-01","aanwezig":true}"#],
                in: Self.basis
            ) == []
        )
    }
}
