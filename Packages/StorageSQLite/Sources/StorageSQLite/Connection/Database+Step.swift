// SPDX-License-Identifier: EUPL-1.2

import GRDB

extension Database {
    /// Runs work in a savepoint: when it throws, what it wrote is gone and what came before it stays.
    func inStep<Value>(_ work: () throws -> Value) throws -> Value {
        try run("SAVEPOINT stap")
        do {
            let value = try work()
            try run("RELEASE stap")
            return value
        } catch {
            if isInsideTransaction {
                try run("ROLLBACK TO stap")
                try run("RELEASE stap")
            }
            throw error
        }
    }

    /// Runs a statement that is prepared once per connection.
    func run(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws {
        try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
    }

    /// The first row of a statement that is prepared once per connection.
    func row(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> Row? {
        try Row.fetchOne(try cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }

    /// All rows of a statement that is prepared once per connection.
    func rows(_ sql: String, _ arguments: [(any DatabaseValueConvertible)?] = []) throws -> [Row] {
        try Row.fetchAll(try cachedStatement(sql: sql), arguments: StatementArguments(arguments))
    }
}
