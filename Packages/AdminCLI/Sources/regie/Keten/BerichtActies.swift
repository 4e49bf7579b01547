// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Inburgering

/// A message, found by its id, whichever way it goes.
enum Bericht {
    case inkomend(InboxRegel)
    case uitgaand(OutboxRegel)

    var regel: Berichtregel {
        switch self {
        case .inkomend(let regel): Berichtregel(regel)
        case .uitgaand(let regel): Berichtregel(regel)
        }
    }

    static func zoek(_ berichtId: String, partner: String, in store: any GemeenteStore) async throws(RegieFout)
        -> Bericht
    {
        let id = berichtId.lowercased()
        if let uitgaand = try await store.findOutbox(id) { return .uitgaand(uitgaand) }
        let sleutel = Berichtsleutel(Partner(rawValue: partner), id)
        if let inkomend = try await store.findInbox(sleutel) { return .inkomend(inkomend) }
        throw RegieFout(
            .nietGevonden,
            "Het bericht is er niet.",
            watTeDoen: "Bekijk 'regie bericht list'.",
            waar: Maskering.object(berichtId)
        )
    }
}

struct BerichtShow: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Eén bericht: wat het is, waar het staat en waarom."
    )

    @Argument(help: .init("berichtId.", valueName: "id")) var bericht: String
    @Option(help: .init("Partner van een inkomend bericht.", valueName: "partner")) var partner: String = "duo"
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await algemeen.werk("bericht.lees", als: .beheerder, aan: bericht) { sessie in
            let regel = try await Bericht.zoek(bericht, partner: partner, in: sessie.store).regel
            try await sessie.noteer(bericht)
            return Antwoord(
                json: regel.json,
                tabel: .gegevens(zip(Berichtregel.koppen, regel.rij).map { ($0, $1.isEmpty ? nil : $1) })
            )
        }
    }
}

struct BerichtRetry: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "retry",
        abstract: "Probeer een bericht dat bleef liggen opnieuw, met hetzelfde berichtId."
    )

    @Argument(help: .init("berichtId.", valueName: "id")) var bericht: String
    @Option(help: .init("Partner van een inkomend bericht.", valueName: "partner")) var partner: String = "duo"
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        try await Berichtbesluit(algemeen, wijziging).neem("bericht.opnieuw", over: bericht, partner: partner) {
            gevonden,
            store in
            switch gevonden {
            case .inkomend(let regel):
                guard ["mislukt", "wacht", "vervallen"].contains(regel.status.woord) else {
                    throw Berichtbesluit.nietNu(regel.status.woord)
                }
                return (.ontvangen, nil)
            case .uitgaand(let regel):
                guard ["mislukt", "wacht", "geweigerd", "vervallen"].contains(regel.status.woord) else {
                    throw Berichtbesluit.nietNu(regel.status.woord)
                }
                if let later = try await store.sentAfter(regel.bericht.berichtId) {
                    throw RegieFout(
                        .ingehaald,
                        "Bericht \(later) over hetzelfde ('\(regel.bericht.onderwerp)') is later al verzonden; dit bericht "
                            + "zou bij \(regel.bericht.partner) een oudere stand over de nieuwe zetten.",
                        watTeDoen: "Klopt de stand bij de partner niet, leg het dan opnieuw vast: daar volgt een nieuw "
                            + "bericht uit. Leg dit bericht terzijde met 'regie bericht drop'."
                    )
                }
                return (nil, .klaar)
            }
        }
    }
}

struct BerichtDrop: Opdracht {
    static let configuration = CommandConfiguration(
        commandName: "drop",
        abstract: "Leg een bericht terzijde; het blijft bewaard."
    )

    @Argument(help: .init("berichtId.", valueName: "id")) var bericht: String
    @Option(help: .init("Partner van een inkomend bericht.", valueName: "partner")) var partner: String = "duo"
    @OptionGroup(title: "Wijziging") var wijziging: Wijziging
    @OptionGroup(title: "Algemeen") var algemeen: Algemeen
    var vorm: Vorm { algemeen.output }

    func voerUit() async throws -> Antwoord {
        let waarom = wijziging.waarom
        return try await Berichtbesluit(algemeen, wijziging).neem("bericht.terzijde", over: bericht, partner: partner) {
            gevonden,
            _ in
            switch gevonden {
            case .inkomend(let regel):
                guard regel.status.woord != "verwerkt" else { throw Berichtbesluit.nietNu("verwerkt") }
                return (.vervallen(waarom: waarom), nil)
            case .uitgaand(let regel):
                guard regel.status.woord != "verzonden" else { throw Berichtbesluit.nietNu("verzonden") }
                return (nil, .vervallen(waarom: waarom))
            }
        }
    }
}

/// A beheerder decides what becomes of a message.
struct Berichtbesluit {
    let algemeen: Algemeen
    let wijziging: Wijziging

    init(_ algemeen: Algemeen, _ wijziging: Wijziging) {
        self.algemeen = algemeen
        self.wijziging = wijziging
    }

    static func nietNu(_ status: String) -> RegieFout {
        RegieFout(
            .gebruikOngeldig,
            "Dit kan niet met een bericht met status '\(status)'.",
            watTeDoen: status == "verzonden"
                ? "De partner heeft het. Klopt de stand daar niet, leg dan vast wat wel geldt: daar volgt een nieuw bericht uit."
                : "Bekijk 'regie bericht show'."
        )
    }

    func neem(
        _ doel: String,
        over berichtId: String,
        partner: String,
        _ besluit: (Bericht, any GemeenteStore) async throws -> (InboxStatus?, OutboxStatus?)
    ) async throws -> Antwoord {
        try await algemeen.werk(doel, als: .beheerder, aan: berichtId) { sessie in
            let gevonden = try await Bericht.zoek(berichtId, partner: partner, in: sessie.store)
            let (inbox, outbox) = try await besluit(gevonden, sessie.store)
            let status = inbox?.woord ?? outbox?.woord ?? ""
            if !wijziging.proef {
                // The audit line first: a change that could not be noted must not be made.
                try await sessie.noteer(berichtId, reden: wijziging.reden)
                switch gevonden {
                case .inkomend(let regel):
                    if let inbox {
                        try await sessie.store.setInbox(regel.bericht.sleutel, inbox, dossier: regel.dossier)
                    }
                case .uitgaand(let regel):
                    if let outbox { try await sessie.store.setOutbox(regel.bericht.berichtId, outbox) }
                }
            }
            return Antwoord(
                json: [
                    "berichtId": .tekst(berichtId), "was": .tekst(gevonden.regel.status), "status": .tekst(status),
                    "proef": .waarheid(wijziging.proef),
                ],
                tabel: .gegevens([("bericht", berichtId), ("was", gevonden.regel.status), ("status", status)]),
                melding: wijziging.proef ? "Proef: er is niets gewijzigd." : nil
            )
        }
    }
}

extension RegieFout.Code {
    /// A later message about the same was sent already.
    static let ingehaald = RegieFout.Code(rawValue: "ingehaald")
}
