// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Jobs
import Yams

extension RegieConfig {
    static func gemeenten(_ blok: Configblok) -> [Gemeentecode: Gemeente] {
        let voorbeeld = "{ \"0363\": { naam: Amsterdam, oin: \"00000001002564440000\" } }"
        guard let alle = blok.verplicht("gemeenten", bekend: nil, voorbeeld) else { return [:] }
        if alle.sleutels.isEmpty {
            blok.fout("gemeenten", "Er staat geen gemeente in 'gemeenten'.", "Voorbeeld: \(voorbeeld)")
        }
        var uit: [Gemeentecode: Gemeente] = [:]
        for (sleutel, _) in alle.sleutels {
            guard let code = Gemeentecode(sleutel) else {
                alle.fout(
                    sleutel,
                    "'\(sleutel)' is geen gemeentecode: dat zijn vier cijfers (CBS), tussen aanhalingstekens.",
                    "Voorbeeld: \"0363\" voor Amsterdam."
                )
                continue
            }
            guard let eigen = alle.verplicht(sleutel, bekend: ["naam", "oin", "beleid"], "{ naam: …, oin: … }")
            else { continue }
            let naam: String? = eigen.waarde("naam", standaard: nil, voorbeeld: "Amsterdam", als: "naam") {
                $0.isEmpty ? nil : $0
            }
            let oin = eigen.oin("oin")
            var beleid: String?
            if eigen.node("beleid") != nil {
                beleid = eigen.pad("beleid", voorbeeld: "gemeenten/\(code)/beleid.yaml", bestaat: true)
            }
            guard let naam, let oin else { continue }
            if let ander = uit.values.first(where: { $0.oin == oin }) {
                eigen.fout(
                    "oin",
                    "Dit OIN is ook dat van gemeente \(ander.code).",
                    "Elke gemeente heeft een eigen OIN."
                )
            }
            uit[code] = Gemeente(code: code, naam: naam, oin: oin, beleid: beleid)
        }
        return uit
    }

    static func logboek(_ blok: Configblok) -> Logboek? {
        guard let eigen = blok.blok("logboek", bekend: ["map", "register", "bewaarDagen"]) else { return nil }
        let map = eigen.pad("map", voorbeeld: "/var/log/regie")
        let register: String? = eigen.waarde(
            "register",
            standaard: nil,
            voorbeeld: "https://register.gemeente.nl/verwerkingsactiviteiten",
            als: "http(s)-adres zonder '?' of '#'"
        ) {
            // It becomes the beginning of every URI in the log, so nothing may stand after its path.
            guard Adres.host(van: $0) != nil, !$0.contains("?"), !$0.contains("#"), !$0.contains(" ") else {
                return nil
            }
            return $0.hasSuffix("/") ? String($0.dropLast()) : $0
        }
        let dagen = eigen.getal("bewaarDagen", standaard: Logboek.standaardtermijn, in: Logboek.termijnen)
        guard let map, let register, let dagen else { return nil }
        return Logboek(map: map, register: register, bewaarDagen: dagen)
    }

    static func ketenpartners(_ blok: Configblok) -> Ketenpartners {
        guard let alle = blok.blok("ketenpartners", bekend: ["duo", "coa", "uwv"]) else {
            return Ketenpartners(duo: nil, coa: nil, uwv: nil)
        }
        let coa = alle.blok("coa", bekend: ["inbox"])?.pad("inbox", voorbeeld: "var/in/coa").map {
            Filepartner(inbox: $0)
        }
        return Ketenpartners(
            duo: webpartner("duo", alle, oinVerplicht: true),
            coa: coa,
            uwv: webpartner("uwv", alle, oinVerplicht: false)
        )
    }

    private static func webpartner(_ naam: String, _ alle: Configblok, oinVerplicht: Bool) -> Webpartner? {
        guard let blok = alle.blok(naam, bekend: ["url", "oin", "tls"]) else { return nil }
        let url: String? = blok.waarde("url", standaard: nil, voorbeeld: "https://host/v1", als: "http(s)-adres") {
            guard Adres.host(van: $0) != nil else { return nil }
            return $0.hasSuffix("/") ? String($0.dropLast()) : $0
        }
        let oin = oinVerplicht || blok.node("oin") != nil ? blok.oin("oin") : nil
        let tls = blok.tls()
        guard let url, let (host, https) = Adres.host(van: url) else { return nil }
        if !https, !Adres.isLoopback(host) {
            blok.fout(
                "url",
                "'\(blok.heet("url"))' is onversleuteld en niet op deze machine.",
                "Gebruik https:// met tls:."
            )
        } else if https, tls == nil, blok.node("tls") == nil {
            blok.ontbreekt("tls", "{ certificate: …, key: …, ca: … }")
        }
        if oinVerplicht, oin == nil { return nil }
        return Webpartner(url: url, oin: oin, tls: tls)
    }

    static func schedules(_ blok: Configblok) -> [String: Schema] {
        let eigen = blok.blok("schedules", bekend: Standaardschema.namen) ?? blok.leeg("schedules")
        var uit: [String: Schema] = [:]
        for (naam, cron, inhalen) in Standaardschema.regels {
            uit[naam] = schema(naam, eigen, cron, inhalen)
        }
        return uit
    }

    /// Either a cron line, or a block `{ cron, inhalen }`.
    private static func schema(_ naam: String, _ eigen: Configblok, _ cron: String, _ inhalen: Inhaalbeleid) -> Schema?
    {
        let plek: (blok: Configblok, sleutel: String)
        var beleid: Inhaalbeleid? = inhalen
        if case .mapping? = eigen.node(naam), let blok = eigen.blok(naam, bekend: ["cron", "inhalen"]) {
            plek = (blok, "cron")
            let keuze = Inhaalbeleid.allCases.map(\.rawValue).joined(separator: ", ")
            beleid = blok.waarde("inhalen", standaard: inhalen, voorbeeld: "laatste", als: "keuze uit \(keuze)") {
                Inhaalbeleid(rawValue: $0)
            }
        } else {
            plek = (eigen, naam)
        }
        guard let (tekst, herkomst) = plek.blok.tekst(plek.sleutel) else {
            guard plek.blok.node(plek.sleutel) == nil, let regel = try? Cron(cron) else { return nil }
            plek.blok.lezer.noteer(plek.blok.heet(plek.sleutel), cron, .standaard)
            return beleid.map { Schema(cron: regel, inhalen: $0) }
        }
        do throws(RegieFout) {
            let regel = try Cron(tekst)
            plek.blok.lezer.noteer(plek.blok.heet(plek.sleutel), tekst, herkomst)
            return beleid.map { Schema(cron: regel, inhalen: $0) }
        } catch {
            plek.blok.fout(plek.sleutel, "'\(plek.blok.heet(plek.sleutel))': \(error.wat)", error.watTeDoen)
            return nil
        }
    }
}

extension Configblok {
    /// A block that must be there.
    func verplicht(_ sleutel: String, bekend: [String]?, _ voorbeeld: String) -> Configblok? {
        guard node(sleutel) != nil else {
            ontbreekt(sleutel, voorbeeld)
            return nil
        }
        return blok(sleutel, bekend: bekend)
    }

    /// In place of a block that is not there: everything in it has its default.
    func leeg(_ sleutel: String) -> Configblok { Configblok(leeg: heet(sleutel), regel: regel, lezer) }
}
