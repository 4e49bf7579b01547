// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// One thing to tell DUO, with what it holds.
enum Zending: Hashable, Sendable {
    case pip(PIPStand)
    case pipVerwijderen(PIPStand)
    /// The PIP that holds again because a later one was taken back.
    case pipTerug(PIPStand)
    case aanbod(InburgeringsaanbodGedaan)
    case aanbodVerwijderen(instellingsnummer: String)
    case afronding(Afronding)
    case zroute(Datum?)
    case urenIntake(Int)
    case urenParticipatie(Int)
    case urenParticipatietaalles(Int)
    case urenInstelling(InstellingUren)
    case lbtOverslaan
    case koppel(contactpersoon: Int)
    case ontkoppel(contactpersoon: Int)

    /// Hours of taalles and KNM at one instelling.
    struct InstellingUren: Hashable, Sendable {
        let instellingsnummer: String
        /// nil: withdrawn.
        var uren: Int?
        var urenGeoorloofdVerzuim: Int?
        var urenOngeoorloofdVerzuim: Int?
        /// First day that the total does not cover.
        var bekendTot: Datum
        /// Last day that the total covers, as it was recorded.
        var peildatum: Datum
    }

    /// The message; no BSN stands in it.
    var ontwerp: BerichtOntwerp {
        switch self {
        case .pip(let pip), .pipTerug(let pip): Self.ontwerp(.pipPost, pip.inhoud)
        case .pipVerwijderen: Self.ontwerp(.pipDelete)
        case .aanbod(let aanbod):
            Self.ontwerp(.aanbodPost, aanbod.inhoudVoorDUO, instelling: aanbod.instellingsnummer)
        case .aanbodVerwijderen(let nummer): Self.ontwerp(.aanbodDelete, instelling: nummer)
        case .afronding(let deel): Self.ontwerp(deel.onderdeel == .map ? .mapPut : .pvtPut, deel.inhoud)
        case .zroute(let datum):
            Self.ontwerp(.zroutePut, .object(datum.map { [.init("datumAfrondingZroute", $0.json)] } ?? []))
        case .urenIntake(let uren): Self.ontwerp(.urenIntakePut, ["uren": .getal(uren)])
        case .urenParticipatie(let uren): Self.ontwerp(.urenParticipatiePut, ["uren": .getal(uren)])
        case .urenParticipatietaalles(let uren): Self.ontwerp(.urenParticipatietaallesPut, ["uren": .getal(uren)])
        case .urenInstelling(let uren):
            Self.ontwerp(.urenInstellingPut, uren.inhoud, instelling: uren.instellingsnummer)
        case .lbtOverslaan: Self.ontwerp(.lbtDelete)
        case .koppel(let id): Self.ontwerp(.koppel, contactpersoon: id)
        case .ontkoppel(let id): Self.ontwerp(.ontkoppel, contactpersoon: id)
        }
    }

    private static func ontwerp(
        _ soort: Berichtsoort,
        _ body: JSON? = nil,
        instelling: String? = nil,
        contactpersoon: Int? = nil
    ) -> BerichtOntwerp {
        var velden = Veldschrijver()
        velden.zet("instellingsnummer", instelling)
        velden.zet("contactpersoonId", contactpersoon)
        velden.zet("body", body)
        return BerichtOntwerp(soort: soort.rawValue, inhoud: velden.json)
    }
}

extension InburgeringsaanbodGedaan {
    /// The body of `POST …/Inburgeringsaanbod/{instellingsnummer}`.
    var inhoudVoorDUO: JSON {
        var velden = Veldschrijver()
        velden.zet("datumInburgeringsaanbod", datum)
        velden.zet("verwachteStartdatumOpleiding", verwachteStartdatum)
        velden.zet("verwachteEinddatumOpleiding", verwachteEinddatum)
        velden.zet("indicatorAlfabetiseringsonderwijs", indicatorAlfabetiseringsonderwijs)
        return velden.json
    }
}

extension Zending.InstellingUren {
    /// The body of `PUT …/uren/instellingen/{instellingsnummer}/taallesknm`.
    var inhoud: JSON {
        var velden = Veldschrijver()
        velden.zet("uren", uren)
        velden.zet("urenGeoorloofdVerzuim", urenGeoorloofdVerzuim)
        velden.zet("urenOngeoorloofdVerzuim", urenOngeoorloofdVerzuim)
        velden.zet("bekendTot", bekendTot)
        return velden.json
    }
}
