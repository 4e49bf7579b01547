// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering

/// Reads `dossiers.jsonl` as `regie generate` writes it: a line a dossier, `{"id", "gemeente", "feiten": […]}`.
struct Dossierbestand {
    let pad: String

    /// Calls back per dossier, holding one line in memory at a time.
    func lees(hoogstens: Int = .max, _ verwerk: (Dossier) async throws -> Void) async throws {
        guard let greep = FileHandle(forReadingAtPath: pad) else {
            throw RegieFout(.nietGevonden, "Het bestand is er niet.", waar: pad)
        }
        defer { try? greep.close() }
        var rest: [UInt8] = []
        var gelezen = 0
        while let stuk = try greep.read(upToCount: 1 << 20), !stuk.isEmpty {
            rest.append(contentsOf: stuk)
            var begin = rest.startIndex
            while let einde = rest[begin...].firstIndex(of: 10) {
                try await verwerk(try Self.dossier(rest[begin..<einde]))
                begin = einde + 1
                gelezen += 1
                if gelezen == hoogstens { return }
            }
            rest.removeSubrange(..<begin)
        }
    }

    private static func dossier(_ regel: ArraySlice<UInt8>) throws(RegieFout) -> Dossier {
        var velden = try Veldlezer(try JSON.lees(regel))
        let id: DossierID = try velden.verplicht("id")
        let gemeente: Gemeentecode = try velden.verplicht("gemeente")
        let feiten: [JSON] = try velden.verplicht("feiten")
        var gebeurtenissen: [Gebeurtenis] = []
        for (index, feit) in feiten.enumerated() {
            let feit = try Gebeurtenis(json: feit, volgnummer: index + 1)
            // A stored fact always knows when it became known.
            gebeurtenissen.append(
                Gebeurtenis(
                    volgnummer: feit.volgnummer,
                    geldigOp: feit.geldigOp,
                    bekendOp: feit.bekendOp ?? Tijdstip(feit.geldigOp),
                    bron: feit.bron,
                    feit: feit.feit
                )
            )
        }
        return Dossier(id: id, gemeente: gemeente, gebeurtenissen: gebeurtenissen)
    }
}
