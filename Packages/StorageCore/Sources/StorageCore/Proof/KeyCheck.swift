// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// Whether the keys of this process are those with which the storage was written, by the mark that the first migration left
/// and by a few of its oldest rows. A second
/// machine on which `regie init` made a key of its own would otherwise take its jobs for tampered ones and write lines that
/// nobody can vouch for.
///
/// The oldest, because what such a machine did write comes after it. One that fits is enough: the marks of a few rows can be
/// changed by whoever can write the database, and that must not look like a wrong key.
public struct KeyCheck {
    /// How many rows of a kind are looked at.
    public static let rows = 3

    private let keys: GemeenteKeys
    private var fits = false
    private var misfits = false

    /// - Parameter keys: of the gemeente.
    public init(_ keys: GemeenteKeys) { self.keys = keys }

    /// Whether nothing was seen by which it can be told.
    public var isUndecided: Bool { !fits && !misfits }

    /// Looks at what the first migration left of the keys.
    public mutating func take(keyMark mark: Data?) { take(mark, keys.isKeyMark(mark)) }

    /// Looks at an audit line, which keeps its mark for good.
    public mutating func take(_ line: StoredAudit, mark: Data?) {
        take(mark, keys.isMark(mark, of: line.regel, reden: line.reden))
    }

    /// Looks at a dossier.
    public mutating func take(_ head: StoredHead) { take(head.mark, head.isMarked(keys)) }

    /// Looks at a job: where nothing else was written yet.
    public mutating func take(_ job: StoredJob) {
        guard let id = Envelope.keyID(of: job.inhoud), keys.ids.contains(id) else { return }
        if (try? job.job(keys)) != nil { fits = true } else { misfits = true }
    }

    /// Throws `verzegeling-faalt` when all that was seen was written with another key.
    public func require() throws(RegieFout) {
        guard misfits, !fits else { return }
        throw RegieFout(
            .verzegelingFaalt,
            "Het sleutelbestand van gemeente \(keys.gemeente) op deze machine hoort niet bij deze opslag.",
            watTeDoen:
                "Neem \(keys.gemeente).key over van de machine die deze opslag al gebruikt, in plaats van dat van 'regie init'."
                + " Er is niets geschreven. Was dit altijd al de sleutel, dan is de opslag buiten Regie om veranderd: meld"
                + " het als incident."
        )
    }

    /// A mark under a version that is not here says nothing: it may still come.
    private mutating func take(_ mark: Data?, _ isOurs: Bool) {
        guard let mark, mark.count > 4, keys.versions.contains(where: { $0.id == SealedCounts.version(mark) }) else {
            return
        }
        if isOurs { fits = true } else { misfits = true }
    }
}
