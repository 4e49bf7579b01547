// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A storage under test: empty, migrated for two gemeenten, with the ways past the store that some checks need.
public struct StorageHarness: Sendable {
    /// The storage.
    public let engine: any StorageEngine
    /// A second engine on the same data, as another process would have it.
    public let second: any StorageEngine
    /// Every byte that the storage has on disk now.
    public let bytesOnDisk: @Sendable () async throws -> [[UInt8]]
    /// Changes the data behind the store's back.
    public let tamper: @Sendable (Tampering) async throws -> Void
    /// Keeps alive what the storage stands on.
    public let owner: any Sendable

    /// - Parameters: see the properties.
    public init(
        engine: any StorageEngine,
        second: any StorageEngine,
        owner: any Sendable,
        bytesOnDisk: @escaping @Sendable () async throws -> [[UInt8]],
        tamper: @escaping @Sendable (Tampering) async throws -> Void
    ) {
        self.engine = engine
        self.second = second
        self.owner = owner
        self.bytesOnDisk = bytesOnDisk
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
    /// Takes the last fact of a dossier away.
    case cutLastFact(DossierID)
    /// Puts the sealed payload of one fact over that of another one.
    case copyFact(from: DossierID, to: DossierID, volgnummer: Int)
    /// Changes who did it in an audit line.
    case changeAudit(Int64)
    /// Takes an audit line away.
    case removeAudit(Int64)
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
    /// Every check.
    public static let checks: [ConformanceCheck] =
        dossiers + steps + personen + chains + worklist + assessment + inbox + outbox + audit + jobs + processes
        + sealing
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
