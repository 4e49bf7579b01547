// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Logging
public import ServiceLifecycle
import Synchronization

/// Runs the jobs and schedules of the gemeenten whose stores it is given.
///
/// At least once: a job whose process died is taken over by another one (`Settings.silence`), and only the holder of
/// the present lease may finish it. All decisions are the `Dispatcher`'s; this type does what it says.
///
/// One engine runs once, by `run()` or by `runOnce()`.
public final class JobEngine: Service {
    let stores: [any GemeenteStore]
    let handlers: [String: any JobHandler]
    let schedules: [Schedule]
    let settings: Settings
    let klok: any Klok
    let logger: Logger
    let metrics = JobMetrics()
    let newProcess: @Sendable () -> String
    /// The kinds that this build knows, in order.
    let kinds: [String]

    /// One per store.
    let recorders: [DoneRecorder]
    private let clocks: [Gemeentecode: StoreClock]

    private let events: AsyncStream<DispatchEvent>
    private let heard: AsyncStream<DispatchEvent>.Continuation
    private let start = ContinuousClock.now
    /// When the loop last came round.
    private let lastTurn = Mutex<ContinuousClock.Instant?>(nil)
    /// The gemeenten whose store did not take the last heartbeat.
    let refusing = Mutex<Set<Gemeentecode>>([])
    /// Set when a round must end after the job that runs now.
    let stopping = Mutex(false)
    /// Set when the engine gives up recording outcomes: the end of the process.
    let abandoned = Mutex(false)

    /// - Parameters:
    ///   - stores: one per gemeente, opened for the system.
    ///   - handlers: one per kind of job; of two for the same kind the last one counts.
    ///   - schedules: those of every gemeente. One whose kind has no handler here is left alone.
    ///   - settings: see `Settings`.
    ///   - klok: what the wall clock says.
    ///   - logger: where the engine reports.
    ///   - newProcess: a new name for an incarnation of this process, unlike any other ever.
    public init(
        stores: [any GemeenteStore],
        handlers: [any JobHandler],
        schedules: [Schedule],
        settings: Settings = Settings(),
        klok: any Klok = Systeemklok(),
        logger: Logger,
        newProcess: @escaping @Sendable () -> String = Incarnation.new
    ) {
        self.stores = stores
        let handlers = Dictionary(handlers.map { ($0.soort, $0) }) { $1 }
        self.handlers = handlers
        self.schedules = schedules.filter { handlers[$0.soort] != nil }
        self.settings = settings
        self.klok = klok
        self.logger = logger
        self.newProcess = newProcess
        kinds = handlers.keys.sorted()
        recorders = stores.map { _ in DoneRecorder() }
        clocks = Dictionary(stores.map { ($0.gemeente, StoreClock()) }) { $1 }
        (events, heard) = AsyncStream.makeStream()
    }

    /// Says that there is work of a kind for a gemeente, so that it is dealt with at once and not at the next tick.
    /// Cheap, from anywhere, as often as one likes: wake-ups that come together become one job.
    public func wake(_ gemeente: Gemeentecode, _ soort: String) {
        guard let store = stores.firstIndex(where: { $0.gemeente == gemeente }), handlers[soort] != nil else { return }
        heard.yield(.wake(store: store, kind: soort))
    }

    /// Says that there is a job in some gemeente's queue, so that it is claimed at once and not at the next look. Only a
    /// hint: one that gets lost costs time and nothing else.
    public func look() {
        for store in stores.indices { heard.yield(.look(store: store)) }
    }

    /// Whether the engine still goes round: it looked at the time within the last ten seconds. True before it runs.
    public var isResponsive: Bool {
        lastTurn.withLock { $0.map { ContinuousClock.now - $0 < .seconds(10) } ?? true }
    }

    /// Whether the store of a gemeente took the last heartbeat, which is the smallest write there is: false says that what
    /// comes in cannot be kept either. True before there was one. At most a heartbeat old (`Settings.heartbeat`).
    public func isStoring(_ gemeente: Gemeentecode) -> Bool { refusing.withLock { !$0.contains(gemeente) } }

    /// Runs until a graceful shutdown (what runs is finished) or a cancellation (what runs is interrupted).
    public func run() async throws {
        let loop = Task { await self.loop() }
        await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await loop.value
            } onGracefulShutdown: {
                self.heard.yield(.stop)
            }
        } onCancel: {
            self.heard.yield(.stopNow)
        }
    }

    private func loop() async {
        // What a schedule brings back works on all that lies waiting: two at a time would do the same work twice.
        var dispatcher = Dispatcher(
            stores: stores.count,
            settings: settings,
            single: Set(schedules.map(\.soort)),
            newProcess: newProcess
        )
        // Jobs are tasks of their own, so that one that does not heed cancellation cannot hold up the end for ever.
        var tasks: [Int: [Int64: Task<Void, Never>]] = [:]
        await withDiscardingTaskGroup { group in
            group.addTask { [heard, settings] in
                while !Task.isCancelled {
                    heard.yield(.tick)
                    try? await Task.sleep(for: settings.tick)
                }
            }
            for await event in events {
                if case .finished(let store, let job) = event { tasks[store]?[job] = nil }
                for action in dispatcher.handle(event, at: moment) {
                    switch action {
                    case .start(let store, let job):
                        tasks[store, default: [:]][job.id] = Task { [heard] in
                            let outcome = await self.execute(job, in: self.stores[store])
                            heard.yield(.ended(store: store, job: job.id))
                            await self.settle(outcome, of: job, store: store)
                            heard.yield(.finished(store: store, job: job.id))
                        }
                    case .interrupt(let store, let job): tasks[store]?[job]?.cancel()
                    case .end:
                        group.cancelAll()
                        heard.finish()
                    default:
                        group.addTask { [heard] in
                            if let answer = await self.carryOut(action) { heard.yield(answer) }
                        }
                    }
                }
                metrics.running(dispatcher.runningCount)
                lastTurn.withLock { $0 = .now }
            }
        }
        abandoned.withLock { $0 = true }
    }

    /// What time it is for a store's queue.
    func now(_ store: any GemeenteStore) -> Tijdstip { clocks[store.gemeente]?.now(klok) ?? klok.nu }

    /// Asks a store what time it is.
    func askTime(_ store: any GemeenteStore) async throws(RegieFout) {
        clocks[store.gemeente]?.set(try await store.servertijd())
    }

    private var moment: Moment { Moment(wall: klok.nu, elapsed: ContinuousClock.now - start) }
}

/// Names of process incarnations.
public enum Incarnation {
    /// A name that no process ever had: a restarted process is another one, even with the same process id.
    public static let new: @Sendable () -> String = {
        // 128 random bits.
        let bits = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max))
        return "regied-\(String(bits.0, radix: 36))\(String(bits.1, radix: 36))"
    }
}
