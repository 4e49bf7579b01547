// SPDX-License-Identifier: EUPL-1.2

import CLibpq
import Foundation

/// Sending and receiving without ever blocking in libpq itself.
extension PGConnection {
    /// Sends all that libpq holds. What the server says meanwhile is taken in: it may be waiting for that before it reads
    /// on.
    func flush() throws(PGError) {
        let deadline = Deadline(after: patience)
        while true {
            let state = PQflush(raw)
            if state == 0 { return }
            if state < 0 { throw lost() }
            let events = try wait(Int16(POLLIN | POLLOUT), deadline)
            if events & Int16(POLLIN) != 0, PQconsumeInput(raw) == 0 { throw lost() }
        }
    }

    /// The next result of what was sent; nil at its end.
    func receive() throws(PGError) -> OpaquePointer? {
        if PQisBusy(raw) == 0 { return PQgetResult(raw) }
        let deadline = Deadline(after: patience)
        repeat {
            _ = try wait(Int16(POLLIN), deadline)
            if PQconsumeInput(raw) == 0 { throw lost() }
        } while PQisBusy(raw) == 1
        return PQgetResult(raw)
    }

    /// The next message of rows that are copied, to be freed; nil at their end.
    func receiveCopied() throws(PGError) -> UnsafeRawBufferPointer? {
        var deadline: Deadline?
        while true {
            var buffer: UnsafeMutablePointer<CChar>?
            let length = PQgetCopyData(raw, &buffer, 1)
            if length > 0 { return UnsafeRawBufferPointer(start: buffer, count: Int(length)) }
            if length == -1 { return nil }
            if length < 0 { throw lost() }
            let until = deadline ?? Deadline(after: patience)
            deadline = until
            _ = try wait(Int16(POLLIN), until)
            if PQconsumeInput(raw) == 0 { throw lost() }
        }
    }

    /// Whether a result tells of an error; then the error, with what it means for the connection.
    func error(in result: OpaquePointer) -> PGError? {
        switch PQresultStatus(result) {
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR: break
        case PGRES_COPY_IN, PGRES_COPY_OUT, PGRES_COPY_BOTH:
            // Who asks for it in a statement would wait for ever for its end.
            isBroken = true
            return note(.fault("rijen invoegen kan alleen met copy(into:)"))
        default: return nil
        }
        var error = ServerError.read(result, raw)
        if ServerError.isFatal(result) || error.sqlState == nil || PQstatus(raw) == CONNECTION_BAD {
            isBroken = true
            error.commitUnknown = isUnsure
        }
        return note(error)
    }

    /// libpq refused to send.
    func refused() -> PGError {
        if PQstatus(raw) == CONNECTION_BAD { return lost() }
        return note(.fault(ServerError.firstLine(PQerrorMessage(raw))))
    }

    /// The connection is gone; says why, when the server said so as its last word.
    func lost() -> PGError {
        isBroken = true
        var error = PGError(.connection, ServerError.firstLine(PQerrorMessage(raw)))
        if PQstatus(raw) == CONNECTION_BAD, let result = PQgetResult(raw) {
            if PQresultStatus(result) == PGRES_FATAL_ERROR { error = ServerError.read(result, raw) }
            PQclear(result)
        }
        if error.kind == .sql { error.kind = .connection }
        error.commitUnknown = isUnsure
        return note(error)
    }

    private func wait(_ events: Int16, _ deadline: Deadline) throws(PGError) -> Int16 {
        let found = try Socket.wait(PQsocket(raw), events, deadline)
        guard found == 0 else { return found }
        // The answer may still come, and would be taken for that of a later question.
        isBroken = true
        var error = PGError.noAnswer
        error.commitUnknown = isUnsure
        throw note(error)
    }
}
