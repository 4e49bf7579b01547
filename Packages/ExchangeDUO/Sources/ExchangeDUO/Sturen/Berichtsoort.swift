// SPDX-License-Identifier: EUPL-1.2

import Exchange

/// A kind of message to DUO: what stands in `UitgaandBericht.soort`, and the request that it becomes.
enum Berichtsoort: String, CaseIterable, Sendable {
    case pipPost = "pip.post"
    case pipDelete = "pip.delete"
    case contactpersoonPost = "contactpersoon.post"
    case contactpersoonPut = "contactpersoon.put"
    case contactpersoonDelete = "contactpersoon.delete"
    case koppel = "contactpersoon.koppel"
    case ontkoppel = "contactpersoon.ontkoppel"
    case aanbodPost = "aanbod.post"
    case aanbodDelete = "aanbod.delete"
    case mapPut = "map.put"
    case pvtPut = "pvt.put"
    case zroutePut = "zroute.put"
    case urenIntakePut = "uren.intake.put"
    case urenParticipatiePut = "uren.participatie.put"
    case urenParticipatietaallesPut = "uren.participatietaalles.put"
    case urenInstellingPut = "uren.instelling.put"
    case lbtDelete = "lbt.delete"

    var methode: PartnerRequest.Method {
        switch self {
        case .pipPost, .contactpersoonPost, .koppel, .aanbodPost: .post
        case .pipDelete, .contactpersoonDelete, .ontkoppel, .aanbodDelete, .lbtDelete: .delete
        case .contactpersoonPut, .mapPut, .pvtPut, .zroutePut, .urenIntakePut, .urenParticipatiePut,
            .urenParticipatietaallesPut, .urenInstellingPut:
            .put
        }
    }

    /// The path of DUO's specification, after the base path.
    var sjabloon: String {
        switch self {
        case .pipPost, .pipDelete: "/personen/{bsn}/PIP"
        case .contactpersoonPost: "/contactpersonen"
        case .contactpersoonPut, .contactpersoonDelete: "/contactpersonen/{id}"
        case .koppel, .ontkoppel: "/contactpersonen/{id}/personen/{bsn}"
        case .aanbodPost, .aanbodDelete: "/personen/{bsn}/Inburgeringsaanbod/{instellingsnummer}"
        case .mapPut: "/personen/{bsn}/map"
        case .pvtPut: "/personen/{bsn}/pvt"
        case .zroutePut: "/personen/{bsn}/zroute"
        case .urenIntakePut: "/personen/{bsn}/uren/bredeintake/taallesknm"
        case .urenParticipatiePut: "/personen/{bsn}/uren/participatieactiviteiten"
        case .urenParticipatietaallesPut: "/personen/{bsn}/uren/participatietaalles"
        case .urenInstellingPut: "/personen/{bsn}/uren/instellingen/{instellingsnummer}/taallesknm"
        case .lbtDelete: "/personen/{bsn}/lbt/examennummer"
        }
    }
}
