// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// What DUO knows in a test: a few people, in the form of the simulator's world file.
struct Wereld {
    struct Persoon {
        let bsn: String
        var doelgroep = "Asielstatushouder"
        var begin: Datum
        var kennisgeving: Datum
        var gevestigd: Datum
        /// The ten weeks have started: the person lives in the gemeente.
        var gebeurtenis = "SS139"
    }

    var personen: [Persoon]

    /// Numbers of the RvIG test range that pass the elfproef and belong to nobody.
    static let nummers = ["999990019", "999990020", "999990032", "999990044", "999990056", "999990068"].filter {
        Bsn($0) != nil
    }

    /// Today in the Netherlands.
    static var vandaag: Datum { Systeemklok().vandaag }

    /// One asielstatushouder who settled 85 days ago and was told of the plicht 14 days later.
    static func een() -> Wereld {
        let vandaag = vandaag
        return Wereld(personen: [
            Persoon(
                bsn: nummers[0],
                begin: vandaag.plus(dagen: -90),
                kennisgeving: vandaag.plus(dagen: -71),
                gevestigd: vandaag.plus(dagen: -85)
            )
        ])
    }

    func regels(gemeente: String, oin: String) -> String {
        var regels = [
            #"{"soort":"wereld","duoOin":"\#(Regieclient.duo)","gemeenten":[{"gemeentecode":"\#(gemeente)","oin":"\#(oin)"}],"instellingen":[{"instellingsnummer":"1000000001","naam":"Taalhuis Proef","postcode":"1011AB","huisnummer":1,"plaatsnaam":"Amsterdam","indicatieBowKeurmerk":true,"indicatieTstKeurmerk":false}],"verlengingsgronden":[{"code":"A","omschrijving":"Ziekte"}]}"#
        ]
        for persoon in personen {
            regels.append(
                #"{"soort":"persoon","bsn":"\#(persoon.bsn)","gemeentecode":"\#(gemeente)","inAzc":false,"vestigingsdatum":"\#(persoon.gevestigd)","inburgeringsplicht":{"indicatorInburgeringsplicht":true,"begindatum":"\#(persoon.begin)","datumKennisgevingInburgeringsplicht":"\#(persoon.kennisgeving)"},"doelgroep":{"indeling":"\#(persoon.doelgroep)","begindatum":"\#(persoon.begin)","gedetailleerdeDoelgroep":"Asielstatushouder"}}"#
            )
        }
        for persoon in personen {
            regels.append(
                #"{"soort":"notificatie","gemeentecode":"\#(gemeente)","berichtId":"\#(UUID().uuidString.lowercased())","registratieDatumTijd":"\#(Tijdstip(persoon.gevestigd))","bsn":"\#(persoon.bsn)","gebeurtenisId":"\#(persoon.gebeurtenis)"}"#
            )
        }
        return regels.joined(separator: "\n") + "\n"
    }
}
