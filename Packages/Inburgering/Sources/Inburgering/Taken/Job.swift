// SPDX-License-Identifier: EUPL-1.2

/// A piece of work in the queue. Runs at least once, so its effect must be idempotent.
public struct Job: Hashable, Sendable {
    /// Where a job stands.
    public enum Status: String, CaseIterable, Sendable {
        /// Waiting for its time or a worker.
        case klaar
        /// Claimed by a process.
        case bezig
        /// Done.
        case gedaan
        /// Gave up after the last try; kept with its error (dead letter).
        case mislukt
        /// Cancelled by a beheerder.
        case geannuleerd
    }

    /// Number in this store.
    public let id: Int64
    /// The kind, `termijnbewaking`; decides which handler runs it.
    public let soort: String
    /// What the handler needs.
    public let inhoud: JSON
    /// Lower goes first; 100 is ordinary.
    public let prioriteit: Int
    /// Where it stands.
    public let status: Status
    /// Not before this instant.
    public let vanaf: Tijdstip
    /// Tries so far, the present one included.
    public let pogingen: Int
    /// After this many tries it fails for good.
    public let hoogstens: Int
    /// Fencing number: each claim raises it, and only the holder of the present one may finish the job.
    public let lease: Int64
    /// The last error (Dutch, no personal data).
    public let fout: String?

    /// Whether what it carries opened here.
    public let zegel: Zegelstand

    /// Whether what a job carries opens.
    public enum Zegelstand: Hashable, Sendable {
        /// It opened.
        case past
        /// It names a version of the key newer than all that are here: that may still come.
        case wachtOpSleutel
        /// Its key was taken away, or something changed it.
        case kloptNiet
    }

    /// The error of a job that does not open: its key is not here, or its seal does not fit.
    public static let gesloten =
        "De inhoud gaat niet open (verzegeling-faalt): de sleutel is een andere of is vernietigd, of iets veranderde haar"
        + " buiten Regie om."

    /// This claim on it.
    public var greep: JobLease { JobLease(id, lease) }

    /// - Parameters: see the properties.
    public init(
        id: Int64,
        soort: String,
        inhoud: JSON,
        prioriteit: Int,
        status: Status,
        vanaf: Tijdstip,
        pogingen: Int,
        hoogstens: Int,
        lease: Int64,
        fout: String?,
        zegel: Zegelstand = .past
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
        self.zegel = zegel
    }
}

/// A job to be put in the queue.
public struct NewJob: Hashable, Sendable {
    /// See `Job`.
    public var soort: String
    /// See `Job`.
    public var inhoud: JSON
    /// See `Job`.
    public var prioriteit: Int
    /// See `Job`.
    public var vanaf: Tijdstip
    /// See `Job`.
    public var hoogstens: Int
    /// While a job with this key is `klaar` or `bezig`, another one is not added; nil for no such limit.
    public var uniek: String?
    /// Whether `vanaf` means at once: a storage with a clock of its own lets no wrong clock of ours put it off.
    public var meteen: Bool

    /// - Parameters: see `Job`.
    public init(
        _ soort: String,
        inhoud: JSON = .object([]),
        prioriteit: Int = 100,
        vanaf: Tijdstip,
        hoogstens: Int = 5,
        uniek: String? = nil,
        meteen: Bool = false
    ) {
        self.soort = soort
        self.inhoud = inhoud
        self.prioriteit = prioriteit
        self.vanaf = vanaf
        self.hoogstens = hoogstens
        self.uniek = uniek
        self.meteen = meteen
    }
}
