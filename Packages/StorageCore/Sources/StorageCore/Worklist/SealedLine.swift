// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// A line of the werkvoorraad as it is stored: what it is sorted and selected by is plain, what it says is sealed.
public struct SealedLine: Sendable {
    /// The dossier as a number.
    public var dossier: Int64
    /// The berichtId it is about; empty for lines from the assessment, which a berichtId never is.
    public var herkomst: String
    /// Place among the lines of its origin.
    public var plaats: Int
    /// See `Signaal.Ernst.rang`.
    public var ernst: Int
    /// Day number; `noDay` when none is set.
    public var voor: Int64
    /// See `Signaal`.
    public var code: String
    /// See `Werkregel`.
    public var klantmanager: String?
    /// What it says, sealed.
    public var inhoud: Data

    /// What stands in `herkomst` for lines from the assessment.
    public static let fromAssessment = ""
    /// What stands in `voor` when no day is set, so that such a line comes last.
    public static let noDay = Int64(Int32.max)

    /// - Parameters: see the properties.
    public init(
        dossier: Int64,
        herkomst: String,
        plaats: Int = 0,
        ernst: Int,
        voor: Int64,
        code: String,
        klantmanager: String?,
        inhoud: Data
    ) {
        self.dossier = dossier
        self.herkomst = herkomst
        self.plaats = plaats
        self.ernst = ernst
        self.voor = voor
        self.code = code
        self.klantmanager = klantmanager
        self.inhoud = inhoud
    }

    /// The lines of one origin, sealed.
    public static func seal(
        _ regels: [Werkregel],
        herkomst: Werkregel.Herkomst,
        _ gemeente: Gemeentecode,
        _ number: Int64,
        _ key: DossierKey
    ) throws(RegieFout) -> [SealedLine] {
        let place = text(herkomst)
        let context = SealContext.werkregel(gemeente, number, place)
        var lines: [SealedLine] = []
        for (plaats, regel) in regels.enumerated() {
            let signaal = regel.signaal
            let body: JSON = [
                "actie": .tekst(signaal.actie),
                "grondslag": .lijst(signaal.grondslag.map(JSON.tekst)),
                "feiten": .lijst(signaal.feiten.map(JSON.getal)),
                "velden": .lijst(signaal.velden.map(JSON.tekst)),
            ]
            lines.append(
                SealedLine(
                    dossier: number,
                    herkomst: place,
                    plaats: plaats,
                    ernst: signaal.ernst.rang,
                    voor: signaal.voor.map { Int64($0.dagnummer) } ?? noDay,
                    code: signaal.code.rawValue,
                    klantmanager: regel.klantmanager,
                    inhoud: try key.seal(body.bytes, context: context)
                )
            )
        }
        return lines
    }

    /// The line, opened.
    public func regel(_ gemeente: Gemeentecode, _ key: DossierKey) throws(RegieFout) -> Werkregel {
        let body = try JSON.lees(try key.open(inhoud, context: SealContext.werkregel(gemeente, dossier, herkomst)))
        guard let ernst = Signaal.Ernst.allCases.first(where: { $0.rang == self.ernst }),
            let actie = body["actie"]?.tekst
        else {
            throw RegieFout(.opslagFaalt, "Een werkregel in de opslag heeft een onbekende vorm.")
        }
        let signaal = Signaal(
            Beoordelingscode(rawValue: code),
            voor: voor == Self.noDay ? nil : Datum(dagnummer: Int(voor)),
            ernst: ernst,
            actie: actie,
            grondslag: body["grondslag"]?.lijst?.compactMap(\.tekst) ?? [],
            feiten: body["feiten"]?.lijst?.compactMap(\.getal) ?? [],
            velden: body["velden"]?.lijst?.compactMap(\.tekst) ?? []
        )
        return Werkregel(
            dossier: try DossierID(number: dossier),
            herkomst: herkomst == Self.fromAssessment ? .beoordeling : .bericht(herkomst),
            signaal: signaal,
            klantmanager: klantmanager
        )
    }

    /// How an origin is stored.
    public static func text(_ herkomst: Werkregel.Herkomst) -> String {
        switch herkomst {
        case .beoordeling: fromAssessment
        case .bericht(let berichtId): berichtId
        }
    }
}
