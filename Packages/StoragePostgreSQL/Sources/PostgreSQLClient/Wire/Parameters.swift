// SPDX-License-Identifier: EUPL-1.2

/// The parameters of one statement as libpq wants them. Used again for each statement of a connection.
final class Parameters {
    private let writer = ByteWriter(capacity: 4_096)
    private(set) var oids: [UInt32] = []
    private var places: [Int] = []
    private var lengths: [Int32] = []
    private var formats: [Int32] = []
    private var pointers: [UnsafePointer<CChar>?] = []

    func set(_ arguments: [PGValue]) {
        writer.clear()
        oids.removeAll(keepingCapacity: true)
        places.removeAll(keepingCapacity: true)
        lengths.removeAll(keepingCapacity: true)
        for argument in arguments {
            let place = writer.count
            let isThere = writer.put(argument)
            oids.append(argument.oid)
            places.append(isThere ? place : -1)
            lengths.append(Int32(truncatingIfNeeded: writer.count - place))
        }
        if formats.count < arguments.count { formats = Array(repeating: 1, count: arguments.count) }
    }

    /// Hands over count, values, lengths and formats. libpq copies them before it returns.
    func withPointers<R>(
        _ body: (
            Int32, UnsafePointer<UnsafePointer<CChar>?>?, UnsafePointer<Int32>?, UnsafePointer<Int32>?
        ) -> R
    ) -> R {
        let start = UnsafeRawPointer(writer.base)
        pointers.removeAll(keepingCapacity: true)
        for place in places {
            pointers.append(place < 0 ? nil : (start + place).assumingMemoryBound(to: CChar.self))
        }
        return pointers.withUnsafeBufferPointer { values in
            lengths.withUnsafeBufferPointer { lengths in
                formats.withUnsafeBufferPointer { formats in
                    body(Int32(values.count), values.baseAddress, lengths.baseAddress, formats.baseAddress)
                }
            }
        }
    }
}
