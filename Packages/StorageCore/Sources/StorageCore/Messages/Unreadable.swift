// SPDX-License-Identifier: EUPL-1.2

public import Foundation
import Inburgering
public import Sealing

/// Messages that will not open: their key was destroyed, or something changed them from outside.
public enum Unreadable {
    /// What stands where their words would.
    public static let words = Job.gesloten

    /// Whether an envelope waits for a key that this process does not have yet: its version is newer than all that it knows.
    /// Another process has it already, and this one will when its key file is the same.
    public static func waitsForKey(_ envelope: Data, _ keys: GemeenteKeys) -> Bool {
        guard let id = Envelope.keyID(of: envelope) else { return false }
        return id > keys.ids.max() ?? 0
    }

    /// Milliseconds after which such a message is looked at again.
    public static let wait: Int64 = 60_000
}

extension Sequence {
    /// What could be read, and which could not. A fault of the database itself is thrown.
    public func readable<Value>(_ read: (Element) throws -> Value) throws -> (good: [Value], bad: [Element]) {
        var good: [Value] = []
        var bad: [Element] = []
        for element in self {
            do {
                good.append(try read(element))
            } catch {
                guard error is RegieFout else { throw error }
                bad.append(element)
            }
        }
        return (good, bad)
    }
}
