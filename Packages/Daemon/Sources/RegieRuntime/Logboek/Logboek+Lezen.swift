// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
import Sealing

/// One line of the log, as it is read back.
public struct Logregel: Hashable, Sendable {
    /// When the action began and ended.
    public let begin, einde: Tijdstip
    /// What was done.
    public let naam: String
    /// URI of the entry in the register of processing activities.
    public let activiteit: String
    /// `Ok`, `Unset` or `Error`.
    public let status: String
    /// By which sort of number the person stands in it.
    public let soort: String
    /// The trace, by which the audit log can be searched for who did it.
    public let traceID: String
    /// Who called us; nil when we began it ourselves.
    public let partner: String?

    init?(_ json: JSON) {
        guard let bron = json["resourceSpans"]?.lijst?.first?["scopeSpans"]?.lijst?.first?["spans"]?.lijst?.first,
            let begin = Self.moment(bron["startTimeUnixNano"]), let einde = Self.moment(bron["endTimeUnixNano"]),
            let naam = bron["name"]?.tekst, let traceID = bron["traceId"]?.tekst,
            let lijst = bron["attributes"]?.lijst
        else { return nil }
        var attributen: [String: String] = [:]
        for een in lijst {
            if let sleutel = een["key"]?.tekst { attributen[sleutel] = een["value"]?["stringValue"]?.tekst }
        }
        guard let activiteit = attributen["dpl.core.processing_activity_id"],
            let soort = attributen["dpl.core.data_subject_id_type"]
        else { return nil }
        (self.begin, self.einde, self.naam, self.traceID) = (begin, einde, naam, traceID)
        (self.activiteit, self.soort) = (activiteit, soort)
        partner = attributen["dpl.core.foreign_operation.processor"]
        switch bron["status"]?["code"]?.getal {
        case 1: status = "Ok"
        case 2: status = "Error"
        default: status = "Unset"
        }
    }

    private static func moment(_ json: JSON?) -> Tijdstip? {
        json?.tekst.flatMap { Int64($0) }.map { Tijdstip(milliseconden: $0 / 1_000_000) }
    }
}

extension Logboek {
    /// The lines about the person of a dossier, oldest first: by every number in it, and under every version of the key.
    /// Lines of before a version was taken away are no longer found.
    /// - Parameter dagen: of which days; the files of others are not opened.
    /// - Throws: `logboek-faalt` when the folder or a file cannot be read.
    public func regels(over dossier: Dossier, dagen: ClosedRange<Datum>) throws(RegieFout) -> [Logregel] {
        let keys = try sleutels.keys(of: gemeente)
        var wie: Set<Betrokkene> = [Betrokkene(dossier), .dossier(dossier.id)]
        wie.formUnion(dossier.zoeksleutels.compactMap { Betrokkene($0) })
        var gezocht: [Data] = []
        for een in wie { gezocht += try een.pseudoniemen(keys).map { Data("\"\($0)\"".utf8) } }
        var uit: [Logregel] = []
        for pad in try paden(dagen) {
            // Not mapped: today's file may be made shorter meanwhile, by whoever cuts off what a crash left half.
            guard let bytes = try? Data(contentsOf: URL(filePath: pad)) else {
                throw RegieFout(
                    .logboekFaalt,
                    "Het logboek dataverwerkingen is niet te lezen.",
                    watTeDoen: "Controleer de rechten op 'logboek.map'.",
                    waar: pad
                )
            }
            for een in gezocht { uit += Self.regels(met: een, in: bytes) }
        }
        return uit.sorted { ($0.begin, $0.einde) < ($1.begin, $1.einde) }
    }

    /// The whole lines of a file in which something stands; what follows the last newline was never acknowledged.
    private static func regels(met tekst: Data, in bytes: Data) -> [Logregel] {
        var uit: [Logregel] = []
        var plaats = bytes.startIndex
        while let gevonden = bytes.range(of: tekst, in: plaats..<bytes.endIndex) {
            guard let einde = bytes[gevonden.upperBound...].firstIndex(of: 10) else { break }
            let begin = bytes[..<gevonden.lowerBound].lastIndex(of: 10).map { $0 + 1 } ?? bytes.startIndex
            if let json = try? JSON.lees(bytes[begin..<einde]), let regel = Logregel(json) { uit.append(regel) }
            plaats = einde
        }
        return uit
    }

    private func paden(_ dagen: ClosedRange<Datum>) throws(RegieFout) -> [String] {
        try dagbestanden(ookIngepakt: false).filter { dagen.contains($0.dag) }.map(\.pad)
    }

    /// Files of the log, or its folder, that others than the owner can read or write: mode bits `0077`.
    public var openVoorAnderen: [String] {
        let map = schrijver.bestand.map
        let namen = (try? FileManager.default.contentsOfDirectory(atPath: map)) ?? []
        let paden = [map] + namen.filter { $0.hasPrefix("\(gemeente)-") }.sorted().map { "\(map)/\($0)" }
        return paden.filter { pad in
            let rechten = (try? FileManager.default.attributesOfItem(atPath: pad))?[.posixPermissions] as? Int
            return (rechten ?? 0) & 0o077 != 0
        }
    }
}
