// SPDX-License-Identifier: EUPL-1.2

public import Foundation

/// A row as a storage reads it. Columns are counted from zero, in the order of the table; nil is NULL.
public protocol TransferRow {
    /// A number.
    func int(_ column: Int) throws -> Int64?
    /// Text.
    func text(_ column: Int) throws -> String?
    /// Bytes.
    func bytes(_ column: Int) throws -> Data?
}

/// Some rows of one table, a column at a time.
public struct TransferBatch: Sendable {
    /// Their table.
    public let table: TransferTable
    /// How many there are.
    public private(set) var count = 0
    /// What they weigh, about.
    public private(set) var weight = 0
    private var numbers: [[Int64?]] = []
    private var words: [[String?]] = []
    private var blobs: [[Data?]] = []
    /// Of each column, where it stands in the list of its kind.
    private let places: [Int]

    /// More than this and a batch is handed on.
    private static let mostRows = 4_000
    private static let mostBytes = 4 << 20

    /// No rows yet.
    public init(_ table: TransferTable) {
        self.table = table
        var places: [Int] = []
        for column in table.columns {
            switch column.kind {
            case .int:
                places.append(numbers.count)
                numbers.append([])
            case .text:
                places.append(words.count)
                words.append([])
            case .bytes:
                places.append(blobs.count)
                blobs.append([])
            }
        }
        self.places = places
    }

    /// Whether it is time to hand it on.
    public var isFull: Bool { count >= Self.mostRows || weight >= Self.mostBytes }

    /// The numbers of a column that holds numbers.
    public func ints(_ column: Int) -> [Int64?] { numbers[places[column]] }
    /// The texts of a column that holds text.
    public func texts(_ column: Int) -> [String?] { words[places[column]] }
    /// The bytes of a column that holds bytes.
    public func bytes(_ column: Int) -> [Data?] { blobs[places[column]] }

    /// Adds a row.
    public mutating func add(_ row: some TransferRow) throws {
        for (column, place) in places.enumerated() {
            switch table.columns[column].kind {
            case .int:
                numbers[place].append(try row.int(column))
                weight += 8
            case .text:
                let value = try row.text(column)
                words[place].append(value)
                weight += value?.utf8.count ?? 0
            case .bytes:
                let value = try row.bytes(column)
                blobs[place].append(value)
                weight += value?.count ?? 0
            }
        }
        count += 1
    }

    /// No rows any more, and the same table.
    public mutating func clear() { self = TransferBatch(table) }
}
