// SPDX-License-Identifier: EUPL-1.2

import CLibpq
import Dispatch
import Foundation
import Synchronization

/// A place for one connection, with the thread on which it lives.
///
/// Unchecked, because the compiler does not see that `connection` and `lastUsed` are touched on `queue` only.
final class Lane: @unchecked Sendable {
    let queue = DispatchQueue(label: "regie.postgresql")
    private let settings: PGSettings
    private let standard: LocalSettings
    private let isOpenFlag = Atomic<Bool>(false)
    private var connection: PGConnection?
    private var lastUsed = ContinuousClock.now

    init(_ settings: PGSettings, _ standard: LocalSettings) {
        self.settings = settings
        self.standard = standard
    }

    /// Whether it holds a connection; for the pool, from any thread.
    var isOpen: Bool { isOpenFlag.load(ordering: .relaxed) }

    func transaction<T>(_ mode: PGMode, _ local: [(String, String)], _ work: (PGConnection) throws -> T) throws -> T {
        let local = local.isEmpty ? standard : LocalSettings(settings, local)
        defer { leave() }
        let connection = try begun(mode, local)
        let value: T
        do {
            value = try work(connection)
        } catch {
            connection.rollback()
            throw error
        }
        try connection.commit()
        return value
    }

    func session<T>(_ patience: Int, _ work: (PGConnection) throws -> T) throws -> T {
        defer { leave() }
        let connection = try ready()
        connection.firstError = nil
        connection.patience = patience
        defer {
            connection.patience = settings.connectTimeout
            connection.tidy()
        }
        return try work(connection)
    }

    func close() {
        connection = nil
        isOpenFlag.store(false, ordering: .relaxed)
    }

    /// A connection that looked alive can have died a moment ago. Nothing was asked of it yet, so a new one will do.
    private func begun(_ mode: PGMode, _ local: LocalSettings) throws(PGError) -> PGConnection {
        let wasOpen = connection != nil
        let first = try ready()
        do throws(PGError) {
            try first.begin(mode, local)
            return first
        } catch {
            guard wasOpen, first.isBroken else {
                first.rollback()
                throw error
            }
        }
        close()
        let second = try ready()
        try second.begin(mode, local)
        return second
    }

    private func ready() throws(PGError) -> PGConnection {
        if let connection, isTrusted(connection) { return connection }
        close()
        let fresh = try PGConnection.open(settings)
        connection = fresh
        isOpenFlag.store(true, ordering: .relaxed)
        return fresh
    }

    /// On an idle connection there is nothing to read, unless the server says goodbye.
    private func isTrusted(_ connection: PGConnection) -> Bool {
        if connection.isBroken { return false }
        let idle = lastUsed.duration(to: .now) > .milliseconds(PGSettings.trustedIdle)
        var descriptors = [pollfd(fd: PQsocket(connection.raw), events: Int16(POLLIN), revents: 0)]
        let speaks = poll(&descriptors, 1, 0) != 0
        return idle || speaks ? connection.answers(within: settings.connectTimeout) : true
    }

    private func leave() {
        lastUsed = .now
        if connection?.isBroken ?? true { close() }
    }
}
