// SPDX-License-Identifier: EUPL-1.2

/// What an API makes of a request that got through to it.
enum Uitkomst: Sendable {
    /// Done; `ruw` is the body, if the specification gives this status one.
    case gelukt(status: Int, ruw: [UInt8]?)
    /// A functional refusal: every rule that was broken, in Dutch.
    case geweigerd([String])
    /// The resource does not exist.
    case nietGevonden

    /// 200 with a body.
    static func ok(_ ruw: [UInt8]) -> Uitkomst { .gelukt(status: 200, ruw: ruw) }
    /// 200 without a body.
    static let ok = Uitkomst.gelukt(status: 200, ruw: nil)
    /// 201 without a body.
    static let geregistreerd = Uitkomst.gelukt(status: 201, ruw: nil)
}

/// The request does not match the specification: answered with a bare 400.
struct Ongeldig: Error {}

/// A request that is not, or not yet, about one person.
struct Aanvraag: Sendable {
    /// Who asks.
    let gemeente: Gemeente
    /// What stands in the variable parts of the path.
    let parameters: [String: String]
    let body: [UInt8]
    let vandaag: Dag
    let kop: Wereldkop
}

/// A request about one person. An API changes `persoon`; it is kept only when the outcome is a success.
struct Persoonszaak: Sendable {
    let aanvraag: Aanvraag
    var persoon: Persoon
    /// Codes of the events about which the gemeente is notified when the request succeeds.
    var gebeurtenissen: [String] = []

    var vandaag: Dag { aanvraag.vandaag }
    /// The code of the gemeente that asks.
    var gemeentecode: String { aanvraag.gemeente.gemeentecode }
}
