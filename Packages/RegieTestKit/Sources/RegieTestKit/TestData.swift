// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// Short ways to things a storage test needs again and again.
public enum TestData {
    /// Amsterdam.
    public static let gemeente = gemeenten[0]
    /// Rotterdam.
    public static let otherGemeente = gemeenten[1]
    /// 2024-03-01T10:00:00Z.
    public static let moment = Tijdstip(milliseconden: 1_709_287_200_000)
    /// Of the system.
    public static let toegang = Toegang(actor: "test", rol: .systeem, doel: "toets", oorsprong: "testmachine")

    /// A day; 1970-01-01 plus `days`.
    public static func dag(_ days: Int) -> Datum { Datum(dagnummer: days) }

    /// An instant a number of minutes after `moment`.
    public static func na(_ minuten: Int) -> Tijdstip { moment.plus(milliseconden: Int64(minuten) * 60_000) }

    /// An audit line about a dossier.
    public static func audit(_ object: DossierID, _ actie: String = "toets.schrijf", reden: String? = nil) -> AuditRegel
    {
        AuditRegel(actie, object: object.tekst, door: toegang, op: moment, reden: reden)
    }

    /// Who the person is.
    public static func persoon(
        _ place: Int = 0,
        naam: String = "Proefpersoon",
        bekendOp: Tijdstip = moment
    ) -> Stap.NieuwFeit {
        let gegevens = PersoonsgegevensOntvangen(
            bsn: TestIdentity.bsn(place),
            vnummer: TestIdentity.vnummer(place),
            geslachtsnaam: naam,
            geboortedatum: OnvolledigeDatum("1990-00-00")
        )
        return Stap.NieuwFeit(
            geldigOp: dag(19_700),
            bekendOp: bekendOp,
            bron: .brp,
            feit: .persoonsgegevensOntvangen(gegevens)
        )
    }

    /// A PIP on the B-route.
    public static func pip(bekendOp: Tijdstip = moment) -> Stap.NieuwFeit {
        let pip = PIPVastgesteld(
            dagtekening: dag(19_790),
            leerroute: .b1,
            aantalVoortgangsgesprekken: 4,
            urenPVT: 10,
            urenMAP: 40
        )
        return Stap.NieuwFeit(
            geldigOp: pip.dagtekening,
            bekendOp: bekendOp,
            bron: .gemeente,
            feit: .pipVastgesteld(pip)
        )
    }

    /// Hours of a kind.
    public static func uren(_ uren: Int, bekendOp: Tijdstip = moment, berichtId: String? = nil) -> Stap.NieuwFeit {
        let feit = UrenGeregistreerd(peildatum: dag(19_800), urensoort: .taal, uren: uren)
        return Stap.NieuwFeit(
            geldigOp: feit.peildatum,
            bekendOp: bekendOp,
            bron: .aanbieder,
            berichtId: berichtId,
            feit: .urenGeregistreerd(feit)
        )
    }

    /// Who directs the dossier.
    public static func klantmanager(_ naam: String) -> Stap.NieuwFeit {
        let feit = KlantmanagerToegewezen(datum: dag(19_780), klantmanager: naam)
        return Stap.NieuwFeit(
            geldigOp: feit.datum,
            bekendOp: moment,
            bron: .gemeente,
            feit: .klantmanagerToegewezen(feit)
        )
    }

    /// A line of the werkvoorraad.
    public static func werkregel(
        _ dossier: DossierID,
        _ code: String = "PIP_VASTSTELLEN",
        herkomst: Werkregel.Herkomst = .beoordeling,
        ernst: Signaal.Ernst = .letOp,
        voor: Datum? = nil,
        klantmanager: String? = nil,
        actie: String = "Stel het plan vast.",
        velden: [String] = []
    ) -> Werkregel {
        let signaal = Signaal(
            Beoordelingscode(rawValue: code),
            voor: voor,
            ernst: ernst,
            actie: actie,
            grondslag: ["Wi2021 art. 15"],
            feiten: [1],
            velden: velden
        )
        return Werkregel(dossier: dossier, herkomst: herkomst, signaal: signaal, klantmanager: klantmanager)
    }

    /// A message to DUO.
    public static func uitgaand(_ dossier: DossierID, _ berichtId: String, inhoud: JSON = ["leerroute": "B"])
        -> UitgaandBericht
    {
        UitgaandBericht(
            berichtId: berichtId,
            partner: .duo,
            soort: "pip.post",
            dossier: dossier,
            inhoud: inhoud,
            gemaaktOp: moment
        )
    }

    /// A message from DUO.
    public static func inkomend(_ berichtId: String, persoon: Int? = 0, ruw: String = "{}") -> InkomendBericht {
        InkomendBericht(
            sleutel: Berichtsleutel(.duo, berichtId),
            soort: "SS101",
            ontvangenOp: moment,
            bsn: persoon.map { TestIdentity.bsn($0) },
            vnummer: nil,
            ruw: Array(ruw.utf8)
        )
    }

    private static let gemeenten = ["0363", "0599"].compactMap { Gemeentecode($0) }
}
