// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Jobs

/// The configuration of an installation: what stands in `regie.yaml`, checked, with every path made absolute.
public struct RegieConfig: Sendable {
    /// Where the storage is.
    public enum Storage: Hashable, Sendable {
        /// Folder of the SQLite databases, one file per gemeente. One daemon at a time.
        case sqlite(path: String)
        /// One PostgreSQL database for all gemeenten. Any number of daemons.
        case postgresql(PostgreSQL)
    }

    /// How PostgreSQL is reached.
    public struct PostgreSQL: Hashable, Sendable {
        /// Connection string of libpq (URI or key=value) of the application role, which owns nothing.
        public let url: String
        /// That of the owner of the schema, for `regie migrate` only; nil when `url` is used for that too.
        public let migratieURL: String?
        /// The environment variable that should hold it and is empty here; nil when it is there, or not asked for.
        public let legeMigratieVariabele: String?
        /// Most connections that one process opens, 2 … 64.
        public let pool: Int
        /// Whether PgBouncer in transaction mode stands between: then nothing is prepared and nobody listens.
        public let pgbouncer: Bool
    }

    /// Where the keys are.
    public struct Keys: Hashable, Sendable {
        /// Folder of the key files: as written, or `$CREDENTIALS_DIRECTORY` when `keys: systemd`.
        public let path: String
    }

    /// A certificate of ours with its key, and the authority that the other side's certificate must come from.
    public struct TLS: Hashable, Sendable {
        /// PEM file: our certificate, with its chain.
        public let certificate: String
        /// PEM file: the private key.
        public let key: String
        /// PEM file: authorities that are trusted for the other side.
        public let ca: String
    }

    /// An address to listen on.
    public struct Listener: Hashable, Sendable {
        /// Host name or IP address.
        public let address: String
        /// 1 … 65535.
        public let port: Int
        /// Nil only on the loopback.
        public let tls: TLS?
        /// - Parameters: see the properties.
        public init(address: String, port: Int, tls: TLS?) {
            self.address = address
            self.port = port
            self.tls = tls
        }
        /// Whether only this machine can reach it.
        public var isLoopback: Bool { Adres.isLoopback(address) }
    }

    /// A gemeente that this installation serves.
    public struct Gemeente: Hashable, Sendable {
        /// CBS code.
        public let code: Gemeentecode
        /// Name as people know it.
        public let naam: String
        /// Its organisatie-identificatienummer.
        public let oin: OIN
        /// Its `beleid.yaml`; nil when it has no policy of its own.
        public let beleid: String?
    }

    /// A partner that is reached over HTTP.
    public struct Webpartner: Hashable, Sendable {
        /// Base address, without a slash at the end.
        public let url: String
        /// The partner's own OIN; nil when not given (DUO's is required).
        public let oin: OIN?
        /// Nil only when the address is on the loopback.
        public let tls: TLS?
    }

    /// A partner that drops files.
    public struct Filepartner: Hashable, Sendable {
        /// Folder into which files are dropped.
        public let inbox: String
    }

    /// The partners; nil when there is no link with one.
    public struct Ketenpartners: Hashable, Sendable {
        /// Dienst Uitvoering Onderwijs.
        public let duo: Webpartner?
        /// Centraal Orgaan opvang asielzoekers.
        public let coa: Filepartner?
        /// UWV, through Suwinet.
        public let uwv: Webpartner?
    }

    /// The Logboek Dataverwerkingen.
    public struct Logboek: Hashable, Sendable {
        /// Folder of the files, on a file system of this machine: processes that write at once lock them.
        public let map: String
        /// Base URI of the register of processing activities, without a slash at the end.
        public let register: String
        /// How many days a file is kept.
        public let bewaarDagen: Int

        /// A year and a day at least: who asks what was done with his data must be told of more than the last year (HvJ EU
        /// C-553/07, Rijkeboer). At most a century.
        static let termijnen = 366...36_525
        /// Twenty years: longer than any dossier is kept, for its lines are asked for as long as it is there (decision 0017).
        static let standaardtermijn = 7_305
    }

    /// When a schedule runs.
    public struct Schema: Hashable, Sendable {
        /// The line.
        public let cron: Cron
        /// What happens with moments that were missed.
        public let inhalen: Inhaalbeleid
    }

    /// How loud the log is.
    public enum LogLevel: String, CaseIterable, Sendable {
        /// From little to much: only failures … each step.
        case error, warning, notice, info, debug, trace
    }

    /// The file that was read.
    public let file: String
    /// Where the storage is.
    public let storage: Storage
    /// Where the keys are.
    public let keys: Keys
    /// Folder of the proof files, best on another disk than the storage; nil when none are written.
    public let bewijs: String?
    /// The Logboek Dataverwerkingen; nil when none is written.
    public let logboek: Logboek?
    /// Where partners reach us.
    public let listen: Listener
    /// Where health and metrics are served; nil when `listen` serves them too (which only a loopback does).
    public let beheer: Listener?
    /// The gemeenten this installation serves.
    public let gemeenten: [Gemeentecode: Gemeente]
    /// The partners.
    public let ketenpartners: Ketenpartners
    /// Every schedule by name, defaults filled in.
    public let schedules: [String: Schema]
    /// How many jobs run at the same time, 1 … 64.
    public let workers: Int
    /// How many days a job that is done, and a tick of a schedule, are kept: 1 … 3650.
    public let bewaarDagen: Int
    /// How many dossiers, about, are in one part of the night where processes share it: 10 … 1,000,000.
    public let nachtdeel: Int
    /// Folder of the law's parameters.
    public let wet: String
    /// How loud the log is.
    public let logLevel: LogLevel
    /// Every value with its origin, in the order of the file format.
    let regels: [ConfigRegel]

    /// Every value and where it comes from, secrets masked: `regie config show --effective`.
    public func effective() -> [ConfigRegel] { regels }

    /// The codes of the gemeenten, in order.
    public var gemeentecodes: [Gemeentecode] { gemeenten.keys.sorted() }
}
