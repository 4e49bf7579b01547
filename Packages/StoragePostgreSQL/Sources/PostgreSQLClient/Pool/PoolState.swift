// SPDX-License-Identifier: EUPL-1.2

/// Work that waits for a connection.
struct PoolJob: Sendable {
    let id: UInt64
    let deadline: ContinuousClock.Instant
    /// Does the work; what it returns hands the outcome to who waits for it.
    let run: @Sendable (Lane) -> @Sendable () -> Void
    let fail: @Sendable (any Error) -> Void
}

/// Who has which connection, and who waits. Behind the pool's lock; it decides and does nothing.
struct PoolState {
    private let size: Int
    private var idle: [Lane] = []
    private var lanes: [Lane] = []
    private var waiting: [PoolJob] = []
    private(set) var isClosed = false
    private var closers: [@Sendable () -> Void] = []
    /// Whether somebody will come to see whose time is over.
    private var isWatched = false
    private var lastID: UInt64 = 0

    init(size: Int) { self.size = size }

    var statistics: PGPoolStatistics {
        let open = lanes.count { $0.isOpen }
        return PGPoolStatistics(open: open, idle: idle.count { $0.isOpen }, waiting: waiting.count)
    }

    mutating func newID() -> UInt64 {
        lastID += 1
        return lastID
    }

    /// A place for a job: the connection used last first, because its memory is warm and the others may be closed.
    mutating func take(_ make: () -> Lane) -> Lane? {
        if let place = idle.lastIndex(where: { $0.isOpen }) ?? idle.indices.last { return idle.remove(at: place) }
        guard lanes.count < size else { return nil }
        let lane = make()
        lanes.append(lane)
        return lane
    }

    /// - Returns: when somebody has to come and look for jobs of which the time is over; nil when somebody will.
    mutating func wait(_ job: PoolJob) -> ContinuousClock.Instant? {
        waiting.append(job)
        if isWatched { return nil }
        isWatched = true
        return job.deadline
    }

    /// The next job for a connection that came free.
    mutating func next(for lane: Lane) -> PoolJob? {
        if !waiting.isEmpty { return waiting.removeFirst() }
        idle.append(lane)
        return nil
    }

    mutating func withdraw(_ id: UInt64) -> PoolJob? {
        guard let place = waiting.firstIndex(where: { $0.id == id }) else { return nil }
        return waiting.remove(at: place)
    }

    /// Jobs of which the time is over, and when to look again. All wait equally long, so the first is always the oldest.
    mutating func expire(_ now: ContinuousClock.Instant) -> ([PoolJob], ContinuousClock.Instant?) {
        let over = waiting.prefix { $0.deadline <= now }
        waiting.removeFirst(over.count)
        isWatched = !waiting.isEmpty
        return (Array(over), waiting.first?.deadline)
    }

    /// Nothing new from now on.
    mutating func close(_ done: @escaping @Sendable () -> Void) -> [PoolJob] {
        isClosed = true
        closers.append(done)
        defer { waiting = [] }
        return waiting
    }

    /// Everything to close once all work is done; nil as long as some runs.
    mutating func closed() -> (lanes: [Lane], done: [@Sendable () -> Void])? {
        guard isClosed, idle.count == lanes.count else { return nil }
        defer { (lanes, idle, closers) = ([], [], []) }
        return (lanes, closers)
    }
}

/// How busy a pool is.
package struct PGPoolStatistics: Sendable, Equatable {
    /// Connections.
    package let open: Int
    /// Those that do nothing.
    package let idle: Int
    /// Work that waits for one.
    package let waiting: Int
}
