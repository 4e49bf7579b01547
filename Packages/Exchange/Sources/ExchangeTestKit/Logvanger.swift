// SPDX-License-Identifier: EUPL-1.2

public import Logging
import Synchronization

/// Keeps every log line, metadata included, so that a test can see what was said and what was not.
public final class Logvanger: Sendable {
    private let regels = Mutex<[String]>([])

    /// Empty.
    public init() {}

    /// The lines so far.
    public var alles: [String] { regels.withLock { $0 } }

    /// A logger of every level that writes here.
    public var logger: Logger {
        var uit = Logger(label: "proef") { _ in Vanger(naar: self) }
        uit.logLevel = .trace
        return uit
    }

    fileprivate func neem(_ regel: String) { regels.withLock { $0.append(regel) } }
}

private struct Vanger: LogHandler {
    let naar: Logvanger
    var logLevel = Logger.Level.trace
    var metadata: Logger.Metadata = [:]

    init(naar: Logvanger) { self.naar = naar }

    subscript(metadataKey sleutel: String) -> Logger.Metadata.Value? {
        get { metadata[sleutel] }
        set { metadata[sleutel] = newValue }
    }

    func log(event: LogEvent) {
        let alles = metadata.merging(event.metadata ?? [:]) { _, nieuw in nieuw }
        naar.neem("\(event.level) \(event.message) \(alles.sorted { $0.key < $1.key })")
    }
}
