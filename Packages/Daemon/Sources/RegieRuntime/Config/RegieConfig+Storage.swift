// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Yams

extension RegieConfig {
    private static let perKind = ["sqlite": ["path"], "postgresql": ["url", "migratieUrl", "pool", "pgbouncer"]]

    static func storage(_ blok: Configblok) -> Storage? {
        let bekend = ["kind"] + perKind.keys.sorted().flatMap { perKind[$0] ?? [] }
        guard let blok = blok.verplicht("storage", bekend: bekend, "{ kind: sqlite, path: var/data }") else {
            return nil
        }
        let kind: String? = blok.waarde("kind", standaard: nil, voorbeeld: "sqlite", als: "opslag (sqlite, postgresql)")
        { perKind[$0] == nil ? nil : $0 }
        guard let kind else { return nil }
        for (ander, velden) in perKind where ander != kind {
            for veld in velden where blok.node(veld) != nil {
                blok.fout(
                    veld,
                    "'storage.\(veld)' hoort niet bij kind: \(kind).",
                    "Gebruik \((perKind[kind] ?? []).joined(separator: ", "))."
                )
            }
        }
        if kind == "sqlite" { return blok.pad("path", voorbeeld: "var/data").map { .sqlite(path: $0) } }
        return postgresql(blok).map { .postgresql($0) }
    }

    private static func postgresql(_ blok: Configblok) -> PostgreSQL? {
        let url = verbinding("url", blok, verplicht: true)
        let migratie = verbinding("migratieUrl", blok, verplicht: false)
        let pool = blok.getal("pool", standaard: 8, in: 2...64)
        let pgbouncer: Bool? = blok.waarde("pgbouncer", standaard: false, voorbeeld: "true", als: "true of false") {
            Bool($0)
        }
        guard let url, let pool, let pgbouncer else { return nil }
        // What is wrong with it otherwise, was said above.
        let leeg = migratie == nil ? blok.node("migratieUrl")?.scalar?.string : nil
        return PostgreSQL(
            url: url,
            migratieURL: migratie,
            legeMigratieVariabele: leeg.flatMap { $0.hasPrefix("env:") ? String($0.dropFirst(4)) : nil },
            pool: pool,
            pgbouncer: pgbouncer
        )
    }

    /// A connection string. It may hold a password, so `config show` tells only where it comes from.
    private static func verbinding(_ sleutel: String, _ blok: Configblok, verplicht: Bool) -> String? {
        if !verplicht, let tekst = blok.node(sleutel)?.scalar?.string, tekst.hasPrefix("env:") {
            let naam = String(tekst.dropFirst(4))
            // What only `regie migrate` needs, a daemon need not have in its environment.
            if (blok.lezer.omgeving[naam] ?? "").isEmpty {
                blok.lezer.noteer(blok.heet(sleutel), "(leeg)", .omgeving(naam))
                return nil
            }
        }
        guard let (tekst, herkomst) = blok.tekst(sleutel) else {
            if verplicht, blok.node(sleutel) == nil { blok.ontbreekt(sleutel, "\"env:REGIE_DATABASE_URL\"") }
            return nil
        }
        guard tekst.hasPrefix("postgresql://") || tekst.hasPrefix("postgres://") || tekst.contains("=") else {
            blok.fout(
                sleutel,
                "'\(blok.heet(sleutel))' is geen verbinding met PostgreSQL.",
                "Voorbeeld: \"env:REGIE_DATABASE_URL\", met daarin postgresql://regie_app@host/regie?sslmode=verify-full"
            )
            return nil
        }
        blok.lezer.noteer(blok.heet(sleutel), "(verborgen)", herkomst)
        return tekst
    }
}
