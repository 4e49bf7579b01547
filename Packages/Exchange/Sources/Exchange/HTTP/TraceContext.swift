// SPDX-License-Identifier: EUPL-1.2

/// Which trace an action belongs to, and which action in it: W3C Trace Context, which Logboek Dataverwerkingen asks for
/// wherever one application calls another over HTTP.
public struct TraceContext: Hashable, Sendable {
    /// 16 bytes as 32 lower-case hexadecimal digits, not all zero.
    public let traceID: String
    /// 8 bytes as 16 lower-case hexadecimal digits, not all zero.
    public let spanID: String

    /// What calls to partners carry in their `traceparent` header; nil sends none.
    @TaskLocal public static var current: TraceContext?

    private init(traceID: String, spanID: String) {
        self.traceID = traceID
        self.spanID = spanID
    }

    /// A trace of its own, with its first action.
    public static func random() -> TraceContext {
        TraceContext(traceID: randomHex() + randomHex(), spanID: randomHex())
    }

    /// Another action in the same trace.
    public var next: TraceContext { TraceContext(traceID: traceID, spanID: Self.randomHex()) }

    /// Reads a `traceparent` header (`00-<trace>-<span>-<flags>`); nil when it is not one. Of a version later than 00
    /// what follows the flags is passed over, as the specification asks.
    public init?(traceparent: String) {
        let bytes = Array(traceparent.utf8)
        guard bytes.count >= 55, bytes[2] == Self.dash, bytes[35] == Self.dash, bytes[52] == Self.dash,
            [bytes[0..<2], bytes[3..<35], bytes[36..<52], bytes[53..<55]].allSatisfy({ $0.allSatisfy(Self.isHex) })
        else { return nil }
        let version = String(decoding: bytes[0..<2], as: UTF8.self)
        guard version != "ff", bytes.count == 55 || version != "00" && bytes[55] == Self.dash else { return nil }
        traceID = String(decoding: bytes[3..<35], as: UTF8.self)
        spanID = String(decoding: bytes[36..<52], as: UTF8.self)
        guard traceID.contains(where: { $0 != "0" }), spanID.contains(where: { $0 != "0" }) else { return nil }
    }

    /// The header's value. The flag says that this action is recorded: nothing is sampled.
    public var traceparent: String { "00-\(traceID)-\(spanID)-01" }

    private static let dash = UInt8(ascii: "-")

    private static func isHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte)
    }

    private static func randomHex() -> String {
        let digits = String(UInt64.random(in: 1...UInt64.max), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
