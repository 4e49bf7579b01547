// SPDX-License-Identifier: EUPL-1.2

import Exchange
public import Inburgering

/// DUO's lists that are about nobody: schools and grounds.
public struct DUOLijsten: Sendable {
    private let vrager: DUOVrager

    init(_ vrager: DUOVrager) { self.vrager = vrager }

    /// The schools that may teach, for the check of an aanbod. Throws `partner-faalt` or `partner-antwoord-ongeldig`.
    public func instellingen() async throws(RegieFout) -> [Instelling] {
        try Instelling.lees(try await vraag("/instellingen"))
    }

    /// The grounds on which a term is made longer. Throws `partner-faalt` or `partner-antwoord-ongeldig`.
    public func verlengingsgronden() async throws(RegieFout) -> [Verlengingsgrond] {
        try Verlengingsgrond.lees(try await vraag("/verlengingsgronden"))
    }

    private func vraag(_ pad: String) async throws(RegieFout) -> JSON {
        let berichtId = DUOVrager.nieuwBerichtId()
        switch await vrager.stuur(.get, pad: pad, sjabloon: pad, berichtId: berichtId) {
        case .failure(let fout): throw RegieFout(.partnerFaalt, fout.words, waar: "DUO \(pad)")
        case .success(let antwoord):
            guard antwoord.kind == .success, antwoord.hoort(bij: berichtId) else {
                throw RegieFout(
                    .partnerFaalt,
                    "DUO gaf geen bruikbaar antwoord (\(antwoord.status)).",
                    waar: "DUO \(pad)"
                )
            }
            do throws(RegieFout) {
                return try JSON.lees(antwoord.bytes)
            } catch {
                throw .antwoord(error.wat, pad)
            }
        }
    }
}
