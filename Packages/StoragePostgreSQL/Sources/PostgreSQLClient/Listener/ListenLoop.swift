// SPDX-License-Identifier: EUPL-1.2

import CLibpq
import Foundation
import Synchronization

/// What a listener's thread does.
struct ListenLoop: Sendable {
    let settings: PGSettings
    let channel: String
    let onNotify: @Sendable () -> Void
    let bell: Bell
    let stopping: Stopping

    /// The first wait after a lost connection, doubled up to the longest; in milliseconds.
    private static let waits = (first: 100, longest: 5_000)
    /// After this silence the server is asked for a sign of life.
    private static let silence = 60_000

    func run() {
        var wait = Self.waits.first
        while !isStopping {
            do throws(PGError) {
                let connection = try PGConnection.open(settings)
                try listen(on: connection)
                wait = Self.waits.first
                onNotify()
                try hear(connection)
            } catch {
                // Not all listeners of all processes at the same moment.
                pause(wait / 2 + Int.random(in: 0...wait / 2))
                wait = min(wait * 2, Self.waits.longest)
            }
        }
    }

    private var isStopping: Bool { stopping.flag.load(ordering: .acquiring) }

    private func listen(on connection: PGConnection) throws(PGError) {
        guard let name = PQescapeIdentifier(connection.raw, channel, channel.utf8.count) else {
            throw .fault("de naam van het kanaal kan niet")
        }
        defer { PQfreemem(name) }
        try connection.script("LISTEN \(String(cString: name))")
    }

    private func hear(_ connection: PGConnection) throws(PGError) {
        while true {
            // What came with an answer is here already; several at once are one.
            var heard = false
            while let notification = PQnotifies(connection.raw) {
                PQfreemem(notification)
                heard = true
            }
            if heard { onNotify() }
            var descriptors = [
                pollfd(fd: PQsocket(connection.raw), events: Int16(POLLIN), revents: 0),
                pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0),
            ]
            let spoken = try Socket.wait(&descriptors, Deadline(after: Self.silence))
            if isStopping { return }
            if !spoken {
                guard connection.answers(within: settings.connectTimeout) else { throw .broken }
            } else if PQconsumeInput(connection.raw) == 0 || PQstatus(connection.raw) == CONNECTION_BAD {
                throw connection.lost()
            }
        }
    }

    private func pause(_ milliseconds: Int) {
        var descriptors = [pollfd(fd: bell.descriptor, events: Int16(POLLIN), revents: 0)]
        _ = try? Socket.wait(&descriptors, Deadline(after: milliseconds))
    }
}
