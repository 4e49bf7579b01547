// SPDX-License-Identifier: EUPL-1.2

/// Writes values so that two different sequences never give the same bytes: numbers big-endian in full width, texts with
/// their length in front. What is hashed, authenticated or looked up blindly is written with it.
public struct ByteWriter: Sendable {
    /// What was written so far.
    public private(set) var bytes: [UInt8] = []

    /// - Parameter capacity: bytes to reserve.
    public init(capacity: Int = 64) { bytes.reserveCapacity(capacity) }

    /// A number, big-endian in full width.
    public mutating func write(_ number: some FixedWidthInteger) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    /// A text: its length in bytes, then its UTF-8.
    public mutating func write(_ text: String) {
        write(UInt32(truncatingIfNeeded: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    /// A text that may be absent: 0, or 1 and the text.
    public mutating func write(_ text: String?) {
        write(UInt8(text == nil ? 0 : 1))
        if let text { write(text) }
    }

    /// Bytes as they are, without their length.
    public mutating func append(_ raw: some Sequence<UInt8>) { bytes.append(contentsOf: raw) }

    /// Begins anew in the same buffer.
    public mutating func clear() { bytes.removeAll(keepingCapacity: true) }

    /// Puts a number over the bytes that begin at an offset: one buffer serves many rows.
    public mutating func overwrite(_ number: UInt32, at offset: Int) {
        guard offset >= 0, offset + 4 <= bytes.count else { return }
        for place in 0..<4 { bytes[offset + place] = UInt8(truncatingIfNeeded: number >> UInt32(24 - 8 * place)) }
    }
}
