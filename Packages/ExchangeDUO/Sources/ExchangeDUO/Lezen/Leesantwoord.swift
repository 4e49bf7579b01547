// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Inburgering

/// What an answer to a read means: pure.
enum Leesantwoord: Sendable {
    /// DUO's answer, still to be read.
    case inhoud(JSON)
    /// DUO has nothing there: 404, no body, or an empty list (kept, because a list may rightly be empty).
    case nietBekend(JSON?)
    /// DUO does not let us see this (403).
    case geweigerd(String)
    /// No use going on.
    case klaar(Leesuitkomst)

    init(
        _ antwoord: Result<PartnerResponse, TransportFailure>,
        op raadpleging: Raadpleging,
        berichtId: String,
        bsn: Bsn,
        nu: Tijdstip
    ) {
        switch antwoord {
        case .failure(let fout): self = .klaar(.later("\(raadpleging.sjabloon): \(fout.words)", nietVoor: nil))
        case .success(let antwoord): self.init(antwoord, op: raadpleging, berichtId, bsn, nu)
        }
    }

    private init(
        _ antwoord: PartnerResponse,
        op raadpleging: Raadpleging,
        _ berichtId: String,
        _ bsn: Bsn,
        _ nu: Tijdstip
    ) {
        let pad = raadpleging.sjabloon
        guard antwoord.hoort(bij: berichtId) else {
            self = .klaar(
                .later(
                    "\(pad): DUO antwoordde met het berichtId van een ander bericht; het antwoord is niet gebruikt.",
                    nietVoor: nil
                )
            )
            return
        }
        switch antwoord.kind {
        case .success: self = Self.lees(antwoord.bytes, pad, bsn)
        case .notFound: self = .nietBekend(nil)
        case .refused:
            self = .geweigerd("\(pad): DUO weigert (403): deze persoon is voor de gemeente niet in te zien.")
        case .unauthenticated:
            self = .klaar(
                .later("\(pad): DUO herkent de gemeente niet (401): controleer certificaat en OIN.", nietVoor: nil)
            )
        case .ourFault:
            self = .klaar(.mislukt("\(pad): DUO verwerkt de vraag niet (\(antwoord.status))."))
        case .transient:
            self = .klaar(
                .later(
                    "\(pad): DUO is tijdelijk niet beschikbaar (\(antwoord.status)).",
                    nietVoor: antwoord.notBefore(from: nu)
                )
            )
        }
    }

    private static func lees(_ bytes: [UInt8], _ pad: String, _ bsn: Bsn) -> Leesantwoord {
        // 204 and an empty 200 say the same as 404: there is nothing.
        guard !bytes.isEmpty else { return .nietBekend(nil) }
        do throws(RegieFout) {
            let json = try JSON.lees(bytes)
            if let bezwaar = Aannemelijkheid.bezwaar(json, bsn: bsn) { return .klaar(.mislukt("\(pad): \(bezwaar)")) }
            return json.lijst?.isEmpty == true ? .nietBekend(json) : .inhoud(json)
        } catch {
            return .klaar(
                .mislukt(
                    "\(pad): het antwoord van DUO is geen geldige JSON [\(RegieFout.Code.partnerAntwoordOngeldig.rawValue)]."
                )
            )
        }
    }
}
