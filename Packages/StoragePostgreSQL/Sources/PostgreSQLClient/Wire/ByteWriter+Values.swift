// SPDX-License-Identifier: EUPL-1.2

import Foundation

extension ByteWriter {
    /// The value in the server's binary form, without its length; false for NULL, which has no form.
    func put(_ value: PGValue) -> Bool {
        switch value {
        case .null: return false
        case .int(let value): put(value)
        case .text(let value): put(value)
        case .bytes(let value): put(value)
        case .bool(let value): put(value)
        case .ints(let values): putArray(values, of: 20) { put($0) }
        case .texts(let values): putArray(values, of: 25) { put($0) }
        case .bytesArray(let values): putArray(values, of: 17) { put($0) }
        case .optInts(let values): putOptionals(values, of: 20) { put($0) }
        case .optTexts(let values): putOptionals(values, of: 25) { put($0) }
        case .optBytes(let values): putOptionals(values, of: 17) { put($0) }
        }
        return true
    }

    private func putArray<T>(_ values: [T], of element: Int32, _ putValue: (T) -> Void) {
        putArrayHead(values.count, of: element, hasNulls: false)
        for value in values {
            let place = putLength()
            putValue(value)
            fillLength(at: place)
        }
    }

    private func putOptionals<T>(_ values: [T?], of element: Int32, _ putValue: (T) -> Void) {
        putArrayHead(values.count, of: element, hasNulls: values.contains { $0 == nil })
        for value in values {
            guard let value else {
                put(Int32(-1))
                continue
            }
            let place = putLength()
            putValue(value)
            fillLength(at: place)
        }
    }

    /// Dimensions, whether there are nulls, the type of the elements, and of the one dimension its size and first index.
    private func putArrayHead(_ size: Int, of element: Int32, hasNulls: Bool) {
        put(Int32(size == 0 ? 0 : 1))
        put(Int32(hasNulls ? 1 : 0))
        put(element)
        if size == 0 { return }
        put(Int32(truncatingIfNeeded: size))
        put(Int32(1))
    }
}
