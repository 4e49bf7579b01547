// SPDX-License-Identifier: EUPL-1.2

/// The first line of a world file: who takes part, and the lists that are not about one person.
public struct Wereldkop: Sendable {
    /// DUO's OIN: what a request must carry in `doel`, and what a notification carries in `bron`.
    public var duoOin: String
    /// The gemeenten that may ask.
    public var gemeenten: [Gemeente]
    /// What `GET /instellingen` answers, in wire shape.
    public var instellingen: [JSONWaarde]
    /// What `GET /verlengingsgronden` answers, in wire shape.
    public var verlengingsgronden: [JSONWaarde]

    /// DUO's own organisation number.
    public static let standaardDuoOin = "00000001800866472000"

    /// A world with gemeenten and nothing else.
    public init(
        duoOin: String = Wereldkop.standaardDuoOin,
        gemeenten: [Gemeente] = [],
        instellingen: [JSONWaarde] = [],
        verlengingsgronden: [JSONWaarde] = []
    ) {
        self.duoOin = duoOin
        self.gemeenten = gemeenten
        self.instellingen = instellingen
        self.verlengingsgronden = verlengingsgronden
    }

    /// Reads only the first line of a world file.
    public init(eersteRegelVan pad: String) throws {
        struct Genoeg: Error {}
        var gelezen: JSONWaarde?
        do {
            try Regellezer(pad: pad).doorloop { regel in
                gelezen = try? JSONWaarde(bytes: regel.bytes[regel.bereik])
                throw Genoeg()
            }
        } catch is Genoeg {}
        try self.init(gelezen ?? .leeg)
    }

    /// Reads the first line; what is left out keeps its default.
    init(_ regel: JSONWaarde) throws {
        guard regel["soort"]?.alsTekst == "wereld" else {
            throw Wereldfout(
                code: "wereld.kop-ontbreekt",
                uitleg: "De eerste regel van het wereldbestand moet \"soort\":\"wereld\" hebben."
            )
        }
        self.init(
            duoOin: regel["duoOin"]?.alsTekst ?? Self.standaardDuoOin,
            gemeenten: try (regel["gemeenten"]?.alsLijst ?? []).map { gemeente in
                guard let code = gemeente["gemeentecode"]?.alsTekst, let oin = gemeente["oin"]?.alsTekst else {
                    throw Wereldfout(
                        code: "wereld.gemeente-ongeldig",
                        uitleg: "Een gemeente in de eerste regel mist gemeentecode of oin."
                    )
                }
                return Gemeente(gemeentecode: code, oin: oin)
            },
            instellingen: regel["instellingen"]?.alsLijst ?? [],
            verlengingsgronden: regel["verlengingsgronden"]?.alsLijst ?? []
        )
    }

    /// The gemeente behind an OIN, nil when DUO does not know it.
    func gemeente(oin: String) -> Gemeente? { gemeenten.first { $0.oin == oin } }

    /// The OIN of a gemeente, nil when it takes no part.
    func oin(gemeentecode: String) -> String? { gemeenten.first { $0.gemeentecode == gemeentecode }?.oin }

    /// The school with this number, in wire shape.
    func instelling(_ nummer: String) -> JSONWaarde? {
        instellingen.first { $0["instellingsnummer"]?.alsTekst == nummer }
    }
}
