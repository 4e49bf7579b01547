// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Messages that will not open: their key was destroyed, or something changed them from outside.
public enum Unreadable {
    /// What stands where their words would.
    public static let words =
        "De inhoud gaat niet open (verzegeling-faalt): de sleutel is een andere of is vernietigd."
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
