// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieRuntime
import Sealing
import SwiftASN1
import X509

/// Clock and time zone: legal dates are Dutch calendar days.
enum Klokonderzoek {
    static func bevindingen() -> [Bevinding] {
        // Noon UTC on a day in winter and one in summer of 2024: one and two hours ahead.
        let zone = TimeZone(identifier: "Europe/Amsterdam")
        let winter = zone?.secondsFromGMT(for: Date(timeIntervalSince1970: 1_705_320_000))
        let zomer = zone?.secondsFromGMT(for: Date(timeIntervalSince1970: 1_721_044_800))
        let klopt = winter == 3600 && zomer == 7200
        let nu = Systeemklok().nu
        // No machine that runs this can stand before the day on which the DUO interface of 2026 was published.
        let jaar = Amsterdam.datum(van: nu).jaar
        return [
            klopt
                ? Bevinding("tijdzone", .goed, "Europe/Amsterdam is bekend.")
                : Bevinding(
                    "tijdzone",
                    .bevinding,
                    "De gegevens van Europe/Amsterdam ontbreken of zijn onjuist.",
                    watTeDoen: "Installeer tzdata."
                ),
            jaar >= 2026
                ? Bevinding("klok", .goed, "Het is \(Kloktijd.leesbaar(nu)).")
                : Bevinding(
                    "klok",
                    .bevinding,
                    "De klok staat op \(Kloktijd.leesbaar(nu)).",
                    watTeDoen: "Zet de klok gelijk (NTP)."
                ),
        ]
    }
}

/// Keys: there, readable for the owner alone, one for each gemeente.
enum Sleutelonderzoek {
    static func bevindingen(_ config: RegieConfig) -> [Bevinding] {
        let ring: KeyRing
        do throws(RegieFout) {
            ring = try KeyRing.load(from: config.keys.path)
        } catch {
            return [Bevinding("sleutels", error)]
        }
        let zonder = config.gemeentecodes.filter { !ring.gemeenten.contains($0) }
        guard zonder.isEmpty else {
            return [
                Bevinding(
                    "sleutels",
                    .bevinding,
                    "Gemeente \(zonder.map(\.description).joined(separator: ", ")) heeft geen sleutel.",
                    watTeDoen:
                        "Zet de sleutel terug in \(config.keys.path): zonder sleutel zijn de dossiers onleesbaar."
                )
            ]
        }
        return [Bevinding("sleutels", .goed, "Elke gemeente heeft een sleutel, alleen leesbaar voor de eigenaar.")]
    }
}

/// Certificates of the links with partners, and of our own listeners.
enum Certificaatonderzoek {
    /// A certificate that ends within this many days must be renewed now: PKIoverheid takes weeks.
    private static let dagenVooraf = 42

    static func bevindingen(_ config: RegieConfig) -> [Bevinding] {
        let plekken: [(String, RegieConfig.TLS?)] = [
            ("duo", config.ketenpartners.duo?.tls), ("uwv", config.ketenpartners.uwv?.tls),
            ("listen", config.listen.tls), ("beheer", config.beheer?.tls),
        ]
        let bestanden = plekken.flatMap { naam, tls in
            tls.map { [(naam, $0.certificate), ("\(naam) (ca)", $0.ca)] } ?? []
        }
        guard !bestanden.isEmpty else {
            return [Bevinding("certificaten", .letOp, "Er is geen verbinding met TLS: alleen deze machine kan erbij.")]
        }
        return bestanden.map { naam, pad in onderzoek(naam, pad) }
    }

    private static func onderzoek(_ naam: String, _ pad: String) -> Bevinding {
        let onderdeel = "certificaat \(naam)"
        guard let tekst = try? String(contentsOfFile: pad, encoding: .utf8),
            let certificaat = try? Certificate(pemEncoded: eerste(tekst))
        else { return Bevinding(onderdeel, .bevinding, "\(pad): dit is geen leesbaar certificaat.") }
        let dagen = Int(certificaat.notValidAfter.timeIntervalSinceNow / 86_400)
        let tot = Tijdstip(milliseconden: Int64(certificaat.notValidAfter.timeIntervalSince1970 * 1000))
        let einde = Amsterdam.datum(van: tot)
        if certificaat.notValidBefore > Date() { return Bevinding(onderdeel, .bevinding, "\(pad): nog niet geldig.") }
        if certificaat.notValidAfter < Date() {
            return Bevinding(
                onderdeel,
                .bevinding,
                "\(pad): verlopen op \(einde).",
                watTeDoen: "Vervang het certificaat."
            )
        }
        return dagen < dagenVooraf
            ? Bevinding(
                onderdeel,
                .bevinding,
                "\(pad): verloopt op \(einde).",
                watTeDoen: "Vraag nu een nieuw certificaat aan."
            )
            : Bevinding(onderdeel, .goed, "Geldig tot \(einde).")
    }

    /// The first certificate of a file that may hold a chain.
    private static func eerste(_ pem: String) -> String {
        let einde = "-----END CERTIFICATE-----"
        guard let begin = pem.range(of: "-----BEGIN CERTIFICATE-----"), let slot = pem.range(of: einde) else {
            return pem
        }
        return String(pem[begin.lowerBound..<slot.upperBound])
    }
}
