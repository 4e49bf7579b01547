// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// A job as it is stored.
public struct StoredJob: Sendable {
    /// See `Job`.
    public var id: Int64
    /// See `Job`.
    public var soort: String
    /// Sealed.
    public var inhoud: Data
    /// See `Job`.
    public var prioriteit: Int
    /// The number of the status.
    public var status: Int
    /// In milliseconds.
    public var vanaf: Int64
    /// See `Job`.
    public var pogingen: Int
    /// See `Job`.
    public var hoogstens: Int
    /// See `Job`.
    public var lease: Int64
    /// See `Job`.
    public var fout: String?

    /// - Parameters: see the properties.
    public init(
        id: Int64,
        soort: String,
        inhoud: Data,
        prioriteit: Int,
        status: Int,
        vanaf: Int64,
        pogingen: Int,
        hoogstens: Int,
        lease: Int64,
        fout: String?
    ) {
        self.id = id
        self.soort = soort
        self.inhoud = inhoud
        self.prioriteit = prioriteit
        self.status = status
        self.vanaf = vanaf
        self.pogingen = pogingen
        self.hoogstens = hoogstens
        self.lease = lease
        self.fout = fout
    }

    /// What a job needs, sealed.
    public static func seal(_ job: NewJob, _ keys: GemeenteKeys) throws(RegieFout) -> Data {
        try keys.seal(job.inhoud.bytes, for: .text, context: SealContext.job(keys.gemeente, job.soort))
    }

    /// The job, opened.
    public func job(_ keys: GemeenteKeys) throws(RegieFout) -> Job {
        try job(
            try JSON.lees(try keys.open(inhoud, for: .text, context: SealContext.job(keys.gemeente, soort))),
            fout: fout,
            .past
        )
    }

    /// As a list shows it: one that does not open is there all the same, empty and with why.
    public func shown(_ keys: GemeenteKeys) throws(RegieFout) -> Job {
        if let job = try? job(keys) { return job }
        return try job([:], fout: fout ?? Unreadable.words, waitsForKey(keys) ? .wachtOpSleutel : .kloptNiet)
    }

    /// Milliseconds that a job waits for its key. No longer: that its key is a later one says only what somebody with the
    /// database in hand could have written there, and while it waits its `uniek` keeps out the next of its kind.
    public static let longestWait: Int64 = 3_600_000

    /// Whether it is sealed under a key that this process does not have yet.
    public func waitsForKey(_ keys: GemeenteKeys) -> Bool { Unreadable.waitsForKey(inhoud, keys) }

    private func job(_ opened: JSON, fout: String?, _ zegel: Job.Zegelstand) throws(RegieFout) -> Job {
        Job(
            id: id,
            soort: soort,
            inhoud: opened,
            prioriteit: prioriteit,
            status: try Job.Status(stored: status),
            vanaf: Tijdstip(milliseconden: vanaf),
            pogingen: pogingen,
            hoogstens: hoogstens,
            lease: lease,
            fout: fout,
            zegel: zegel
        )
    }
}

extension Job.Status {
    /// The number that is stored: 0 klaar, 1 bezig, 2 gedaan, 3 mislukt, 4 geannuleerd. Never renumbered.
    public var code: Int {
        switch self {
        case .klaar: 0
        case .bezig: 1
        case .gedaan: 2
        case .mislukt: 3
        case .geannuleerd: 4
        }
    }

    /// The status that was stored; throws `opslag-nieuwer` for a number that this program does not know.
    public init(stored code: Int) throws(RegieFout) {
        guard let status = Self.allCases.first(where: { $0.code == code }) else {
            throw RegieFout(.opslagNieuwer, "Een taak in de opslag heeft een onbekende status.")
        }
        self = status
    }
}
