// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering

/// The logboek dataverwerkingen in a folder, read by the shape of OTLP/JSON alone: not by our own reader.
public struct Logproef: Sendable {
    let map: URL

    /// - Parameter map: `logboek.map`.
    public init(map: URL) { self.map = map }

    /// One line.
    public struct Span: Sendable {
        /// The span as OTLP has it.
        public let json: JSON
        /// Its attributes by key.
        public let attributen: [String: String]

        init(_ regel: String) throws {
            let geheel = try JSON.lees(regel)
            guard let span = geheel["resourceSpans"]?.lijst?.first?["scopeSpans"]?.lijst?.first?["spans"]?.lijst?.first
            else { throw GeenSpan(regel: regel) }
            json = span
            var attributen: [String: String] = [:]
            for een in span["attributes"]?.lijst ?? [] {
                attributen[een["key"]?.tekst ?? ""] = een["value"]?["stringValue"]?.tekst
            }
            self.attributen = attributen
        }

        /// What was done.
        public var naam: String { json["name"]?.tekst ?? "" }
        /// The trace.
        public var spoor: String { json["traceId"]?.tekst ?? "" }
        /// The action.
        public var id: String { json["spanId"]?.tekst ?? "" }
        /// The action that it is part of.
        public var ouder: String? { json["parentSpanId"]?.tekst }
        /// 0 unset, 1 ok, 2 error.
        public var status: Int? { json["status"]?["code"]?.getal }
        /// The pseudonym.
        public var wie: String? { attributen["dpl.core.data_subject_id"] }
        /// Of which sort of number.
        public var soort: String? { attributen["dpl.core.data_subject_id_type"] }
    }

    struct GeenSpan: Error { let regel: String }

    /// The files, by name.
    public var bestanden: [URL] {
        let alle = (try? FileManager.default.contentsOfDirectory(at: map, includingPropertiesForKeys: nil)) ?? []
        return alle.filter { $0.pathExtension == "jsonl" }.sorted { $0.path < $1.path }
    }

    /// All that stands in them.
    public var bytes: Data { bestanden.reduce(into: Data()) { $0 += (try? Data(contentsOf: $1)) ?? Data() } }

    /// Every line, in the order of the files; throws at a line that is no span.
    public func spans() throws -> [Span] {
        try String(decoding: bytes, as: UTF8.self).split(separator: "\n").map { try Span(String($0)) }
    }

    /// Whether a number stands anywhere in the bytes.
    public func noemt(_ nummer: String) -> Bool { bytes.range(of: Data(nummer.utf8)) != nil }
}
