// SPDX-License-Identifier: EUPL-1.2

import Foundation
import HTTPTypes
import Hummingbird

/// The control API under `/beheer`, for tests and demos on the same machine. The README describes each call.
struct Beheer: Sendable {
    let keten: Keten
    let bestand: Wereldbestand?
    let storingen: Storingenlijst
    let log: Verzoekenlog
    let duwer: Duwer

    func antwoord(_ request: Request, body: [UInt8]) async -> Antwoord {
        let delen = Routetabel.delen(request.uri.path).dropFirst().map { $0 }
        do {
            switch (request.method, delen.first, delen.count) {
            case (.get, "stand", 1): return await stand()
            case (.get, "verzoeken", 1):
                return try gecodeerd([
                    "verzoeken": log.laatste(request.uri.queryParameters.get("aantal", as: Int.self) ?? .max)
                ])
            case (.get, "contactpersonen", 1): return ok(["contactpersonen": await keten.contactpersonen.alles])
            case (.post, "personen", 1): return try await voegToe(body)
            case (.post, "personen", 2) where delen[1] == "zoek": return try await zoek(body)
            case (.get, "personen", 2): return await toon(delen[1])
            case (.put, "personen", 2): return try await vervang(delen[1], body)
            case (.post, "notificaties", 1): return try await duw(body)
            case (.get, "storingen", 1): return try gecodeerd(["storingen": storingen.alle])
            case (.post, "storingen", 1): return try meldStoring(body)
            case (.delete, "storingen", 1):
                storingen.wis()
                return Antwoord(status: 204)
            case (.put, "vandaag", 1): return try await zetVandaag(body)
            default: return Self.fout(404, "Dit pad heeft het beheer niet.")
            }
        } catch {
            return Self.fout(400, "De inhoud past niet bij deze opdracht.")
        }
    }

    private func stand() async -> Antwoord {
        let (totaal, perStatus) = log.tellingen
        let kop = await keten.kop
        let personen = await keten.personen
        let contactpersonen = await keten.contactpersonen
        return ok([
            "vandaag": .tekst("\(await keten.kalender.vandaag)"), "duoOin": .tekst(kop.duoOin),
            "gemeenten": .heel(kop.gemeenten.count), "instellingen": .heel(kop.instellingen.count),
            "personen": .heel(personen.aantal), "personenGewijzigd": .heel(personen.aantalGewijzigd),
            "contactpersonen": .heel(contactpersonen.aantal),
            "koppelingen": .heel(contactpersonen.koppelingen.count),
            "notificatiesInWereld": .heel(bestand?.aantalNotificaties ?? 0), "verzoeken": .heel(totaal),
            "verzoekenPerStatus": .object(perStatus.mapValues { .heel($0) }),
            "geduwdPerStatus": .object(duwer.tellingen.mapValues { .heel($0) }),
            "storingen": .heel(storingen.alle.count),
        ])
    }

    private func toon(_ volgnummer: String) async -> Antwoord {
        guard let nummer = Int(volgnummer), let persoon = await keten.personen.persoon(nummer) else {
            return Self.fout(404, "Er is geen persoon met dit volgnummer.")
        }
        return ok(["volgnummer": .heel(nummer), "persoon": persoon.alles])
    }

    private func vervang(_ volgnummer: String, _ body: [UInt8]) async throws -> Antwoord {
        guard let velden = try JSONWaarde(bytes: body).alsObject else {
            return Self.fout(400, "Verwacht een object met te vervangen onderdelen.")
        }
        guard let nummer = Int(volgnummer), let persoon = await keten.vervang(nummer, velden) else {
            return Self.fout(404, "Er is geen persoon met dit volgnummer.")
        }
        return ok(["volgnummer": .heel(nummer), "persoon": persoon.alles])
    }

    private func voegToe(_ body: [UInt8]) async throws -> Antwoord {
        guard let velden = try JSONWaarde(bytes: body).alsObject else {
            return Self.fout(400, "Verwacht een object met de onderdelen van een persoon.")
        }
        var antwoord = ok(["volgnummer": .heel(await keten.voegToe(velden))])
        antwoord.status = 201
        return antwoord
    }

    private func zoek(_ body: [UInt8]) async throws -> Antwoord {
        guard let bsn = try JSONWaarde(bytes: body)["bsn"]?.alsTekst,
            let nummer = await keten.personen.volgnummer(bsn: bsn)
        else { return Self.fout(404, "Er is geen persoon met dit nummer.") }
        return ok(["volgnummer": .heel(nummer)])
    }

    private func duw(_ body: [UInt8]) async throws -> Antwoord {
        let opdracht = try JSONWaarde(bytes: body)
        let tellingen: [String: Int]
        if opdracht["alle"]?.alsBool == true {
            guard let bestand else { return Self.fout(400, "Er is geen wereldbestand.") }
            tellingen = await duwer.duw(uit: bestand, inTempo: opdracht["inTempo"]?.alsBool ?? false)
        } else if let lijst = opdracht["notificaties"]?.alsLijst {
            tellingen = await duwer.duw(try lijst.map { try Notificatie(bytes: $0.bytes()) })
        } else {
            return Self.fout(400, "Verwacht {\"notificaties\":[…]} of {\"alle\":true}.")
        }
        return ok([
            "verzonden": .heel(tellingen.values.reduce(0, +)),
            "perStatus": .object(tellingen.mapValues { .heel($0) }),
        ])
    }

    private func meldStoring(_ body: [UInt8]) throws -> Antwoord {
        storingen.voegToe(try JSONDecoder().decode(Storing.self, from: Data(body)))
        return Antwoord(status: 201)
    }

    private func zetVandaag(_ body: [UInt8]) async throws -> Antwoord {
        guard let dag = try JSONWaarde(bytes: body)["vandaag"]?.alsDag else {
            return Self.fout(400, "Verwacht {\"vandaag\":\"JJJJ-MM-DD\"}.")
        }
        await keten.zet(vandaag: dag)
        return ok(["vandaag": .tekst("\(dag)")])
    }

    private func ok(_ waarde: JSONWaarde) -> Antwoord { Antwoord(status: 200, body: waarde.bytes()) }

    private func gecodeerd(_ waarde: some Encodable) throws -> Antwoord {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Antwoord(status: 200, body: Array(try encoder.encode(waarde)))
    }

    private static func fout(_ status: Int, _ tekst: String) -> Antwoord {
        Antwoord(status: status, body: JSONWaarde.object(["fout": .tekst(tekst)]).bytes())
    }
}
