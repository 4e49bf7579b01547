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
        let soort: String = try velden.verplicht("soort")
        let gegeven: Datum? = try velden.optioneel("geldigOp")
        let bron: Bron? = try velden.optioneel("bron")
        let bekend: String? = try velden.optioneel("bekendOp")
        let berichtId: String? = try velden.optioneel("berichtId")
        guard let lees = Self.lezers[soort] else {
            let raad =
                Suggestie.dichtstbij(soort, in: Self.lezers.keys).map { "Bedoelde u '\($0)'?" }
                ?? "Alle soorten staan in docs/begrippen.md."
            throw RegieFout(.feitOngeldig, "De soort '\(soort.prefix(40))' is niet bekend.", watTeDoen: raad)
        }
        let gelezen: Feitlezer.Gelezen
        do throws(RegieFout) {
            gelezen = try lees(&velden)
            if case .gecorrigeerd = gelezen.feit {} else { let _: Int? = try velden.optioneel("volgnummer") }
            try velden.sluit(bekend: Self.veldnamen(gelezen.feit))
        } catch {
            throw error.op(soort)
        }
        var moment = bekendOp
        if let bekend {
            guard let tijdstip = Tijdstip(bekend) else {
                throw RegieFout.verkeerdeVorm("een tijdstip als 2024-03-15T09:30:00Z").op("\(soort): veld 'bekendOp'")
            }
            moment = tijdstip
        }
        let eigen = gelezen.eigenDatum
        if let gegeven, let eigen, gegeven != eigen {
            throw RegieFout(
                .feitOngeldig,
                "geldigOp (\(gegeven)) is een andere dag dan die in het feit zelf (\(eigen)).",
                watTeDoen: "Laat geldigOp weg of maak ze gelijk.",
                waar: soort
            )
        }
        guard let geldigOp = gegeven ?? eigen ?? gelezen.vervangendeDatum ?? moment.map(Amsterdam.datum(van:))
        else {
            throw RegieFout(
                .feitOngeldig,
                "Het veld 'geldigOp' ontbreekt.",
                watTeDoen: "Vul 'geldigOp' in.",
                waar: soort
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

    private static let lezers = Dictionary(uniqueKeysWithValues: Feit.lezers.map { ($0.soort, $0.lees) })

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
        let json = json
        _ = try Gebeurtenis(json: json, volgnummer: volgnummer, bekendOp: bekendOp)
        return json.bytes
    }
}

extension Feit {
    /// The name of the kind.
    public var soort: String { type(of: inhoud).soort }
}
