// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Memory that grows and is used again: what goes to the server is put together here, without an allocation per value.
final class ByteWriter {
    private(set) var base: UnsafeMutablePointer<UInt8>
    private(set) var count = 0
    private var capacity: Int

    init(capacity: Int) {
        self.capacity = capacity
        base = .allocate(capacity: capacity)
    }

    deinit { base.deallocate() }

    func clear() { count = 0 }

    func put(_ value: Int64) { putInteger(value) }
    func put(_ value: Int32) { putInteger(value) }
    func put(_ value: Int16) { putInteger(value) }

    func put(_ value: Bool) {
        reserve(1)
        base[count] = value ? 1 : 0
        count += 1
    }

    func put(_ value: Data) { value.withUnsafeBytes { put($0) } }

    func put(_ value: String) {
        let done: Void? = value.utf8.withContiguousStorageIfAvailable { put(UnsafeRawBufferPointer($0)) }
        if done == nil { Array(value.utf8).withUnsafeBytes { put($0) } }
    }

    func put(_ bytes: UnsafeRawBufferPointer) {
        guard let source = bytes.baseAddress, bytes.count > 0 else { return }
        reserve(bytes.count)
        UnsafeMutableRawPointer(base + count).copyMemory(from: source, byteCount: bytes.count)
        count += bytes.count
    }

    /// Leaves room for a length that is known later, and says where.
    func putLength() -> Int {
        put(Int32(0))
        return count - 4
    }

    /// Fills in what came after the room that `putLength` left.
    func fillLength(at place: Int) {
        UnsafeMutableRawPointer(base + place)
            .storeBytes(of: Int32(truncatingIfNeeded: count - place - 4).bigEndian, as: Int32.self)
    }

    /// Says that nothing came: NULL.
    func fillNull(at place: Int) {
        UnsafeMutableRawPointer(base + place).storeBytes(of: Int32(-1).bigEndian, as: Int32.self)
    }

    private func putInteger<I: FixedWidthInteger>(_ value: I) {
        let size = MemoryLayout<I>.size
        reserve(size)
        UnsafeMutableRawPointer(base + count).storeBytes(of: value.bigEndian, as: I.self)
        count += size
    }

    private func reserve(_ more: Int) {
        let needed = count + more
        if needed <= capacity { return }
        capacity = max(needed, capacity * 2)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
        larger.update(from: base, count: count)
        base.deallocate()
        base = larger
    }
}
