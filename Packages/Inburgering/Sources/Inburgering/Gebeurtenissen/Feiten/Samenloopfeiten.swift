// SPDX-License-Identifier: EUPL-1.2

/// The college lowered the bijstand for an act; then no boete follows for the same one (Wi2021 art. 27; Participatiewet
/// art. 18, 18b).
public struct BijstandVerlaagd: Feitinhoud {
    /// `BijstandVerlaagd`.
    public static let soort = "BijstandVerlaagd"
    /// The day of the decision.
    public var datum: Datum
    /// The act, in the words of the rapport on it; nil when the decision does not say.
    public var gedraging: String?

    /// - Parameters: see the properties.
    public init(datum: Datum, gedraging: String? = nil) {
        self.datum = datum
        self.gedraging = gedraging
    }

    /// Reads the fields; throws `feit-ongeldig`.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        gedraging = try velden.optioneel("gedraging")
    }

    /// Writes the fields.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("gedraging", gedraging)
    }

    /// The day of the decision.
    public var eigenDatum: Datum? { datum }
}

/// The college's advice on an ontheffing for bijzondere individuele omstandigheden was asked, by the person or by DUO
/// (Besluit inburgering 2021 art. 2.8 lid 2, 4; DUO's signal SS140).
public struct OntheffingsadviesGevraagd: Feitinhoud {
    /// `OntheffingsadviesGevraagd`.
    public static let soort = "OntheffingsadviesGevraagd"
    /// The day on which it was asked.
    public var datum: Datum

    /// - Parameter datum: the day on which it was asked.
    public init(datum: Datum) { self.datum = datum }

    /// Reads the fields; throws `feit-ongeldig`.
    public init(van velden: inout Veldlezer) throws(RegieFout) { datum = try velden.verplicht("datum") }

    /// Writes the fields.
    public func schrijf(naar velden: inout Veldschrijver) { velden.zet("datum", datum) }

    /// The day on which it was asked.
    public var eigenDatum: Datum? { datum }
}

/// The college gave that advice.
public struct OntheffingsadviesGegeven: Feitinhoud {
    /// `OntheffingsadviesGegeven`.
    public static let soort = "OntheffingsadviesGegeven"
    /// The day on which it was given.
    public var datum: Datum
    /// Whether the advice is to grant; nil when that is not recorded.
    public var positief: Bool?

    /// - Parameters: see the properties.
    public init(datum: Datum, positief: Bool? = nil) {
        self.datum = datum
        self.positief = positief
    }

    /// Reads the fields; throws `feit-ongeldig`.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        datum = try velden.verplicht("datum")
        positief = try velden.optioneel("positief")
    }

    /// Writes the fields.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("datum", datum)
        velden.zet("positief", positief)
    }

    /// The day on which it was given.
    public var eigenDatum: Datum? { datum }
}
