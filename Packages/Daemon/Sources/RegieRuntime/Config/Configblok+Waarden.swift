// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Yams

extension Configblok {
    /// The text under a key and its origin; `env:NAME` is the value of an environment variable. Nil when absent.
    func tekst(_ sleutel: String) -> (tekst: String, herkomst: ConfigRegel.Herkomst)? {
        guard let node = node(sleutel) else { return nil }
        guard let tekst = node.scalar?.string else {
            fout(sleutel, "'\(heet(sleutel))' moet één waarde zijn, geen lijst of blok.")
            return nil
        }
        guard tekst.hasPrefix("env:") else {
            return (tekst, .bestand(lezer.file, regel: regel(van: sleutel) ?? 0))
        }
        let naam = String(tekst.dropFirst(4))
        guard let waarde = lezer.omgeving[naam], !waarde.isEmpty else {
            fout(
                sleutel,
                "'\(heet(sleutel))' verwijst naar de omgevingsvariabele \(naam), en die is leeg.",
                "Zet \(naam) in de omgeving van het proces, of schrijf de waarde hier."
            )
            return nil
        }
        return (waarde, .omgeving(naam))
    }

    /// The value under a key, read and noted. A fault (and nil) when it cannot be read, or when it is absent and there
    /// is no default.
    func waarde<T>(
        _ sleutel: String,
        standaard: T?,
        voorbeeld: String,
        als uitleg: String,
        _ lees: (String) -> T?
    ) -> T? {
        guard let (tekst, herkomst) = tekst(sleutel) else {
            if node(sleutel) != nil { return nil }
            if let standaard {
                lezer.noteer(heet(sleutel), "\(standaard)", .standaard)
            } else {
                ontbreekt(sleutel, voorbeeld)
            }
            return standaard
        }
        guard let waarde = lees(tekst) else {
            fout(
                sleutel,
                "'\(heet(sleutel))' is geen \(uitleg): '\(ConfigRegel.gemaskeerd(tekst))'.",
                "Voorbeeld: \(voorbeeld)"
            )
            return nil
        }
        lezer.noteer(heet(sleutel), "\(waarde)", herkomst)
        return waarde
    }

    /// A path made absolute.
    /// - Parameter bestaat: whether there must be something there already.
    func pad(_ sleutel: String, voorbeeld: String, bestaat: Bool = false) -> String? {
        let pad: String? = waarde(sleutel, standaard: nil, voorbeeld: voorbeeld, als: "pad") {
            $0.isEmpty ? nil : lezer.pad($0)
        }
        if bestaat, let pad, !FileManager.default.fileExists(atPath: pad) {
            fout(
                sleutel,
                "Het bestand van '\(heet(sleutel))' is er niet: \(pad).",
                "Controleer het pad; het telt vanaf \(lezer.map)."
            )
            return nil
        }
        return pad
    }

    /// A whole number within bounds.
    func getal(_ sleutel: String, standaard: Int?, in grenzen: ClosedRange<Int>) -> Int? {
        waarde(
            sleutel,
            standaard: standaard,
            voorbeeld: "\(standaard ?? grenzen.lowerBound)",
            als: "getal van \(grenzen.lowerBound) tot en met \(grenzen.upperBound)"
        ) { Int($0).flatMap { grenzen.contains($0) ? $0 : nil } }
    }

    /// An OIN.
    func oin(_ sleutel: String) -> OIN? {
        waarde(
            sleutel,
            standaard: nil,
            voorbeeld: "\"00000001002564440000\"",
            als: "organisatie-identificatienummer van twintig cijfers"
        ) { OIN($0) }
    }

    /// Certificate, key and authority; nil when there is no `tls` block.
    func tls() -> RegieConfig.TLS? {
        guard let blok = blok("tls", bekend: ["certificate", "key", "ca"]) else { return nil }
        // Each is looked at, so that somebody who must bring three files hears of all three at once.
        let certificate = blok.pad("certificate", voorbeeld: "tls/certificaat.pem", bestaat: true)
        let key = blok.pad("key", voorbeeld: "tls/sleutel.pem", bestaat: true)
        let ca = blok.pad("ca", voorbeeld: "tls/ca.pem", bestaat: true)
        guard let certificate, let key, let ca else { return nil }
        return RegieConfig.TLS(certificate: certificate, key: key, ca: ca)
    }
}
