// SPDX-License-Identifier: EUPL-1.2

/// One line of the audit log: the six fields that BIO2 8.15.01 asks for, and the reason given.
public struct AuditRegel: Hashable, Sendable {
    /// What was done: `dossier.lees`, `pip.vaststellen` …
    public let actie: String
    /// What it was done to: a dossier id, a message id, a schedule. Never a BSN, V-nummer or name.
    public let object: String
    /// `gelukt`, or the code of the error; `begonnen` of what ends in another storage than it began in.
    public let resultaat: String
    /// Where from.
    public let oorsprong: String
    /// Who.
    public let actor: String
    /// When.
    public let tijdstip: Tijdstip
    /// Why, as the actor gave it (`--reden`); nil when none was asked.
    public let reden: String?

    /// - Parameters: see the properties; actor and origin come from the access.
    public init(
        _ actie: String,
        object: String,
        resultaat: String = "gelukt",
        door toegang: Toegang,
        op tijdstip: Tijdstip,
        reden: String? = nil
    ) {
        self.actie = actie
        self.object = object
        self.resultaat = resultaat
        oorsprong = toegang.oorsprong
        actor = toegang.actor
        self.tijdstip = tijdstip
        self.reden = reden
    }

    /// A line as it was stored.
    public init(
        actie: String,
        object: String,
        resultaat: String,
        oorsprong: String,
        actor: String,
        tijdstip: Tijdstip,
        reden: String?
    ) {
        self.actie = actie
        self.object = object
        self.resultaat = resultaat
        self.oorsprong = oorsprong
        self.actor = actor
        self.tijdstip = tijdstip
        self.reden = reden
    }
}
