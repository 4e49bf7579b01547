// SPDX-License-Identifier: EUPL-1.2

import CLibpq
import Foundation

extension PGConnection {
    /// Makes a connection, and gives up after `connectTimeout`.
    static func open(_ settings: PGSettings) throws(PGError) -> PGConnection {
        try checkURL(settings.url)
        let deadline = Deadline(after: settings.connectTimeout)
        guard let raw = begin(settings) else { throw PGError(.connection, "geen geheugen voor een verbinding") }
        do throws(PGError) {
            try establish(raw, deadline)
        } catch {
            PQfinish(raw)
            throw error
        }
        // Notices repeat values, and libpq would print them on standard error.
        PQsetNoticeReceiver(raw, { _, _ in }, nil)
        PQsetnonblocking(raw, 1)
        return PGConnection(raw: raw, settings: settings)
    }

    /// libpq's own message about a bad url shows a piece of it, which may be the password.
    private static func checkURL(_ url: String) throws(PGError) {
        guard PGConninfo(url) != nil else {
            throw PGError(.protocolFault, "de verbindingsgegevens zijn niet te lezen")
        }
    }

    private static func begin(_ settings: PGSettings) -> OpaquePointer? {
        // libpq takes the last of equal names, so what the url says goes before our defaults.
        let options: [(String, String)] = [
            ("fallback_application_name", settings.applicationName),
            ("keepalives", "1"),
            ("keepalives_idle", String(settings.keepalives.idle)),
            ("keepalives_interval", String(settings.keepalives.interval)),
            ("keepalives_count", String(settings.keepalives.count)),
            ("tcp_user_timeout", String(settings.tcpUserTimeout)),
            ("dbname", settings.url),
            ("client_encoding", "UTF8"),
        ]
        let names = options.map { strdup($0.0) }
        let values = options.map { strdup($0.1) }
        defer { for text in names + values { free(text) } }
        let namePointers = names.map { UnsafePointer<CChar>($0) } + [nil]
        let valuePointers = values.map { UnsafePointer<CChar>($0) } + [nil]
        return PQconnectStartParams(namePointers, valuePointers, 1)
    }

    private static func establish(_ raw: OpaquePointer, _ deadline: Deadline) throws(PGError) {
        guard PQstatus(raw) != CONNECTION_BAD else { throw ServerError.refused(raw) }
        // Only so does libpq tell the SQLSTATE of a connection that the server refuses.
        PQsetErrorVerbosity(raw, PQERRORS_VERBOSE)
        defer { PQsetErrorVerbosity(raw, PQERRORS_DEFAULT) }
        var events = Int16(POLLOUT)
        while true {
            // With more than one host the socket changes on the way.
            guard try Socket.wait(PQsocket(raw), events, deadline) != 0 else {
                throw PGError(.timeout, "er kwam niet op tijd een verbinding tot stand")
            }
            switch PQconnectPoll(raw) {
            case PGRES_POLLING_OK: return
            case PGRES_POLLING_READING: events = Int16(POLLIN)
            case PGRES_POLLING_WRITING: events = Int16(POLLOUT)
            default: throw ServerError.refused(raw)
            }
        }
    }
}
