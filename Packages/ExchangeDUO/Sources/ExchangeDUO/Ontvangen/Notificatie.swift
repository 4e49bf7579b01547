// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// The body of `POST /notificaties` (DUO Notificatie API 1.8.0).
public struct Notificatie: Hashable, Sendable {
    /// When DUO registered the event.
    public let registratieDatumTijd: Tijdstip
    /// Which event: one to six digits and capitals.
    public let gebeurtenisId: String
    /// The person, when named by BSN.
    public let bsn: Bsn?
    /// The person, when named by V-nummer.
    public let vnummer: VNummer?

    /// Reads the body. Throws `partner-antwoord-ongeldig` naming the field, never its value. Fields that the
    /// specification does not know are ignored.
    public init(_ bytes: some Sequence<UInt8>) throws(RegieFout) {
        let json: JSON
        do throws(RegieFout) {
            json = try JSON.lees(bytes)
        } catch {
            throw RegieFout(.partnerAntwoordOngeldig, error.wat, waar: "notificatie: \(error.waar ?? "")")
        }
        guard case .object(let leden) = json else { throw Self.fout("de notificatie is geen object") }
        var moment: Tijdstip?
        var id: String?
        var bsn: Bsn?
        var vnummer: VNummer?
        for lid in leden where lid.waarde != .null {
            switch lid.sleutel {
            case "registratieDatumTijd":
                guard let tekst = lid.waarde.tekst, tekst.utf8.count > 10, let gelezen = Tijdstip(tekst) else {
                    throw Self.fout("registratieDatumTijd is geen datum met tijd en tijdzone")
                }
                moment = gelezen
            case "gebeurtenisId":
                guard let tekst = lid.waarde.tekst, Self.isGebeurtenisId(tekst) else {
                    throw Self.fout("gebeurtenisId heeft niet de vorm [0-9A-Z]{1,6}")
                }
                id = tekst
            case "bsn":
                guard let tekst = lid.waarde.tekst, let gelezen = Bsn(tekst) else {
                    throw Self.fout("bsn is geen tekst van negen cijfers die aan de elfproef voldoet")
                }
                bsn = gelezen
            case "vNummer":
                guard let getal = lid.waarde.getal, (0...9_999_999_999).contains(getal) else {
                    throw Self.fout("vNummer is geen geheel getal van 0 tot en met 9999999999")
                }
                // The specification allows 0; no person has it, so it names nobody.
                vnummer = VNummer(waarde: getal)
            default: continue
            }
        }
        guard let moment else { throw Self.fout("registratieDatumTijd ontbreekt") }
        guard let id else { throw Self.fout("gebeurtenisId ontbreekt") }
        registratieDatumTijd = moment
        gebeurtenisId = id
        self.bsn = bsn
        self.vnummer = vnummer
    }

    private static func isGebeurtenisId(_ tekst: String) -> Bool {
        (1...6).contains(tekst.utf8.count)
            && tekst.utf8.allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
    }

    private static func fout(_ wat: String) -> RegieFout {
        RegieFout(.partnerAntwoordOngeldig, "Het veld past niet bij de specificatie: \(wat).", waar: "notificatie")
    }
}
