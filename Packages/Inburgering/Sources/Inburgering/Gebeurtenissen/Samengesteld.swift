// SPDX-License-Identifier: EUPL-1.2

/// `wachtOpDerden` of a PIP: it could not be made without information of third parties (Besluit art. 5.3 lid 2).
public struct WachtOpDerden: Hashable, Sendable, Veldwaarde {
    /// The day on which the information was received; nil while it is awaited.
    public var ontvangenOp: Datum?

    /// - Parameter ontvangenOp: day of receipt.
    public init(ontvangenOp: Datum? = nil) { self.ontvangenOp = ontvangenOp }

    /// `{"ontvangenOp"?}`.
    public init(json: JSON) throws(RegieFout) {
        var velden = try Veldlezer(json)
        ontvangenOp = try velden.optioneel("ontvangenOp")
        try velden.sluit()
    }

    /// `{"ontvangenOp"?}`.
    public var json: JSON {
        var velden = Veldschrijver()
        velden.zet("ontvangenOp", ontvangenOp)
        return velden.json
    }
}

/// `uren` of an intake: hours followed during the brede intake that count later.
public struct IntakeUren: Hashable, Sendable, Veldwaarde {
    /// NT2 and KNM, hours.
    public var taallesKNM: Int?
    /// Participation, hours.
    public var participatie: Int?

    /// - Parameters: hours.
    public init(taallesKNM: Int? = nil, participatie: Int? = nil) {
        self.taallesKNM = taallesKNM
        self.participatie = participatie
    }

    /// `{"taallesKNM"?, "participatie"?}`.
    public init(json: JSON) throws(RegieFout) {
        var velden = try Veldlezer(json)
        taallesKNM = try velden.optioneel("taallesKNM")
        participatie = try velden.optioneel("participatie")
        try velden.sluit()
    }

    /// `{"taallesKNM"?, "participatie"?}`.
    public var json: JSON {
        var velden = Veldschrijver()
        velden.zet("taallesKNM", taallesKNM)
        velden.zet("participatie", participatie)
        return velden.json
    }
}
