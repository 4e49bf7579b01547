// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// What a klantmanager must know when recording a boete that the assessment does not carry (`BOETE_BESLUIT`). A boete that
/// was imposed is a fact all the same: it is recorded, and must be reviewed.
enum Boetetoets {
    static func letOp(_ bedrag: Bedrag?, op datum: Datum, _ zaak: Zaakbeeld) -> [String] {
        let besluiten = zaak.beoordeling(op: datum).termijnen.filter { $0.code == .boeteBesluit }
        guard !besluiten.isEmpty else {
            return ["er staat op \(datum.leesbaar) geen overtreding in dit dossier waarvoor een boete kan volgen."]
        }
        let open = besluiten.filter { $0.status != .vervallen && $0.status != .gehaald && ($0.bedrag?.centen ?? 1) > 0 }
        guard !open.isEmpty else {
            let reden = besluiten.lazy.compactMap(\.toelichting).first
            return ["er mag geen boete volgen (BOETE_BESLUIT). \(reden ?? "Er is al besloten, of het is te laat.")"]
        }
        // With more violations than one it may be for any of them.
        guard let bedrag, let hoogste = open.compactMap(\.bedrag).max(), bedrag > hoogste else { return [] }
        return ["\(bedrag) euro is meer dan mag: hoogstens \(hoogste) euro (BOETE_BESLUIT)."]
    }
}
