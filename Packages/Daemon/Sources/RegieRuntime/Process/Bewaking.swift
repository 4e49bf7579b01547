// SPDX-License-Identifier: EUPL-1.2

import ServiceLifecycle

/// Gives systemd its sign of life, as long as the process deserves it: one that hangs is restarted.
struct Watchdog: Service, CustomStringConvertible {
    let systemd: Systemd
    let isLive: @Sendable () -> Bool
    // The service group logs its services: by name, not with all they hold.
    let description = "Watchdog"

    func run() async throws {
        guard let interval = systemd.watchdog else {
            try? await gracefulShutdown()
            return
        }
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                if isLive() { systemd.notify("WATCHDOG=1") }
                try? await Task.sleep(for: interval)
            }
        }
    }
}

/// The first to hear of a stop: says so, and takes the process out of the rotation.
struct Stopmelding: Service, CustomStringConvertible {
    let systemd: Systemd
    let health: Health
    let description = "Stopmelding"

    func run() async throws {
        try? await gracefulShutdown()
        health.setReady(false)
        systemd.notify("STOPPING=1")
    }
}

/// Counts the listeners that came up; the process is ready with the last one.
actor Gereedmelding {
    private var nog: Int
    private let gereed: @Sendable () -> Void

    init(luisteraars: Int, gereed: @escaping @Sendable () -> Void) {
        nog = luisteraars
        self.gereed = gereed
    }

    func open() {
        nog -= 1
        if nog == 0 { gereed() }
    }
}

/// One round of every job that is due, that a stop ends after the job that runs.
struct Eenmaal: Service, CustomStringConvertible {
    let ronde: @Sendable () async throws -> Void
    let stop: @Sendable () -> Void
    let description = "Eenmaal"

    func run() async throws {
        try await withGracefulShutdownHandler {
            try await ronde()
        } onGracefulShutdown: {
            stop()
        }
    }
}
