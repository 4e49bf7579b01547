// SPDX-License-Identifier: EUPL-1.2

extension Gebeurtenis {
    /// The version in which payloads are written; every older one stays readable.
    public static let versie = 1

    /// Reads a fact in the form of the contract: `{"soort", "geldigOp"?, "bron"?, "bekendOp"?, …fields}`.
    ///
    /// `geldigOp` may be left out where a field of the kind carries that date, and must equal it where both stand.
    /// `bron` is `gemeente` when absent. Throws `feit-ongeldig` naming the field.
    /// - Parameters:
    ///   - json: the fact.
    ///   - volgnummer: its place in the dossier.
    ///   - bekendOp: when it became known, where the fact itself does not say.
    ///   - berichtId: the message that brought it, where the fact itself does not say.
    public init(
        json: JSON,
        volgnummer: Int,
        bekendOp: Tijdstip? = nil,
        berichtId bericht: String? = nil
    ) throws(RegieFout) {
        var velden = try Veldlezer(json)
        try self.init(&velden, volgnummer: volgnummer, bekendOp: bekendOp, berichtId: bericht)
    }

    /// Reads a fact from the bytes that `payload` gave; else as `init(json:volgnummer:bekendOp:berichtId:)`, and throws
    /// `json-ongeldig` too.
    public init(
        payload: UnsafeRawBufferPointer,
        volgnummer: Int,
        bekendOp: Tijdstip? = nil,
        berichtId bericht: String? = nil
    ) throws(RegieFout) {
        let gelezen = payload.withMemoryRebound(to: UInt8.self) { bytes -> Result<Gebeurtenis, RegieFout> in
            Result { () throws(RegieFout) in
                var lezer = JSONLezer(bytes)
                guard let leden = lezer.ruweLeden() else {
                    let json = try JSON.lees(bytes)
                    return try Gebeurtenis(json: json, volgnummer: volgnummer, bekendOp: bekendOp, berichtId: bericht)
                }
                var velden = Veldlezer(leden)
                return try Gebeurtenis(&velden, volgnummer: volgnummer, bekendOp: bekendOp, berichtId: bericht)
            }
        }
        self = try gelezen.get()
    }

    private init(
        _ velden: inout Veldlezer,
        volgnummer: Int,
        bekendOp: Tijdstip?,
        berichtId bericht: String?
    ) throws(RegieFout) {
        let soort: Feitsoort = try velden.verplicht("soort")
        let gegeven: Datum? = try velden.optioneel("geldigOp")
        let bron: Bron? = try velden.optioneel("bron")
        let bekend: String? = try velden.optioneel("bekendOp")
        let berichtId: String? = try velden.optioneel("berichtId")
        let lezer = try soort.lezer()
        let gelezen: Feitlezer.Gelezen
        do throws(RegieFout) {
            gelezen = try lezer.lees(&velden)
            if case .gecorrigeerd = gelezen.feit {} else { let _: Int? = try velden.optioneel("volgnummer") }
            try velden.sluit(bekend: Self.veldnamen(gelezen.feit))
        } catch {
            throw error.op(lezer.soort)
        }
        var moment = bekendOp
        if let bekend {
            guard let tijdstip = Tijdstip(bekend) else {
                throw RegieFout.verkeerdeVorm("een tijdstip als 2024-03-15T09:30:00Z").op(
                    "\(lezer.soort): veld 'bekendOp'"
                )
            }
            moment = tijdstip
        }
        let eigen = gelezen.eigenDatum
        if let gegeven, let eigen, gegeven != eigen {
            throw RegieFout(
                .feitOngeldig,
                "geldigOp (\(gegeven)) is een andere dag dan die in het feit zelf (\(eigen)).",
                watTeDoen: "Laat geldigOp weg of maak ze gelijk.",
                waar: lezer.soort
            )
        }
        guard let geldigOp = gegeven ?? eigen ?? gelezen.vervangendeDatum ?? moment.map(Amsterdam.datum(van:))
        else {
            throw RegieFout(
                .feitOngeldig,
                "Het veld 'geldigOp' ontbreekt.",
                watTeDoen: "Vul 'geldigOp' in.",
                waar: lezer.soort
            )
        }
        self.init(
            volgnummer: volgnummer,
            geldigOp: geldigOp,
            bekendOp: moment,
            bron: bron ?? .gemeente,
            berichtId: bericht ?? berichtId,
            feit: gelezen.feit
        )
    }

    private static func veldnamen(_ feit: Feit) -> [String] {
        var velden = Veldschrijver()
        feit.inhoud.schrijf(naar: &velden)
        return velden.leden.map(\.sleutel) + ["soort", "geldigOp", "bron"]
    }

    /// The fact in the form of the contract, without its volgnummer: what a payload holds.
    public var json: JSON {
        var velden = Veldschrijver()
        velden.zet("soort", feit.soort)
        velden.zet("geldigOp", geldigOp)
        velden.zet("bron", bron)
        feit.inhoud.schrijf(naar: &velden)
        return velden.json
    }
}

extension Gebeurtenis {
    /// The bytes that a storage seals. Throws `feit-ongeldig`, naming the field, for a fact that could not be read back:
    /// a fact never leaves its dossier, so one that cannot be read would close the whole dossier for ever.
    public func payload() throws(RegieFout) -> [UInt8] {
        let bytes = json.bytes
        let gelezen = bytes.withUnsafeBytes { bytes in
            Result { () throws(RegieFout) in
                try Gebeurtenis(payload: bytes, volgnummer: volgnummer, bekendOp: bekendOp)
            }
        }
        _ = try gelezen.get()
        return bytes
    }
}

extension Feit {
    /// The name of the kind.
    public var soort: String { type(of: inhoud).soort }
}
