// SPDX-License-Identifier: EUPL-1.2

/// One person in DUO's administration: DUO's resources about that person, each kept as the JSON it travels as.
///
/// The member names are those of the world file (see the README of this package). A resource that was
/// never touched is served byte for byte as it stood in the file.
struct Persoon: Sendable {
    /// The place of the person in the world, from 1. The control API names a person by it, never by BSN.
    let volgnummer: Int
    private(set) var velden: [String: [UInt8]]
    private static let leeg = Array("null".utf8)

    init(volgnummer: Int, velden: [String: [UInt8]] = [:]) {
        self.volgnummer = volgnummer
        self.velden = velden
    }

    /// Reads one line of a world file.
    init(volgnummer: Int, regel bytes: [UInt8]) throws {
        var velden: [String: [UInt8]] = [:]
        try Bovenvelden.doorloop(bytes, bytes.indices) { sleutel, waarde in
            velden[String(decoding: bytes[sleutel], as: UTF8.self)] = Array(bytes[waarde])
        }
        self.init(volgnummer: volgnummer, velden: velden)
    }

    /// The resource as it is written, nil when absent or null.
    func ruw(_ veld: String) -> [UInt8]? {
        guard let bytes = velden[veld], bytes != Self.leeg else { return nil }
        return bytes
    }

    /// The resource as a value; setting nil takes it away.
    subscript(veld: String) -> JSONWaarde? {
        get { ruw(veld).flatMap { try? JSONWaarde(bytes: $0) } }
        set { velden[veld] = newValue?.bytes() }
    }

    /// Everything, for the control API.
    var alles: JSONWaarde {
        .object(velden.compactMapValues { try? JSONWaarde(bytes: $0) })
    }
}

extension Persoon {
    /// The nine digits, nil for a person who has only a V-nummer yet.
    var bsn: String? { self["bsn"]?.alsTekst }
    /// The gemeente where the person lives, or to which the COA coupled someone who lives in an azc.
    var gemeentecode: String? { self["gemeentecode"]?.alsTekst }
    /// The gemeente that made the current PIP.
    var pipGemeente: String? { self["pip"]?["gemeentecode"]?.alsTekst }
    /// The current PIP in wire shape, without its gemeente.
    var pip: JSONWaarde? { self["pip"]?["pip"] }
    /// Former PIPs, oldest first, each `{gemeentecode, pip}`.
    var pipHistorie: [JSONWaarde] { self["pipHistorie"]?.alsLijst ?? [] }
    /// The date on the current PIP.
    var dagtekening: Dag? { pip?["dagtekeningPip"]?.alsDag }
    /// B, O or Z.
    var leerroute: String? { pip?["leerroute"]?.alsTekst }
    /// Whether DUO treats the person as an asielstatushouder (the README says asielmigrant).
    var isAsielstatushouder: Bool { self["doelgroep"]?["indeling"]?.alsTekst == "Asielstatushouder" }
    /// The first day of the inburgeringstermijn.
    var termijnStart: Dag? { self["inburgeringstermijn"]?["startdatum"]?.alsDag }
    /// The first day after the inburgeringstermijn (DUO's einddatum is exclusive).
    var termijnEinde: Dag? { self["inburgeringstermijn"]?["einddatum"]?.alsDag }
    /// The day the Z-route was completed, as the gemeente reported it.
    var afrondingZroute: Dag? { self["zroute"]?["datumAfrondingZroute"]?.alsDag }

    /// Adds an element at the end of a list resource.
    mutating func voegToe(_ waarde: JSONWaarde, aan veld: String) {
        self[veld] = .lijst((self[veld]?.alsLijst ?? []) + [waarde])
    }
}
