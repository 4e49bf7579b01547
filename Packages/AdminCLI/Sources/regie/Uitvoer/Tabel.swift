// SPDX-License-Identifier: EUPL-1.2

/// Rows under headings: what a person reads, and what CSV holds.
struct Tabel {
    var koppen: [String]
    var rijen: [[String]] = []

    /// Two columns: what, and its value. Rows without a value are left out.
    static func gegevens(_ paren: [(String, String?)]) -> Tabel {
        Tabel(koppen: ["gegeven", "waarde"], rijen: paren.compactMap { naam, waarde in waarde.map { [naam, $0] } })
    }

    /// Columns side by side, headings in bold where colour is welcome.
    func alsTekst(kleur: Bool) -> String {
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
    fileprivate func trimmingEnd() -> String {
        var uit = self
        while uit.last == " " { uit.removeLast() }
        return uit
    }
}
