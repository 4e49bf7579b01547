// SPDX-License-Identifier: EUPL-1.2

/// A rule of a partner that refuses a message before it is queued.
public struct Weigering: Hashable, Sendable {
    /// The rule, quoted: what the partner accepts.
    public let regel: String
    /// What is wrong here and what to do (Dutch, no personal data).
    public let uitleg: String
    /// - Parameters: see the properties.
    public init(regel: String, uitleg: String) {
        self.regel = regel
        self.uitleg = uitleg
    }
}

/// What a fact means for a partner: pure, no I/O.
public protocol Berichtmaker: Sendable {
    /// Which partner.
    var partner: Partner { get }

    /// The partner's acceptance rules for what recording these facts would send; empty when it will be taken.
    /// - Parameters:
    ///   - feiten: the facts about to be recorded by the gemeente.
    ///   - dossier: the dossier as it is before them.
    ///   - vandaag: today, for "not in the future" and the windows around the end of the term.
    func weigeringen(_ feiten: [Stap.NieuwFeit], in dossier: Dossier, vandaag: Datum) -> [Weigering]

    /// The messages that recording these facts gives, in order of sending; none for facts that the partner sent itself.
    func berichten(_ feiten: [Stap.NieuwFeit], in dossier: Dossier, op tijdstip: Tijdstip) -> [BerichtOntwerp]
}

/// A message before it has its berichtId.
public struct BerichtOntwerp: Hashable, Sendable {
    /// See `UitgaandBericht`.
    public let soort: String
    /// See `UitgaandBericht`.
    public let inhoud: JSON
    /// - Parameters: see `UitgaandBericht`.
    public init(soort: String, inhoud: JSON) {
        self.soort = soort
        self.inhoud = inhoud
    }
}

/// What became of one try to send.
public enum Verzenduitkomst: Hashable, Sendable {
    /// The partner took it; facts that its answer brings (a contactpersoon's id).
    case verzonden([Stap.NieuwFeit])
    /// The partner's rules refuse it, in its own words.
    case geweigerd([String])
    /// The partner says it is malformed, or does not know the person or the path: trying again will not help.
    case defect(String)
    /// Not now: time-out, 5xx, 503, 401, connection lost. Not before an instant where the partner named one. That passes,
    /// however long it takes: it is never given up.
    case later(String, nietVoor: Tijdstip?)
}

/// Sends messages to a partner.
public protocol Berichtverzender: Sendable {
    /// Which partner.
    var partner: Partner { get }
    /// One try. Never throws: whatever happens is an outcome.
    func verzend(_ bericht: UitgaandBericht, over dossier: Dossier) async -> Verzenduitkomst
}

/// What dealing with an incoming message gives.
public enum Leesuitkomst: Hashable, Sendable {
    /// Facts that are new to the dossier; empty when all was known.
    case feiten([Stap.NieuwFeit])
    /// The same, and a klantmanager must know what no fact can tell.
    case melding([Stap.NieuwFeit], Signaal)
    /// The partner does not show the person to this gemeente. A klantmanager must find out why; looked at again at an
    /// instant, and as soon as the dossier tells where the person lives. Never given up.
    case geenInzage(Signaal, waarom: String, tot: Tijdstip)
    /// Not now; see `Verzenduitkomst.later`.
    case later(String, nietVoor: Tijdstip?)
    /// The partner answered, and has not (yet) what the message tells of: tried again a number of times, then it is for a
    /// beheerder.
    case nogNiet(String)
    /// The partner cannot be asked before something is known here (a BSN): looked at again at an instant, and as soon as
    /// the dossier has it. Never given up.
    case wachtOp(String, tot: Tijdstip)
    /// A beheerder must look: unknown event, an answer that does not fit its specification, no person to be found.
    case mislukt(String)
}

/// Turns an incoming message into facts, by asking the partner what it says there is to ask.
public protocol Berichtlezer: Sendable {
    /// Which partner.
    var partner: Partner { get }
    /// Reads what the message names and compares it with the dossier. Decides nothing.
    /// - Parameter dossier: the dossier of the person as it is; an empty one (no facts but the identity) for a new one.
    func lees(_ bericht: InkomendBericht, voor dossier: Dossier) async -> Leesuitkomst
}
