// SPDX-License-Identifier: EUPL-1.2

extension JobEngine {
    /// How the engine runs.
    public struct Settings: Sendable {
        /// Jobs that run at the same time, over all gemeenten.
        public var workers: Int
        /// How often a process says that it lives. Dead ones are looked for just as often.
        public var heartbeat: Duration
        /// Silent for so long, a process is dead. With the heartbeat it must stay below 20 seconds: within that time
        /// after a `kill -9` another process takes over.
        public var silence: Duration
        /// How often the queue is looked at when nobody woke the engine.
        public var poll: Duration
        /// How often the schedules are looked at, at least.
        public var look: Duration
        /// How often the engine looks at the time at all.
        public var tick: Duration
        /// How long running jobs may go on after a stop was asked for; then they are interrupted.
        public var grace: Duration
        /// How long an interrupted job may take to return.
        public var interruptGrace: Duration
        /// Whether no other process can be at work on this storage (SQLite, under the daemon's lock): then everything
        /// that is held at the start is left from a dead one, and is rescued at once.
        public var exclusive: Bool
        /// How long failed jobs wait.
        public var backoff: Backoff
        /// How long jobs wait that the storage failed: short, for what waits behind them must go on within half a minute
        /// after the storage is back.
        public var storageBackoff: Backoff

        /// - Parameters: see the properties.
        public init(
            workers: Int = 4,
            heartbeat: Duration = .seconds(5),
            silence: Duration = .seconds(14),
            poll: Duration = .seconds(1),
            look: Duration = .seconds(10),
            tick: Duration = .milliseconds(200),
            grace: Duration = .seconds(25),
            interruptGrace: Duration = .seconds(3),
            exclusive: Bool = false,
            backoff: Backoff = Backoff(),
            storageBackoff: Backoff = Backoff(first: 2_000, longest: 15_000)
        ) {
            self.workers = workers
            self.heartbeat = heartbeat
            self.silence = silence
            self.poll = poll
            self.look = look
            self.tick = tick
            self.grace = grace
            self.interruptGrace = interruptGrace
            self.exclusive = exclusive
            self.backoff = backoff
            self.storageBackoff = storageBackoff
        }
    }
}
