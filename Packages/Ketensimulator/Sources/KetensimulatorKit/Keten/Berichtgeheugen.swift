// SPDX-License-Identifier: EUPL-1.2

/// Remembers the answers to writes that were accepted, so that a message that is sent again has one effect.
///
/// A refusal is not remembered: it had no effect, and a gemeente that sends the same message again after
/// the cause was taken away must be heard.
struct Berichtgeheugen: Sendable {
    /// Who sent which message to do what.
    struct Sleutel: Hashable, Sendable {
        let bron: String
        let berichtId: String
        let methode: String
        let pad: String
    }

    private let grootte: Int
    private var antwoorden: [Sleutel: Afhandeling] = [:]
    private var volgorde: [Sleutel] = []
    private var oudste = 0

    /// Keeps the last `grootte` messages.
    init(grootte: Int = 100_000) {
        self.grootte = grootte
    }

    subscript(sleutel: Sleutel) -> Afhandeling? { antwoorden[sleutel] }

    mutating func onthoud(_ afhandeling: Afhandeling, voor sleutel: Sleutel) {
        guard antwoorden.updateValue(afhandeling, forKey: sleutel) == nil else { return }
        if volgorde.count < grootte {
            volgorde.append(sleutel)
        } else {
            antwoorden[volgorde[oudste]] = nil
            volgorde[oudste] = sleutel
            oudste = (oudste + 1) % grootte
        }
    }
}
