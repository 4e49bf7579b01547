// SPDX-License-Identifier: EUPL-1.2

/// SDI017: exam results and the free attempts that are left.
enum Examen {
    static let routes: [Route] = [
        .leesLijst("/personen/{bsn}/examens/resultaten", versie: "1.0.0", veld: "examenresultaten"),
        .leesLijst("/personen/{bsn}/examens/gratispogingen", versie: "1.0.0", veld: "gratispogingen"),
    ]
}
