// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// A value of a row that is made here and comes from no storage.
enum TransferValue: Sendable {
    case int(Int64?)
    case text(String?)
    case bytes(Data?)
}

/// A row that is made here.
struct MadeRow: TransferRow, Sendable {
    let values: [TransferValue]

    init(_ values: [TransferValue]) { self.values = values }

    func int(_ column: Int) -> Int64? { if case .int(let value) = values[column] { value } else { nil } }
    func text(_ column: Int) -> String? { if case .text(let value) = values[column] { value } else { nil } }
    func bytes(_ column: Int) -> Data? { if case .bytes(let value) = values[column] { value } else { nil } }
}
