// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The body of a PUT for MAP or PVT: a part left out is withdrawn.
struct Afronding: Hashable, Sendable {
    /// Which part of the plicht.
    enum Onderdeel: Hashable, Sendable {
        case map
        case pvt

        /// The property in DUO's body.
        var veld: String { self == .map ? "datumEindgesprekMap" : "datumOndertekeningPvt" }
        /// For people.
        var naam: String { self == .map ? "eindgesprek MAP" : "ondertekening PVT" }
        /// For the source of a rule.
        var kort: String { self == .map ? "MAP" : "PVT" }
    }

    let onderdeel: Onderdeel
    /// nil: withdrawn.
    var datum: Datum?
    /// nil: not given.
    var verwijtbaar: JaNee?

    var inhoud: JSON {
        var velden = Veldschrijver()
        velden.zet(onderdeel.veld, datum)
        velden.zet("verwijtbaar", verwijtbaar)
        return velden.json
    }
}

extension DuoStand {
    /// What our own gemeente has recorded of MAP or PVT; empty when nothing (any more).
    func afronding(_ onderdeel: Afronding.Onderdeel) -> Afronding {
        laatsteEigen { Self.afronding(onderdeel, $0) } ?? Afronding(onderdeel: onderdeel)
    }

    /// The date that somebody else than our gemeente had delivered, as DUO told it.
    func datumVanAnder(_ onderdeel: Afronding.Onderdeel) -> Datum? {
        for gebeurtenis in feiten.reversed() where !gebeurtenis.bron.isEigen {
            if let afronding = Self.afronding(onderdeel, gebeurtenis.feit) { return afronding.datum }
        }
        return nil
    }

    /// The day on which our own gemeente had the Z-route completed.
    var afrondingZroute: Datum? {
        laatsteEigen { if case .zrouteAfgerond(let feit) = $0 { feit.datum } else { nil } }
    }

    private static func afronding(_ onderdeel: Afronding.Onderdeel, _ feit: Feit) -> Afronding? {
        switch (onderdeel, feit) {
        case (.map, .mapEindgesprekGevoerd(let feit)):
            Afronding(onderdeel: .map, datum: feit.datum, verwijtbaar: feit.verwijtbaar)
        case (.pvt, .pvtOndertekend(let feit)):
            Afronding(onderdeel: .pvt, datum: feit.datum, verwijtbaar: feit.verwijtbaar)
        default: nil
        }
    }
}
