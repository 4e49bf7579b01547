// SPDX-License-Identifier: EUPL-1.2

/// Something that is counted towards a norm: hours, exam parts, attempts, talks, euro.
public struct Voortgang: Hashable, Sendable {
    /// Which count.
    public var code: Beoordelingscode
    /// How much is needed.
    public var vereist: Int
    /// How much is there.
    public var behaald: Int
    /// `uur`, `onderdeel`, `gesprek`, `euro` …
    public var eenheid: String
    /// Articles and paragraphs.
    public var grondslag: [String]
    /// Parameters used.
    public var parameters: [Parametergebruik]
    /// Volgnummers of the facts used.
    public var feiten: [Int]

    /// What is left, never below zero.
    public var rest: Int { max(0, vereist - behaald) }

    /// - Parameters: see the properties.
    public init(
        _ code: Beoordelingscode,
        vereist: Int,
        behaald: Int,
        eenheid: String,
        grondslag: [String],
        parameters: [Parametergebruik] = [],
        feiten: [Int] = []
    ) {
        self.code = code
        self.vereist = vereist
        self.behaald = behaald
        self.eenheid = eenheid
        self.grondslag = grondslag
        self.parameters = parameters
        self.feiten = feiten
    }
}
