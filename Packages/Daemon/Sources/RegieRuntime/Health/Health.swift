// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Jobs
import Synchronization

/// The three levels of health: live (the process works), ready (it takes requests), full (everything it depends on).
public final class Health: Sendable {
    /// What is looked at besides the stores.
    public struct Sources: Sendable {
        /// The stores, one per gemeente.
        public var stores: [any GemeenteStore]
        /// The schedules that run here.
        public var schedules: [Schedule]
        /// How the storage of a gemeente stands.
        public var inspect: @Sendable (Gemeentecode) async throws(RegieFout) -> StorageInspection
        /// The gemeenten whose keys can be read now.
        public var keys: @Sendable () throws(RegieFout) -> Set<Gemeentecode>
        /// Whether the engine still goes round.
        public var isResponsive: @Sendable () -> Bool
        /// Whether the storage of a gemeente took what was written last.
        public var isStoring: @Sendable (Gemeentecode) -> Bool
        /// Bytes free where the storage is; nil where that is another's care (PostgreSQL).
        public var freeBytes: @Sendable () -> Int64?
        /// Throws when the Logboek Dataverwerkingen of a gemeente takes no lines; nil when none is written.
        public var logboek: (@Sendable (Gemeentecode) throws(RegieFout) -> Void)?

        /// - Parameters: see the properties.
        public init(
            stores: [any GemeenteStore],
            schedules: [Schedule],
            inspect: @escaping @Sendable (Gemeentecode) async throws(RegieFout) -> StorageInspection,
            keys: @escaping @Sendable () throws(RegieFout) -> Set<Gemeentecode>,
            isResponsive: @escaping @Sendable () -> Bool,
            isStoring: @escaping @Sendable (Gemeentecode) -> Bool = { _ in true },
            freeBytes: @escaping @Sendable () -> Int64? = { nil },
            logboek: (@Sendable (Gemeentecode) throws(RegieFout) -> Void)? = nil
        ) {
            self.stores = stores
            self.schedules = schedules
            self.inspect = inspect
            self.keys = keys
            self.isResponsive = isResponsive
            self.isStoring = isStoring
            self.freeBytes = freeBytes
            self.logboek = logboek
        }
    }

    let sources: Sources
    let klok: any Klok
    private let started = Mutex(false)

    /// - Parameters:
    ///   - sources: what is looked at.
    ///   - klok: for what is late.
    public init(_ sources: Sources, klok: any Klok) {
        self.sources = sources
        self.klok = klok
    }

    /// Says whether requests are taken: from when the listeners are up until a stop is asked for.
    public func setReady(_ ready: Bool) { started.withLock { $0 = ready } }

    /// Whether the process works; when not, only a restart helps.
    public var isLive: Bool { sources.isResponsive() }

    /// Whether requests can be taken now: started, not stopping, every store answers, what comes in can be kept, and what
    /// is done can be logged. Who cannot store a notification must not be sent one: another process may, and else DUO
    /// sends again later.
    public func isReady() async -> Bool {
        guard started.withLock({ $0 }), sources.freeBytes().map({ $0 >= Self.leastFreeBytes }) ?? true else {
            return false
        }
        for store in sources.stores {
            guard sources.isStoring(store.gemeente) else { return false }
            do throws(RegieFout) {
                _ = try await store.findSchedule("inbox")
                try sources.logboek?(store.gemeente)
            } catch { return false }
        }
        return true
    }

    /// Every check.
    public func report() async -> HealthReport {
        var checks = [engineCheck, keyCheck]
        for store in sources.stores {
            checks.append(await storageCheck(store))
            checks += logboekCheck(store.gemeente)
            checks += await scheduleChecks(store)
            checks.append(await deadLetterCheck(store))
            checks += await partnerChecks(store)
        }
        return HealthReport(checks: checks)
    }
}
