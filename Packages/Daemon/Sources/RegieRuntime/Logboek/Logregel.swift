// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Inburgering
import Sealing

/// Writes lines of the log: each a whole OTLP `TracesData` with one span, as OpenTelemetry's file exporter has it (one
/// JSON value a line). Ids are hexadecimal and 64-bit numbers are text, as OTLP/JSON asks.
///
/// https://opentelemetry.io/docs/specs/otel/protocol/file-exporter/,
/// https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
struct Logregelschrijver: Sendable {
    /// Everything before the span: the program, its version and the gemeente.
    private let kop: [UInt8]
    private let register: String
    /// Address of the partner that may call us; nil when there is none.
    private let aanroeper: String?

    /// - Parameters:
    ///   - programma: `regied` or `regie`.
    ///   - register: base URI of the register of processing activities, without a slash at the end.
    ///   - aanroeper: see the property.
    init(programma: String, _ gemeente: Gemeentecode, register: String, aanroeper: String?) {
        let bron = [
            ("service.name", programma), ("service.version", RegieVersie.tekst),
            ("service.namespace", gemeente.description),
        ]
        let kop =
            #"{"resourceSpans":[{"resource":{"attributes":["# + Self.attributen(bron)
            + #"]},"scopeSpans":[{"scope":{"name":"nl.regie.logboek"},"spans":[{"traceId":""#
        self.kop = Array(kop.utf8)
        self.register = register
        self.aanroeper = aanroeper
    }

    /// One line, its newline included.
    func tekst(
        _ regel: Verwerking.Regel,
        van verwerking: Verwerking,
        einde: Tijdstip,
        _ keys: GemeenteKeys
    ) throws(RegieFout) -> [UInt8] {
        let ouder = regel.isDeel ? verwerking.spoor.spanID : verwerking.ouder?.spanID
        var attributen = [("dpl.core.processing_activity_id", "\(register)/\(verwerking.soort.activiteit.rawValue)")]
        if let wie = regel.betrokkene {
            attributen.append(("dpl.core.data_subject_id", try wie.pseudoniem(keys)))
            attributen.append(("dpl.core.data_subject_id_type", wie.type))
        }
        if !regel.isDeel, verwerking.ouder != nil, let aanroeper {
            attributen.append(("dpl.core.foreign_operation.processor", aanroeper))
        }
        if case .mislukt(let soort) = regel.uitkomst { attributen.append(("exception.type", soort)) }
        var uit = kop
        uit += regel.spoor.traceID.utf8
        uit += #"","spanId":""#.utf8
        uit += regel.spoor.spanID.utf8
        if let ouder {
            uit += #"","parentSpanId":""#.utf8
            uit += ouder.utf8
        }
        uit += #"","name":"#.utf8
        uit += JSON.tekst(verwerking.soort.naam).bytes
        // Milliseconds are all that the standard asks; OTLP counts in nanoseconds.
        uit += #","kind":1,"startTimeUnixNano":"\#(verwerking.begin.milliseconden)000000""#.utf8
        uit += #","endTimeUnixNano":"\#(max(einde, verwerking.begin).milliseconden)000000","attributes":["#.utf8
        uit += Self.attributen(attributen).utf8
        uit += #"],"status":{"code":\#(regel.uitkomst.code)}}]}]}]}"#.utf8
        uit.append(10)
        return uit
    }

    private static func attributen(_ paren: [(String, String)]) -> String {
        paren.map { naam, waarde in
            #"{"key":"\#(naam)","value":{"stringValue":\#(String(decoding: JSON.tekst(waarde).bytes, as: UTF8.self))}}"#
        }.joined(separator: ",")
    }
}
