// SPDX-License-Identifier: EUPL-1.2

/// All persons: those of the world file, with what was changed or added since.
///
/// Only persons that changed are held in memory; the rest is read from the file when asked for.
struct Personenregister: Sendable {
    private let bestand: Wereldbestand?
    private var gewijzigd: [Int: Persoon] = [:]
    private var extraOpBsn: [String: Int] = [:]
    /// The number of persons.
    private(set) var aantal: Int

    init(bestand: Wereldbestand?) {
        self.bestand = bestand
        aantal = bestand?.aantalPersonen ?? 0
    }

    /// How many persons differ from the world file.
    var aantalGewijzigd: Int { gewijzigd.count }

    func volgnummer(bsn: String) -> Int? {
        extraOpBsn[bsn] ?? bestand?.volgnummer(bsn: bsn)
    }

    func persoon(_ volgnummer: Int) -> Persoon? {
        gewijzigd[volgnummer] ?? (try? bestand?.persoon(volgnummer)) ?? nil
    }

    mutating func bewaar(_ persoon: Persoon) {
        gewijzigd[persoon.volgnummer] = persoon
        if let bsn = persoon.bsn { extraOpBsn[bsn] = persoon.volgnummer }
    }

    /// Adds a person at the end and gives its volgnummer.
    mutating func voegToe(_ velden: [String: JSONWaarde]) -> Int {
        aantal += 1
        bewaar(Persoon(volgnummer: aantal, velden: velden.mapValues { $0.bytes() }))
        return aantal
    }
}
