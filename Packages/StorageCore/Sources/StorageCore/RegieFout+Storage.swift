// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// What every storage says in the same words.
extension RegieFout {
    /// Somebody else changed the dossier, or dealt with its message.
    public static func changed(_ dossier: DossierID) -> RegieFout {
        RegieFout(
            .gelijktijdigGewijzigd,
            "Dossier \(dossier) is intussen door iemand anders gewijzigd.",
            watTeDoen: "Lees het dossier opnieuw en probeer het nog eens."
        )
    }

    /// Looking for the person and making a dossier are two steps of the caller: somebody else came between.
    public static var personTaken: RegieFout {
        RegieFout(
            .gelijktijdigGewijzigd,
            "Voor deze persoon is intussen een ander dossier gemaakt.",
            watTeDoen: "Zoek het dossier opnieuw en probeer het nog eens."
        )
    }

    /// A dossier that is not there.
    public static func noDossier(_ dossier: DossierID, _ gemeente: Gemeentecode) -> RegieFout {
        RegieFout(
            .nietGevonden,
            "Dossier \(dossier) is er niet in gemeente \(gemeente).",
            watTeDoen: "Bekijk 'regie dossier list'."
        )
    }

    /// The job that a write belongs to is somebody else's by now, or was cancelled: nothing was written.
    public static var leaseLost: RegieFout {
        RegieFout(
            .leaseVerlopen,
            "De taak is intussen door een ander proces overgenomen of geannuleerd; hiervan is niets geschreven.",
            watTeDoen: "Er hoeft niets te gebeuren: wie de taak nu heeft, maakt haar af."
        )
    }

    /// A message that is not in the inbox.
    public static func notInInbox(_ sleutel: Berichtsleutel) -> RegieFout {
        RegieFout(
            .nietGevonden,
            "Bericht \(sleutel.berichtId) van \(sleutel.partner) staat niet in de inbox.",
            watTeDoen: "Bekijk 'regie bericht list'."
        )
    }

    /// A message that is not in the outbox.
    public static func notInOutbox(_ berichtId: String) -> RegieFout {
        RegieFout(
            .nietGevonden,
            "Bericht \(berichtId) staat niet in de outbox.",
            watTeDoen: "Bekijk 'regie bericht list'."
        )
    }

    /// A word that is no status of a message.
    public static func unknownStatus(_ word: String, of words: [String]) -> RegieFout {
        RegieFout(
            .nietGevonden,
            "De status '\(word.prefix(40))' is niet bekend.",
            watTeDoen: "Kies uit \(words.map { "'\($0)'" }.joined(separator: ", "))."
        )
    }

    /// The outcome of an assessment of all dossiers in which some could not be read.
    public static func unreadable(_ broken: [RegieFout], seen: Int) -> RegieFout? {
        guard let first = broken.first else { return nil }
        return RegieFout(
            first.code,
            "\(broken.count) van \(seen + broken.count) dossiers konden niet worden beoordeeld; de eerste: "
                // Which one is in the sentence: that is all that a job's line shows.
                + (first.waar.map { "\($0): " } ?? "") + first.wat,
            watTeDoen: first.watTeDoen
        )
    }
}
