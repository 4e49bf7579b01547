// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A file with what DUO sent: a notification, one answer of an API, or the answers about one person together
/// (`{"bsn"?, "vNummer"?, "inburgeringsplicht": …, "examens/resultaten": …}`, each under its path after the person).
///
/// Reading one never fails: whatever does not fit DUO's specification is a deviation.
public struct DUOBestand: Sendable {
    /// `notificatie`, the path of the answer, `antwoorden`, or `onbekend`.
    public let soort: String
    /// The notification, when it is one that can be used.
    public let notificatie: Notificatie?
    /// The person, when the file names one.
    public let persoon: PersoonsgegevensOntvangen?
    /// The facts that it gives by itself, next to an empty dossier.
    public let feiten: [Stap.NieuwFeit]
    /// What does not fit the specification; no value of the file stands in it.
    public let afwijkingen: [RegieFout]
    private let gelezen: Gelezen
    private let context: Leescontext

    /// - Parameters:
    ///   - bytes: the file.
    ///   - gemeente: who reads it.
    ///   - berichtId: under which it is known.
    ///   - nu: now.
    public init(_ bytes: [UInt8], gemeente: Gemeentecode, berichtId: String, nu: Tijdstip) {
        var lezing = Bestandslezing()
        lezing.neem(bytes)
        soort = lezing.soort
        notificatie = lezing.notificatie
        persoon = lezing.persoon
        gelezen = lezing.gelezen
        let context = Leescontext(
            gemeente: gemeente,
            berichtId: berichtId,
            nu: nu,
            gemeldOp: Amsterdam.datum(van: lezing.notificatie?.registratieDatumTijd ?? nu)
        )
        self.context = context
        var feiten = lezing.persoon.map { [context.feit(.persoonsgegevensOntvangen($0))] } ?? []
        let leeg = Dossier(id: .nieuw(), gemeente: gemeente, gebeurtenissen: [])
        do throws(RegieFout) {
            feiten += Verschil.nieuw(try lezing.gelezen.feiten(naast: leeg, context), naast: leeg)
        } catch {
            lezing.afwijkingen.append(error)
        }
        self.feiten = feiten
        afwijkingen = lezing.afwijkingen
    }

    /// The facts of the answers that are new to a dossier. Throws `partner-antwoord-ongeldig`.
    public func nieuw(naast dossier: Dossier) throws(RegieFout) -> [Stap.NieuwFeit] {
        let feiten = try gelezen.feiten(naast: dossier, context)
        if let bezwaar = Aannemelijkheid.bezwaar(feiten, in: dossier) { throw .antwoord(bezwaar, soort) }
        return Verschil.nieuw(feiten, naast: dossier)
    }
}

/// Works out what a file is, and reads it.
private struct Bestandslezing {
    var soort = "onbekend"
    var notificatie: Notificatie?
    var persoon: PersoonsgegevensOntvangen?
    var gelezen = Gelezen()
    var afwijkingen: [RegieFout] = []

    /// Fields of an answer (of an element, where it is a list) by the read that gives it.
    private static let vormen: [(raadpleging: Raadpleging, isLijst: Bool, velden: [String])] = [
        (.plicht, false, PlichtAntwoord.velden), (.plichtHistorie, true, PlichtAntwoord.veldenHistorie),
        (.doelgroep, false, DoelgroepAntwoord.velden), (.doelgroepHistorie, true, DoelgroepAntwoord.veldenHistorie),
        (.termijn, false, TermijnAntwoord.velden), (.termijnHistorie, true, TermijnAntwoord.veldenHistorie),
        (.verlengingen, true, VerlengingAntwoord.velden), (.lbtExamennummer, false, ExamennummerAntwoord.velden),
        (.lbtResultaten, true, LeerbaarheidstoetsAntwoord.velden), (.vrijstellingen, true, VrijstellingAntwoord.velden),
        (.ontheffingen, true, OntheffingAntwoord.velden), (.examenresultaten, true, ExamenAntwoord.velden),
        (.gratisPogingen, true, GratisPogingen.velden), (.pip, false, PIPAntwoord.velden),
        (.uren, true, UrenAntwoord.velden),
        (.map, false, AfrondingAntwoord.veldenMap), (.pvt, false, AfrondingAntwoord.veldenPvt),
        (.boetes, true, BoeteAntwoord.velden), (.gebeurtenissen, true, GebeurtenisAntwoord.velden),
    ]

    private static let notificatievelden = ["registratieDatumTijd", "gebeurtenisId", "bsn", "vNummer", "berichtId"]

    mutating func neem(_ bytes: [UInt8]) {
        do throws(RegieFout) {
            let json = try JSON.lees(bytes)
            if json["gebeurtenisId"] != nil {
                try neemNotificatie(json, bytes)
            } else if let leden = json.leden, leden.contains(where: { Self.raadpleging($0.sleutel) != nil }) {
                try neemBundel(leden)
            } else {
                try neemAntwoord(json)
            }
        } catch {
            afwijkingen.append(error)
        }
    }

    private mutating func neemNotificatie(_ json: JSON, _ bytes: [UInt8]) throws(RegieFout) {
        soort = "notificatie"
        vreemd(json, Self.notificatievelden, soort)
        let gelezen = try Notificatie(bytes)
        if Gebeurtenistabel.raadplegingen[gelezen.gebeurtenisId] == nil {
            afwijkingen.append(.antwoord("Gebeurtenis \(gelezen.gebeurtenisId) is niet bekend.", soort))
        }
        if gelezen.bsn == nil, gelezen.vnummer == nil {
            afwijkingen.append(.antwoord("Het bericht noemt geen BSN en geen V-nummer.", soort))
        } else {
            persoon = PersoonsgegevensOntvangen(bsn: gelezen.bsn, vnummer: gelezen.vnummer)
        }
        notificatie = gelezen
    }

    private mutating func neemBundel(_ leden: [JSON.Lid]) throws(RegieFout) {
        soort = "antwoorden"
        for lid in leden where lid.waarde != .null {
            if let raadpleging = Self.raadpleging(lid.sleutel) {
                lees(lid.waarde, raadpleging)
            } else if lid.sleutel == "bsn" || lid.sleutel == "vNummer" {
                var wie = persoon ?? PersoonsgegevensOntvangen()
                if lid.sleutel == "bsn" {
                    wie.bsn = try Bsn(json: lid.waarde)
                } else {
                    wie.vnummer = try VNummer(json: lid.waarde)
                }
                persoon = wie
            } else {
                afwijkingen.append(.antwoord("Het deel '\(lid.sleutel.prefix(40))' is geen antwoord van DUO.", soort))
            }
        }
    }

    private mutating func neemAntwoord(_ json: JSON) throws(RegieFout) {
        let voorbeeld = json.lijst.map { $0.first ?? .null } ?? json
        let namen = Set((voorbeeld.leden ?? []).map(\.sleutel))
        let passend = Self.vormen.filter { $0.isLijst == (json.lijst != nil) }
            .map { ($0.raadpleging, namen.intersection($0.velden).count, $0.velden.count) }
            .filter { $0.1 > 0 }
            // The most fields in common; of those the form with the fewest other fields.
            .max { ($0.1, -$0.2) < ($1.1, -$1.2) }
        guard let raadpleging = passend?.0 else {
            throw .antwoord("Dit is geen notificatie en geen antwoord dat DUO geeft.", "bestand")
        }
        soort = Self.naam(raadpleging)
        lees(json, raadpleging)
    }

    private mutating func lees(_ json: JSON, _ raadpleging: Raadpleging) {
        let velden = Self.vormen.first { $0.raadpleging == raadpleging }?.velden ?? []
        for element in json.lijst ?? [json] { vreemd(element, velden, Self.naam(raadpleging)) }
        do throws(RegieFout) { try gelezen.neem(json, van: raadpleging) } catch { afwijkingen.append(error) }
    }

    /// Fields outside the specification: harmless to us, but a sign that the specification has moved on.
    private mutating func vreemd(_ json: JSON, _ bekend: [String], _ waar: String) {
        for lid in json.leden ?? [] where !bekend.contains(lid.sleutel) {
            afwijkingen.append(.antwoord("Het veld '\(lid.sleutel.prefix(40))' staat niet in de specificatie.", waar))
        }
    }

    /// The path after the person: `examens/resultaten`.
    private static func naam(_ raadpleging: Raadpleging) -> String {
        String(raadpleging.rawValue.dropFirst("/personen/{bsn}/".count))
    }

    private static func raadpleging(_ naam: String) -> Raadpleging? {
        Raadpleging.allCases.first { Self.naam($0) == naam }
    }
}
