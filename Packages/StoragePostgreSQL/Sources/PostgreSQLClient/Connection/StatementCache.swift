// SPDX-License-Identifier: EUPL-1.2

/// Which statements the server holds prepared on a connection, by their text; the least recently used one makes room.
struct StatementCache {
    /// What to do before a statement can be executed by its name.
    struct Plan {
        let name: String
        /// The types to prepare it with; nil when the server has it.
        let types: [UInt32]?
        /// A statement that the server may forget.
        let evicted: String?
    }

    private struct Entry {
        let name: String
        var types: [UInt32]
        var used: Int
    }

    static let bound = 256
    private var entries: [String: Entry] = [:]
    private var clock = 0

    var count: Int { entries.count }

    /// The name under which the server has a statement for these types; nil when it is to be prepared.
    mutating func name(_ sql: String, _ types: [UInt32]) -> String? {
        guard let place = entries.index(forKey: sql), Self.fits(entries.values[place].types, types) else { return nil }
        clock += 1
        entries.values[place].used = clock
        return entries.values[place].name
    }

    /// Takes a statement up, as if preparing it succeeds; `forget` it when it does not.
    mutating func plan(_ sql: String, _ types: [UInt32]) -> Plan {
        if let name = name(sql, types) { return Plan(name: name, types: nil, evicted: nil) }
        clock += 1
        let name = "s\(clock)"
        var evicted = entries.removeValue(forKey: sql)
        // A NULL has no type: keep the one that an earlier call gave, so that a statement settles after a few calls.
        let merged = evicted.map { old in zip(types, old.types).map { $0 == 0 ? $1 : $0 } } ?? types
        if evicted == nil, entries.count >= Self.bound, let oldest = entries.min(by: { $0.value.used < $1.value.used })
        {
            evicted = entries.removeValue(forKey: oldest.key)
        }
        entries[sql] = Entry(name: name, types: merged, used: clock)
        return Plan(name: name, types: merged, evicted: evicted?.name)
    }

    mutating func forget(_ sql: String) { entries.removeValue(forKey: sql) }

    mutating func forgetAll() { entries.removeAll() }

    private static func fits(_ known: [UInt32], _ asked: [UInt32]) -> Bool {
        guard known.count == asked.count else { return false }
        for place in known.indices where asked[place] != 0 && asked[place] != known[place] { return false }
        return true
    }
}
