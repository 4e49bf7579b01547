// SPDX-License-Identifier: EUPL-1.2

/// Rows under headings: what a person reads, and what CSV holds. A moment is a cell as JSON has it, in UTC; a person reads
/// it in Dutch time.
struct Tabel {
    var koppen: [String]
    var rijen: [[String]] = []
    /// From this column on, what a person reads stands under the row and not beside it: sentences do not fit next to each
    /// other on a screen. CSV keeps them as columns.
    var onderVanaf: Int?

    /// Two columns: what, and its value. Rows without a value are left out.
    static func gegevens(_ paren: [(String, String?)]) -> Tabel {
        Tabel(koppen: ["gegeven", "waarde"], rijen: paren.compactMap { naam, waarde in waarde.map { [naam, $0] } })
    }

    /// Columns side by side, headings in bold where colour is welcome.
    func alsTekst(kleur: Bool) -> String {
        var tabel = self
        tabel.rijen = rijen.map { $0.map(Kloktijd.cel) }
        return tabel.opgemaakt(kleur: kleur)
    }

    private func opgemaakt(kleur: Bool) -> String {
        guard let onderVanaf, onderVanaf < koppen.count else { return naastElkaar(kleur: kleur) }
        let naast = Tabel(koppen: Array(koppen[..<onderVanaf]), rijen: rijen.map { Array($0[..<onderVanaf]) })
        let regels = naast.naastElkaar(kleur: kleur).split(separator: "\n", omittingEmptySubsequences: false)
        var uit = "\(regels[0])\n"
        for (rij, regel) in zip(rijen, regels.dropFirst()) {
            uit += "\(regel)\n"
            for kolom in koppen.indices[onderVanaf...] where !rij[kolom].isEmpty {
                // The first is the sentence itself; of the others the heading says what they are.
                let tekst = kolom == onderVanaf ? rij[kolom] : "\(koppen[kolom]): \(rij[kolom])"
                uit += tekst.afgebroken(op: 96).map { "    \($0)\n" }.joined()
            }
        }
        return uit
    }

    private func naastElkaar(kleur: Bool) -> String {
        let breedten = koppen.indices.map { kolom in
            ([koppen] + rijen).map { $0[kolom].count }.max() ?? 0
        }
        func regel(_ cellen: [String]) -> String {
            var uit = ""
            for (kolom, cel) in cellen.enumerated() {
                uit += cel
                if kolom < cellen.count - 1 { uit += String(repeating: " ", count: breedten[kolom] - cel.count + 2) }
            }
            return uit.trimmingEnd()
        }
        let kop = regel(koppen.map { $0.uppercased() })
        return ([kleur ? "\u{1B}[1m\(kop)\u{1B}[0m" : kop] + rijen.map(regel)).map { $0 + "\n" }.joined()
    }

    /// RFC 4180.
    var alsCSV: String { ([koppen] + rijen).map { $0.map(CSV.cel).joined(separator: ",") + "\r\n" }.joined() }
}

/// One field of a CSV file.
enum CSV {
    /// Quoted where RFC 4180 asks for it. A field that a spreadsheet would take for a formula gets an apostrophe in
    /// front (OWASP: CSV injection): names and reasons come from outside.
    static func cel(_ tekst: String) -> String {
        let gevaar = tekst.unicodeScalars.first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
        let veilig = gevaar ? "'" + tekst : tekst
        guard veilig.unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else { return veilig }
        return "\"" + veilig.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }
}

extension String {
    /// In lines of at most `breedte`, broken at spaces; a longer word keeps a line of its own.
    fileprivate func afgebroken(op breedte: Int) -> [String] {
        var uit: [String] = []
        for woord in split(separator: " ") {
            if let laatste = uit.last, laatste.count + 1 + woord.count <= breedte {
                uit[uit.count - 1] = "\(laatste) \(woord)"
            } else {
                uit.append(String(woord))
            }
        }
        return uit
    }

    fileprivate func trimmingEnd() -> String {
        var uit = self
        while uit.last == " " { uit.removeLast() }
        return uit
    }
}
