// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@testable import ExchangeDUO

/// One rule of DUO: what breaks it, beside what, and words that the refusal must have.
struct Regelproef: Sendable, CustomTestStringConvertible {
    let regel: String
    let geweigerd: String
    let aangenomen: String
    var dossier: [String]
    var aangenomenDossier: [String]?
    var instellingen = false

    init(
        _ regel: String,
        _ dossier: [String],
        weigert geweigerd: String,
        neemt aangenomen: String,
        in anders: [String]? = nil,
        instellingen: Bool = false
    ) {
        self.regel = regel
        self.geweigerd = geweigerd
        self.aangenomen = aangenomen
        self.dossier = dossier
        aangenomenDossier = anders
        self.instellingen = instellingen
    }

    var testDescription: String { regel }

    func weigeringen(_ feit: String, _ dossier: [String]) throws -> [Weigering] {
        let lijst = instellingen ? try Instelling.lees(try Proef.fixture("instellingen.json")) : nil
        return try DUOBerichtmaker(instellingen: { lijst })
            .weigeringen(Proef.nieuw([feit]), in: Proef.dossier(dossier), vandaag: Proef.vandaag)
    }

    /// The rule refuses by itself and in its own words, and takes what it should.
    func proef() throws {
        let geweigerd = try weigeringen(geweigerd, dossier)
        #expect(geweigerd.count == 1, "\(geweigerd)")
        #expect(geweigerd.first?.regel == "DUO acceptatieregel \(regel)")
        #expect(geweigerd.first?.uitleg.isEmpty == false)
        #expect(!"\(geweigerd)".contains(Proef.bsn))
        #expect(try weigeringen(aangenomen, aangenomenDossier ?? dossier) == [])
    }
}

@Suite struct `Acceptatieregels van DUO voor het PIP` {
    static func pip(_ dag: String, _ rest: String = #""leerroute":"B""#) -> String {
        #"{"soort":"PIPVastgesteld","dagtekening":"\#(dag)","aantalVoortgangsgesprekken":6,"urenPVT":20,\#(rest)}"#
    }
    static func wijziging(_ dag: String, _ rest: String = #""leerroute":"Z""#) -> String {
        #"{"soort":"PIPGewijzigd","dagtekening":"\#(dag)","reden":"overig",\#(rest)}"#
    }
    static let hier = #"{"soort":"IngeschrevenInGemeente","datum":"2024-03-01","gemeente":"0363","bron":"BRP"}"#

    @Test(
        arguments: [
            Regelproef(
                "PIP, datum dagtekening: niet in de toekomst",
                [Feiten.plicht],
                weigert: pip("2025-06-16"),
                neemt: pip("2025-06-15")
            ),
            Regelproef(
                "PIP, datum dagtekening: niet voor het begin van de inburgeringsplicht",
                [Feiten.plicht],
                weigert: pip("2024-01-31"),
                neemt: pip("2024-02-01")
            ),
            Regelproef(
                "PIP, datum dagtekening: een gewijzigd PIP niet voor het eerste PIP",
                [Feiten.plicht, Feiten.pipB],
                weigert: wijziging("2024-03-14"),
                neemt: wijziging("2024-03-15")
            ),
            Regelproef(
                "PIP, datum dagtekening: een gewijzigd PIP niet voor het actuele PIP",
                [Feiten.plicht, Feiten.pipB, wijziging("2025-01-10")],
                weigert: wijziging("2025-01-09"),
                neemt: wijziging("2025-01-10")
            ),
            Regelproef(
                "PIP, datum dagtekening: niet voor de vestiging in de gemeente",
                [Feiten.plicht, hier],
                weigert: pip("2024-02-29"),
                neemt: pip("2024-03-01")
            ),
            Regelproef(
                "PIP, niveau: A2 niet met de onderwijsroute",
                [Feiten.plicht],
                weigert: pip("2025-01-10", #""leerroute":"O","niveau":"A2""#),
                neemt: pip("2025-01-10", #""leerroute":"O","niveau":"B1""#)
            ),
            Regelproef(
                "PIP, niveau: B1 niet met de Z-route",
                [Feiten.plicht],
                weigert: pip("2025-01-10", #""leerroute":"Z","niveau":"B1""#),
                neemt: pip("2025-01-10", #""leerroute":"Z","niveau":"A2""#)
            ),
            Regelproef(
                "PIP, niveau: A2 niet met de B1-route in het eerste PIP van iemand",
                [Feiten.plicht],
                weigert: pip("2025-01-10", #""leerroute":"B","niveau":"A2""#),
                neemt: pip("2025-01-10", #""leerroute":"B","niveau":"A2""#),
                in: [Feiten.plicht, Feiten.pipB]
            ),
            Regelproef(
                "PIP, niveau: A2 niet met de B1-route in het eerste PIP van iemand",
                [Feiten.plicht],
                weigert: pip("2025-01-10", #""leerroute":"B","niveau":"A2""#),
                neemt: pip("2025-01-10", #""leerroute":"B","niveau":"A2""#),
                in: [Feiten.plicht, Feiten.termijn]
            ),
            Regelproef(
                "PIP, geschatte intensiteit B1-route: van 1 tot en met 9999 uur",
                [Feiten.plicht],
                weigert: pip("2025-01-10", #""leerroute":"B","geschatteIntensiteitB1Route":10000"#),
                neemt: pip("2025-01-10", #""leerroute":"B","geschatteIntensiteitB1Route":9999"#)
            ),
            Regelproef(
                "PIP, geschatte intensiteit B1-route: alleen bij de B1-route",
                [Feiten.plicht],
                weigert: pip("2025-01-10", #""leerroute":"Z","geschatteIntensiteitB1Route":400"#),
                neemt: pip("2025-01-10", #""leerroute":"B","geschatteIntensiteitB1Route":400"#)
            ),
            Regelproef(
                "PIP, geschatte intensiteit B1-route: alleen bij een asielstatushouder",
                [Feiten.plichtGezin],
                weigert: pip("2025-01-10", #""leerroute":"B","geschatteIntensiteitB1Route":400"#),
                neemt: pip("2025-01-10", #""leerroute":"B","geschatteIntensiteitB1Route":400"#),
                in: [Feiten.plicht]
            ),
        ] as [Regelproef]
    )
    func `weigeren en nemen`(proef: Regelproef) throws { try proef.proef() }

    static let weg = #"{"soort":"Gecorrigeerd","geldigOp":"2025-06-15","volgnummer":3,"reden":"vergissing"}"#
    static let uren =
        #"{"soort":"UrenGeregistreerd","peildatum":"2025-05-31","urensoort":"taal","uren":10,"instellingsnummer":"0000000123"}"#
    static let vanDUO = Feiten.pipB.replacing(#""urenPVT":20"#, with: #""urenPVT":20,"bron":"DUO""#)

    @Test(
        arguments: [
            Regelproef(
                "PIP verwijderen: alleen zolang de inburgeringstermijn niet is vastgesteld",
                [Feiten.plicht, Feiten.pipB, Feiten.termijn],
                weigert: weg,
                neemt: weg,
                in: [Feiten.plicht, Feiten.pipB]
            ),
            Regelproef(
                "PIP verwijderen: alleen zolang de inburgeringstermijn niet is vastgesteld",
                [Feiten.plicht, Feiten.pipB, wijziging("2025-01-10"), Feiten.termijn],
                weigert: weg.replacing(":3,", with: ":4,"),
                neemt: weg.replacing(":3,", with: ":4,"),
                in: [Feiten.plicht, Feiten.pipB, wijziging("2025-01-10")]
            ),
            Regelproef(
                "PIP verwijderen: alleen zolang bij het actuele aanbod geen cursusuren zijn geregistreerd",
                [Feiten.plicht, Feiten.pipB, Feiten.aanbod, uren],
                weigert: weg,
                neemt: weg,
                in: [Feiten.plicht, Feiten.pipB, Feiten.aanbod]
            ),
        ] as [Regelproef]
    )
    func `verwijderen`(proef: Regelproef) throws { try proef.proef() }

    @Test func `een PIP voor de vestiging mag vanaf de koppeling door het COA`() throws {
        let gekoppeld = #"{"soort":"GekoppeldAanGemeente","datum":"2024-02-10","gemeente":"0363","bron":"COA"}"#
        let proef = Regelproef("", [Feiten.plicht, Self.hier, gekoppeld], weigert: "", neemt: "")
        #expect(try proef.weigeringen(Self.pip("2024-02-10"), proef.dossier) == [])
        #expect(try proef.weigeringen(Self.pip("2024-02-09"), proef.dossier).count == 1)
    }

    @Test func `een vestiging die uit een melding van DUO is afgeleid is te grof om op te weigeren`() throws {
        let afgeleid = Self.hier.replacing("BRP", with: "DUO")
        let proef = Regelproef("", [Feiten.plicht, afgeleid], weigert: "", neemt: "")
        #expect(try proef.weigeringen(Self.pip("2024-02-29"), proef.dossier) == [])
    }

    @Test func `zonder BSN gaat er niets, en dat staat er`() throws {
        let uit = try DUOBerichtmaker().weigeringen(
            Proef.nieuw([Self.pip("2025-01-10")]),
            in: Proef.dossier([Feiten.plicht], bsn: nil),
            vandaag: Proef.vandaag
        )
        #expect(uit.count == 1)
        #expect(uit.first?.uitleg.contains("nog geen BSN") == true)
        // What sends nothing is not held up.
        let gesprek = #"{"soort":"VoortgangsgesprekGevoerd","datum":"2025-05-01","aanwezig":true}"#
        #expect(
            try DUOBerichtmaker().weigeringen(
                Proef.nieuw([gesprek]),
                in: Proef.dossier([], bsn: nil),
                vandaag: Proef.vandaag
            ) == []
        )
    }
}
