// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A storage under test: empty, migrated for two gemeenten, with the ways past the store that some checks need.
public struct StorageHarness: Sendable {
    /// The storage.
    public let engine: any StorageEngine
    /// A second engine on the same data, as another process would have it.
    public let second: any StorageEngine
    /// An engine on the same data with keys of its own, as a second machine has it on which somebody made an installation.
    public let stranger: @Sendable () -> any StorageEngine
    /// Every byte that the storage has on disk now.
    public let bytesOnDisk: @Sendable () async throws -> [[UInt8]]
    /// Adds a version of the key that seals at once, and has both engines read it.
    public let rotate: @Sendable () async throws -> UInt32
    /// Takes a version of the key away, and has both engines read the file anew.
    public let retire: @Sendable (UInt32) async throws -> Void
    /// A storage with the same keys in which there is nothing yet, not even a gemeente.
    public let empty: @Sendable () async throws -> any StorageEngine
    /// A new, empty directory.
    public let directory: @Sendable () throws -> String
    /// The wrapped key of a dossier as it is stored.
    public let wrappedKey: @Sendable (DossierID) async throws -> [UInt8]
    /// Changes the data behind the store's back.
    public let tamper: @Sendable (Tampering) async throws -> Void
    /// Keeps alive what the storage stands on.
    public let owner: any Sendable

    /// - Parameters: see the properties.
    public init(
        engine: any StorageEngine,
        second: any StorageEngine,
        owner: any Sendable,
        stranger: @escaping @Sendable () -> any StorageEngine,
        bytesOnDisk: @escaping @Sendable () async throws -> [[UInt8]],
        rotate: @escaping @Sendable () async throws -> UInt32,
        retire: @escaping @Sendable (UInt32) async throws -> Void,
        empty: @escaping @Sendable () async throws -> any StorageEngine,
        directory: @escaping @Sendable () throws -> String,
        wrappedKey: @escaping @Sendable (DossierID) async throws -> [UInt8],
        tamper: @escaping @Sendable (Tampering) async throws -> Void
    ) {
        self.engine = engine
        self.second = second
        self.owner = owner
        self.stranger = stranger
        self.bytesOnDisk = bytesOnDisk
        self.rotate = rotate
        self.retire = retire
        self.empty = empty
        self.directory = directory
        self.wrappedKey = wrappedKey
        self.tamper = tamper
    }

    /// The store of Amsterdam.
    public func store() async throws -> any GemeenteStore {
        try await engine.open(TestData.gemeente, als: TestData.toegang)
    }
}

/// What somebody with the database in hand could do to the gemeente of `TestData.gemeente`.
public enum Tampering: Sendable {
    /// Flips a bit in the sealed payload of a fact.
    case flipFact(DossierID, volgnummer: Int)
    /// Makes a number beside the last fact larger than any fact can have, so that cut to its own width it is the same.
    case widenFact(DossierID, kolom: String)
    /// Takes the last fact of a dossier away.
    case cutLastFact(DossierID)
    /// Puts the sealed payload of one fact over that of another one.
    case copyFact(from: DossierID, to: DossierID, volgnummer: Int)
    /// Changes who did it in an audit line.
    case changeAudit(Int64)
    /// Takes an audit line away.
    case removeAudit(Int64)
    /// Takes the last audit lines away, and sets the head of the chain back to the one before.
    case cutAudit(after: Int64)
    /// Adds an audit line that was not there, not yet in the chain.
    case addAudit
    /// Takes the last fact of a dossier away and makes the head that of the fact before.
    case shortenDossier(DossierID)
    /// Takes a dossier away with everything of it.
    case dropDossier(DossierID)
    /// Makes a dossier look as if it had been destroyed.
    case pretendDestroyed(DossierID)
    /// Takes one of the look-up keys of a dossier away.
    case dropLookup(DossierID)
    /// Takes the lines of the werkvoorraad of a dossier away.
    case dropLines(DossierID)
    /// Flips a bit in the raw text of an incoming message.
    case flipInbox(String)
    /// Makes an incoming message look as if it were sealed under a key of later, or back.
    case laterKey(String)
    /// Flips a bit in what a job carries, or back.
    case flipJob(Int64)
    /// Makes a job look as if it were sealed under a key of later, or back.
    case laterKeyOfJob(Int64)
    /// Makes a process so many minutes longer silent than it is.
    case silence(String, minuten: Int)
    /// Takes the last seal away.
    case cutSeal
    /// Changes how many dossiers a seal vouches for.
    case changeSeal(Int)
}

/// One promise of the storage protocols, named after what it means for people.
public struct ConformanceCheck: Sendable, CustomStringConvertible {
    /// What holds.
    public let description: String
    let check: @Sendable (StorageHarness) async throws -> Void

    init(_ description: String, _ check: @escaping @Sendable (StorageHarness) async throws -> Void) {
        self.description = description
        self.check = check
    }

    /// Runs it on an empty storage and closes that; throws `ConformanceFailure` when the promise is not kept.
    public func run(on harness: StorageHarness) async throws {
        do {
            try await check(harness)
        } catch {
            await harness.engine.close()
            await harness.second.close()
            throw error
        }
        await harness.engine.close()
        await harness.second.close()
    }
}

/// A promise that is not kept.
public struct ConformanceFailure: Error, CustomStringConvertible {
    /// What was expected, and where.
    public let description: String

    /// - Parameter description: what was expected, and where.
    public init(description: String) { self.description = description }
}

/// The suite that every storage passes.
public enum StorageConformance {
    /// What every storage keeps.
    public static let checks: [ConformanceCheck] =
        dossiers + steps + personen + chains + worklist + assessment + inbox + outbox + audit + jobs + processes
        + closedJobs + fences + sealing + strangers + proof + sealingWhileWriting + destruction + resealing

    /// What a storage keeps that several processes share.
    public static let sharedChecks: [ConformanceCheck] = night + clocks + holds

    /// What a storage keeps that can copy itself.
    public static let copyChecks: [ConformanceCheck] = backups
}

func require(
    _ holds: Bool,
    _ what: @autoclosure () -> String = "",
    file: StaticString = #fileID,
    line: UInt = #line
) throws {
    if !holds { throw ConformanceFailure(description: "\(file):\(line) \(what())") }
}

func requireEqual<Value: Equatable>(
    _ found: Value,
    _ expected: Value,
    file: StaticString = #fileID,
    line: UInt = #line
) throws {
    if found != expected {
        throw ConformanceFailure(description: "\(file):\(line) gevonden \(found), verwacht \(expected)")
    }
}

func requireThrows(
    _ code: RegieFout.Code,
    file: StaticString = #fileID,
    line: UInt = #line,
    _ work: () async throws -> Void
) async throws {
    do {
        try await work()
    } catch let fout as RegieFout where fout.code == code {
        return
    } catch {
        throw ConformanceFailure(description: "\(file):\(line) verwacht \(code.rawValue), kreeg \(error)")
    }
    throw ConformanceFailure(description: "\(file):\(line) verwacht \(code.rawValue), er ging niets mis")
}
