// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import Jobs
import Yams

extension RegieConfig {
    private static let bekend = [
        "storage", "keys", "bewijs", "logboek", "listen", "beheer", "gemeenten", "ketenpartners", "schedules", "jobs",
        "wet",
        "log",
    ]

    /// Reads the whole file; nil when anything that is needed cannot be read. The faults are in the reader.
    init?(_ node: Node, _ lezer: Configlezer, programma: String) {
        guard let blok = Configblok(node, "", bekend: Self.bekend, lezer) else { return nil }
        let storage = Self.storage(blok)
        let keys = Self.keys(blok)
        let bewijs = blok.node("bewijs") == nil ? nil : blok.pad("bewijs", voorbeeld: "var/bewijs")
        let logboek = Self.logboek(blok)
        let listen = Self.listener("listen", blok, poort: 8080)
        let beheer = Self.listener("beheer", blok, poort: nil)
        let gemeenten = Self.gemeenten(blok)
        let ketenpartners = Self.ketenpartners(blok)
        let schedules = Self.schedules(blok)
        let jobs = blok.blok("jobs", bekend: ["workers", "bewaarDagen", "nachtdeel"]) ?? blok.leeg("jobs")
        let workers = jobs.getal("workers", standaard: 4, in: 1...64)
        let bewaarDagen = jobs.getal("bewaarDagen", standaard: 30, in: 1...3650)
        let nachtdeel = jobs.getal("nachtdeel", standaard: 2_000, in: 10...1_000_000)
        let wet = Self.wet(blok, programma: programma)
        let log = blok.blok("log", bekend: ["level"]) ?? blok.leeg("log")
        let keuze = LogLevel.allCases.map(\.rawValue).joined(separator: ", ")
        let level: LogLevel? = log.waarde("level", standaard: .info, voorbeeld: "info", als: "niveau uit \(keuze)") {
            LogLevel(rawValue: $0)
        }
        guard let storage, let keys, let listen, let workers, let bewaarDagen, let nachtdeel, let wet, let level,
            lezer.fouten.isEmpty
        else {
            return nil
        }
        self.init(
            file: lezer.file,
            storage: storage,
            keys: keys,
            bewijs: bewijs,
            logboek: logboek,
            listen: listen,
            beheer: beheer,
            gemeenten: gemeenten,
            ketenpartners: ketenpartners,
            schedules: schedules,
            workers: workers,
            bewaarDagen: bewaarDagen,
            nachtdeel: nachtdeel,
            wet: wet,
            logLevel: level,
            regels: lezer.regels
        )
    }

    private static func keys(_ blok: Configblok) -> Keys? {
        guard blok.tekst("keys")?.tekst == "systemd" else {
            return blok.pad("keys", voorbeeld: "var/keys").map { Keys(path: $0) }
        }
        guard let map = blok.lezer.omgeving["CREDENTIALS_DIRECTORY"], !map.isEmpty else {
            blok.fout(
                "keys",
                "'keys: systemd' vraagt om CREDENTIALS_DIRECTORY, en die is leeg.",
                "Start met LoadCredential= in de systemd-unit, of noem hier een map met sleutels."
            )
            return nil
        }
        blok.lezer.noteer("keys", map, .omgeving("CREDENTIALS_DIRECTORY"))
        return Keys(path: map)
    }

    private static func listener(_ sleutel: String, _ blok: Configblok, poort: Int?) -> Listener? {
        guard
            let eigen = blok.blok(sleutel, bekend: ["address", "port", "tls"])
                ?? (poort == nil ? nil : blok.leeg(sleutel))
        else { return nil }
        let address: String? = eigen.waarde("address", standaard: "127.0.0.1", voorbeeld: "127.0.0.1", als: "adres") {
            $0.isEmpty || $0.contains(" ") || $0.contains("/") ? nil : $0
        }
        let port = eigen.getal("port", standaard: poort, in: 1...65_535)
        let tls = eigen.tls()
        guard let address, let port else { return nil }
        if tls == nil, eigen.node("tls") == nil, !Adres.isLoopback(address) {
            eigen.fout(
                "address",
                "'\(sleutel)' luistert op \(address) zonder TLS: onversleuteld mag alleen op 127.0.0.1, ::1 of localhost.",
                "Voeg tls: { certificate, key, ca } toe, of luister op 127.0.0.1."
            )
        }
        return Listener(address: address, port: port, tls: tls)
    }

    private static func wet(_ blok: Configblok, programma: String) -> String? {
        if blok.node("wet") != nil { return blok.pad("wet", voorbeeld: "config/wet", bestaat: true) }
        guard let map = Wetmap.zoek(configmap: blok.lezer.map, programma: programma) else {
            blok.fout(
                "wet",
                "De parameters van de wet zijn niet gevonden.",
                "Noem de map met 'wet: PAD'; gezocht is in \(Wetmap.plekken(configmap: blok.lezer.map, programma: programma).joined(separator: ", "))."
            )
            return nil
        }
        blok.lezer.noteer("wet", map, .standaard)
        return map
    }
}
