// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// The files that a new installation begins with.
enum Beginbestanden {
    static func regie(_ opdracht: Init) -> String {
        let oin = opdracht.oin?.cijfers ?? StandaardOIN.gemeente(opdracht.gemeente)
        let duo = opdracht.duoOin?.cijfers ?? StandaardOIN.duo
        return """
            # Configuratie van Regie. Paden tellen vanaf de map van dit bestand.
            # Controleren: regie config check. Alles wat geldt: regie config show --effective.

            \(storage(opdracht))
            keys: var/keys
            # Het bewijs buiten de opslag: zet deze map op een \(opdracht.storage == .sqlite ? "andere schijf, of een share" : "share die alle machines delen en") die versies bewaart.
            bewijs: var/bewijs
            listen: { address: 127.0.0.1, port: \(opdracht.poort) }

            gemeenten:
              "\(opdracht.gemeente)": { naam: \(yaml(opdracht.naam)), oin: "\(oin)", beleid: gemeenten/\(opdracht.gemeente)/beleid.yaml }

            ketenpartners:
              # Voor het echte DUO: https://… met tls: { certificate: …, key: …, ca: … }
              duo: { url: \(yaml(opdracht.duoUrl)), oin: "\(duo)" }

            schedules:
              termijnbewaking: "15 2 * * *"

            """
    }

    private static func storage(_ opdracht: Init) -> String {
        guard opdracht.storage == .postgresql else { return "storage: { kind: sqlite, path: var/data }" }
        return """
            storage:
              kind: postgresql
              url: \(yaml(opdracht.url ?? Verbinding.url))
              # Alleen 'regie migrate' gebruikt haar: in de omgeving van regied hoeft zij niet te staan.
              migratieUrl: \(yaml(opdracht.migratieUrl ?? Verbinding.migratieUrl))
            """
    }

    static func beleid(_ naam: String) -> String {
        """
        # Beleid van \(naam): regels van de gemeente bovenop de wet, elk met een begindag en een grondslag.
        # Zonder regels geldt de wet alleen.

        plugins: []

        """
    }

    /// A double-quoted YAML scalar.
    private static func yaml(_ tekst: String) -> String {
        let binnen = tekst.map { teken in
            switch teken {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: String(teken)
            }
        }
        return "\"\(binnen.joined())\""
    }
}
