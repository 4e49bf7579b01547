// SPDX-License-Identifier: EUPL-1.2

/// The nightly assessment of one gemeente in parts, so that several processes share it. Only a storage that processes
/// share has this; on another one the night is done in one go (`DossierStore.assessAll`).
///
/// Parts divide all ids that a dossier can have, not the dossiers that are there: one that is made meanwhile falls in
/// exactly one part. Each part is a job. What a job writes counts only while its lease holds, so that a process that was
/// away for a while can neither write what is outdated nor count a part twice.
public protocol NightStore: Sendable {
    /// Begins a night: its parts and a job for each, in one transaction.
    ///
    /// A night of that day that is under way is joined instead: parts of it without a job get one again. A night of
    /// another day that is still open is given up; what its parts wrote stays. The job that began a night before begins
    /// no other one: it was taken over from a process that died.
    /// - Parameter greep: of the job that begins it. Throws `lease-verlopen` when it no longer holds.
    func beginNight(_ plan: Nachtplan, greep: JobLease) async throws(RegieFout) -> Nachtbegin

    /// Whether a night was begun here. A copy of a storage holds the jobs of a night that was under way and not the night
    /// itself, and one of long ago is gone. No other storage gives the number of one night to another one.
    func knowsNight(_ nacht: Int64) async throws(RegieFout) -> Bool

    /// Does one part: as `assessAll` for its dossiers, and counts it, once. Whoever does the last one ends the night.
    ///
    /// - Parameters:
    ///   - deel: the part.
    ///   - greep: of the job that does it. Throws `lease-verlopen` when it no longer holds, at any write.
    ///   - op: now, for what is noted of the part.
    ///   - omvang: dossiers per batch.
    ///   - verwerk: the new assessment lines of a dossier, on the day of the night. Called from several tasks at once.
    ///   - voorKlaar: called once when all dossiers of the part were done, before the part counts as done. What it throws is
    ///     thrown, and then the part stays open.
    ///   - verslag: the audit line of a night that ends here, written with the end.
    /// - Returns: nil when the part was done before, or its night was given up or is not known.
    func assessPart(
        _ deel: Nachtdeel,
        greep: JobLease,
        op tijdstip: Tijdstip,
        omvang: Int,
        verwerk: @escaping @Sendable (Dossier, Datum) -> [Werkregel],
        voorKlaar: @Sendable () throws(RegieFout) -> Void,
        verslag: @escaping @Sendable (Nachtstand) -> AuditRegel
    ) async throws(RegieFout) -> Deeluitkomst?
}

/// What a night is to be.
public struct Nachtplan: Sendable {
    /// Every dossier is judged on this day, also by a part that runs after midnight.
    public var peildatum: Datum
    /// Dossiers in a part; at least 1. As they are now: a part can grow meanwhile.
    public var omvang: Int
    /// Now.
    public var tijdstip: Tijdstip
    /// The job of a part; its `uniek` keeps a part from having two.
    public var taak: @Sendable (Nachtdeel) -> NewJob
    /// The audit line of a former night that is given up.
    public var opgegeven: @Sendable (Nachtstand) -> AuditRegel

    /// - Parameters: see the properties.
    public init(
        peildatum: Datum,
        omvang: Int,
        tijdstip: Tijdstip,
        taak: @escaping @Sendable (Nachtdeel) -> NewJob,
        opgegeven: @escaping @Sendable (Nachtstand) -> AuditRegel
    ) {
        self.peildatum = peildatum
        self.omvang = omvang
        self.tijdstip = tijdstip
        self.taak = taak
        self.opgegeven = opgegeven
    }
}

/// One part of a night.
public struct Nachtdeel: Hashable, Sendable {
    /// The night.
    public let nacht: Int64
    /// The part: 1 …
    public let nummer: Int

    /// - Parameters: see the properties.
    public init(nacht: Int64, nummer: Int) {
        self.nacht = nacht
        self.nummer = nummer
    }
}

/// What beginning a night gave.
public struct Nachtbegin: Hashable, Sendable {
    /// The night.
    public let nacht: Int64
    /// Its parts.
    public let delen: Int
    /// The jobs that were put in the queue now; fewer than the parts when a night was joined.
    public let taken: Int

    /// - Parameters: see the properties.
    public init(nacht: Int64, delen: Int, taken: Int) {
        self.nacht = nacht
        self.delen = delen
        self.taken = taken
    }
}

/// How a night stands: the sum of its parts.
public struct Nachtstand: Hashable, Sendable {
    /// The day on which it judges.
    public let peildatum: Datum
    /// Parts.
    public let delen: Int
    /// Parts that are done.
    public let gedaan: Int
    /// Dossiers seen in those.
    public let gezien: Int
    /// Dossiers of which the lines changed, also in parts that are not done.
    public let gewijzigd: Int

    /// - Parameters: see the properties.
    public init(peildatum: Datum, delen: Int, gedaan: Int, gezien: Int, gewijzigd: Int) {
        self.peildatum = peildatum
        self.delen = delen
        self.gedaan = gedaan
        self.gezien = gezien
        self.gewijzigd = gewijzigd
    }
}

/// What doing a part gave.
public struct Deeluitkomst: Hashable, Sendable {
    /// Dossiers seen.
    public let gezien: Int
    /// Dossiers of which the lines changed now.
    public let gewijzigd: Int
    /// The whole night, when this was its last part; else nil.
    public let nacht: Nachtstand?

    /// - Parameters: see the properties.
    public init(gezien: Int, gewijzigd: Int, nacht: Nachtstand?) {
        self.gezien = gezien
        self.gewijzigd = gewijzigd
        self.nacht = nacht
    }
}
