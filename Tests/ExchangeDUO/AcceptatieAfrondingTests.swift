// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

@Suite struct `Acceptatieregels van DUO voor MAP, PVT en Z-route` {
    static func map(_ dag: String, _ rest: String = "") -> String {
        #"{"soort":"MAPEindgesprekGevoerd","datum":"\#(dag)"\#(rest)}"#
    }
    static func pvt(_ dag: String, _ rest: String = "") -> String {
        #"{"soort":"PVTOndertekend","datum":"\#(dag)"\#(rest)}"#
    }
    static func zroute(_ dag: String) -> String { #"{"soort":"ZrouteAfgerond","datum":"\#(dag)"}"# }
    static let met = [Feiten.plicht, Feiten.pipZ, Feiten.termijn]
    static let voorbij = [
        Feiten.plicht.replacing("2024-02-01", with: "2022-01-10"),
        Feiten.pipZ.replacing("2024-03-15", with: "2022-05-31"), Feiten.termijnVoorbij,
    ]
    static let voldaan =
        #"{"soort":"InburgeringsplichtBeeindigd","einddatum":"2025-06-01","redenGeenInburgeringsplicht":"Inburgeringsplicht voldaan","bron":"DUO"}"#
    static let vorige = [
        Feiten.plicht, Feiten.pipZ.replacing(#""urenPVT":20"#, with: #""urenPVT":20,"bron":"DUO""#), Feiten.termijn,
    ]
    static let verhuisd =
        #"{"soort":"Verhuisd","datum":"2025-01-01","vanGemeente":"0599","naarGemeente":"0363","bron":"BRP"}"#
    static let ja = #","verwijtbaar":"Ja""#
    static let nee = #","verwijtbaar":"Nee""#
    static func weg(_ volgnummer: Int) -> String {
        #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":\#(volgnummer),"reden":"vergissing"}"#
    }

    @Test(
        arguments: [
            Regelproef(
                "MAP: uw gemeente heeft een actueel PIP voor de persoon",
                [Feiten.plicht],
                weigert: map("2025-05-01"),
                neemt: map("2025-05-01"),
                in: met
            ),
            Regelproef(
                "PVT: uw gemeente heeft een actueel PIP voor de persoon",
                vorige + [verhuisd],
                weigert: pvt("2025-05-01"),
                neemt: pvt("2025-05-01"),
                in: vorige
            ),
            Regelproef(
                "MAP: de inburgeringsplicht is nog niet voldaan via de Z-route",
                met + [voldaan],
                weigert: map("2025-05-01"),
                neemt: map("2025-05-01"),
                in: met
            ),
            Regelproef(
                "PVT: een wijziging alleen door de gemeente die de datum eerder leverde",
                met + [verhuisd, pvt("2024-06-01", #","bron":"DUO""#)],
                weigert: pvt("2025-02-01"),
                neemt: pvt("2024-06-01")
            ),
            Regelproef(
                "MAP: datum niet voor het begin van de inburgeringstermijn",
                met,
                weigert: map("2024-03-15"),
                neemt: map("2024-03-16")
            ),
            Regelproef(
                "PVT: datum niet voor het begin van de inburgeringstermijn",
                [Feiten.plicht, Feiten.pipZ],
                weigert: pvt("2024-03-15"),
                neemt: pvt("2024-03-16")
            ),
            Regelproef(
                "MAP: datum niet na de afronding van de Z-route",
                met + [zroute("2025-06-01")],
                weigert: map("2025-06-02"),
                neemt: map("2025-06-01")
            ),
            Regelproef("PVT: datum niet in de toekomst", met, weigert: pvt("2025-06-16"), neemt: pvt("2025-06-15")),
            Regelproef(
                "MAP: de datum kan niet leeg zijn als de afronding van de Z-route is geregistreerd",
                met + [map("2025-05-01"), zroute("2025-06-01")],
                weigert: weg(5),
                neemt: weg(5),
                in: met + [map("2025-05-01")]
            ),
            Regelproef(
                "PVT, verwijtbaar: verplicht als de inburgeringstermijn is overschreden",
                voorbij,
                weigert: pvt("2025-06-01"),
                neemt: pvt("2025-06-01", ja)
            ),
            Regelproef(
                "MAP, verwijtbaar: verplicht als de inburgeringstermijn is overschreden",
                voorbij,
                weigert: map("2025-06-10"),
                neemt: map("2025-06-10", nee)
            ),
            Regelproef(
                "MAP, verwijtbaar: niet als de datum voor het einde van de inburgeringstermijn ligt",
                voorbij,
                weigert: map("2025-05-31", nee),
                neemt: map("2025-05-31")
            ),
            Regelproef(
                "Z-route: uw gemeente heeft een actueel PIP voor de persoon",
                [Feiten.plicht],
                weigert: zroute("2025-05-01"),
                neemt: zroute("2025-05-01"),
                in: met
            ),
            Regelproef(
                "Z-route: de datum waarop de Z-route is afgerond",
                [Feiten.plicht, Feiten.pipB],
                weigert: zroute("2025-05-01"),
                neemt: zroute("2025-05-01"),
                in: met
            ),
            Regelproef(
                "Z-route: datum niet voor het begin van de inburgeringstermijn",
                met,
                weigert: zroute("2024-03-15"),
                neemt: zroute("2024-03-16")
            ),
            Regelproef(
                "Z-route: datum niet in de toekomst",
                met,
                weigert: zroute("2025-06-16"),
                neemt: zroute("2025-06-15")
            ),
            Regelproef(
                "PVT: datum niet na de afronding van de Z-route",
                met + [pvt("2025-05-02")],
                weigert: zroute("2025-05-01"),
                neemt: zroute("2025-05-02")
            ),
        ] as [Regelproef]
    )
    func `weigeren en nemen`(proef: Regelproef) throws { try proef.proef() }

    /// `verwijtbaar` without a date cannot be recorded as a fact; the rules hold for the message all the same.
    @Test(arguments: [
        ("2025-06-16", JaNee.ja, "Ja alleen als de inburgeringstermijn is overschreden" as String?),
        ("2025-06-15", .ja, nil), ("2025-06-15", .nee, nil), ("2025-08-15", .nee, nil),
        ("2025-08-16", .nee, "Nee alleen binnen twee maanden voor het einde van de termijn of na overschrijding"),
    ])
    func `verwijtbaar zonder datum, rond het einde van de termijn`(einde: String, waarde: JaNee, regel: String?) throws
    {
        let termijn =
            #"{"soort":"InburgeringstermijnVastgesteld","startdatum":"2022-06-01","einddatum":"\#(einde)","bron":"DUO"}"#
        let stand = DuoStand(try Proef.dossier([termijn]))
        let toets = Toets(voor: stand, na: stand, vandaag: Proef.vandaag, instellingen: nil)
        let uit = VerwijtbaarRegels.weigeringen(Afronding(onderdeel: .pvt, verwijtbaar: waarde), toets)
        #expect(uit.map(\.regel) == (regel.map { ["DUO acceptatieregel PVT, verwijtbaar: \($0)"] } ?? []))
    }

    @Test func `van wie de eerdere datum is weet alleen DUO, dus een wijziging gaat naar DUO`() throws {
        let eerder = Self.map("2024-06-01", #","bron":"DUO""#)
        let gekoppeld = #"{"soort":"GekoppeldAanGemeente","datum":"2024-05-01","gemeente":"0363","bron":"COA"}"#
        for dossier in [
            Self.met + [eerder],
            // Settled before that date, or coupled before it: it may be ours, delivered through the portal.
            Self.met + [Self.verhuisd.replacing("2025-01-01", with: "2024-05-31"), eerder],
            Self.met + [gekoppeld, Self.verhuisd, eerder],
        ] {
            let proef = Regelproef("", dossier, weigert: "", neemt: "")
            #expect(try proef.weigeringen(Self.map("2025-02-01"), dossier) == [])
        }
    }

    @Test func `zolang DUO's termijn niet bekend is oordeelt DUO zelf over verwijtbaar`() throws {
        let proef = Regelproef("", [Feiten.plicht, Feiten.pipZ], weigert: "", neemt: "")
        #expect(try proef.weigeringen(Self.map("2025-06-10", Self.ja), proef.dossier) == [])
    }
}
