// SPDX-License-Identifier: EUPL-1.2

import Foundation
public import Inburgering
public import Logging

/// Writes log lines to standard error: one JSON object a line for machines, plain text on a terminal. Everything passes
/// the `Redactor` first.
public struct RegieLogHandler: LogHandler {
    /// How a line looks.
    public enum Format: Sendable {
        /// `{"tijd":…,"niveau":…,"bericht":…,…}`
        case json
        /// `10:53:36 warning  bericht  sleutel=waarde`
        case text
    }

    /// What is written from.
    public var logLevel: Logger.Level
    /// What every line of this logger says.
    public var metadata: Logger.Metadata = [:]
    /// What every line says because of where it is written.
    public var metadataProvider: Logger.MetadataProvider?
    private let label: String
    private let format: Format
    private let klok: any Klok
    private let write: @Sendable (String) -> Void

    /// - Parameters:
    ///   - label: the logger's name.
    ///   - level: lines below it are left out.
    ///   - format: JSON, or text.
    ///   - klok: for the time of each line.
    ///   - write: takes one line with its newline.
    public init(
        label: String,
        level: Logger.Level,
        format: Format,
        klok: any Klok = Systeemklok(),
        write: @escaping @Sendable (String) -> Void
    ) {
        self.label = label
        logLevel = level
        self.format = format
        self.klok = klok
        self.write = write
    }

    /// One item of the metadata.
    public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    /// Writes one line.
    public func log(event: LogEvent) {
        var all = metadata.merging(metadataProvider?.get() ?? [:]) { $1 }.merging(event.metadata ?? [:]) { $1 }
        // Of an error only what it is: its own text may hold anything.
        if let error = event.error {
            all["fout"] = "\((error as? RegieFout)?.code.rawValue ?? "\(type(of: error))")"
        }
        let fields = all.sorted { $0.key < $1.key }.map { ($0.key, Self.safe($0.key, $0.value)) }
        let message = Redactor.redact(event.message.description)
        switch format {
        case .json: write(json(event.level, message, fields))
        case .text: write(text(event.level, message, fields))
        }
    }

    /// A value without what could name a person, whatever it is nested in.
    private static func safe(_ key: String, _ value: Logger.Metadata.Value) -> String {
        if Redactor.isSecret(key) { return Redactor.mask }
        switch value {
        case .string(let text): return Redactor.redact(text)
        case .stringConvertible(let thing): return Redactor.redact(thing.description)
        case .array(let list): return "[" + list.map { safe(key, $0) }.joined(separator: ", ") + "]"
        case .dictionary(let pairs):
            let inside = pairs.sorted { $0.key < $1.key }.map { "\($0.key): \(safe($0.key, $0.value))" }
            return "[" + inside.joined(separator: ", ") + "]"
        }
    }

    private func json(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
        var members: [JSON.Lid] = [
            .init("tijd", .tekst(klok.nu.description)), .init("niveau", .tekst(level.rawValue)),
            .init("bron", .tekst(label)), .init("bericht", .tekst(message)),
        ]
        let taken = Set(members.map(\.sleutel))
        members += fields.map { .init(taken.contains($0) ? "_\($0)" : $0, .tekst($1)) }
        return String(decoding: JSON.object(members).bytes, as: UTF8.self) + "\n"
    }

    private func text(_ level: Logger.Level, _ message: String, _ fields: [(String, String)]) -> String {
        let time = klok.nu.description.dropFirst(11).prefix(8)
        let rest = fields.map { "  \($0)=\(Self.oneLine($1))" }.joined()
        let word = level.rawValue.padding(toLength: 8, withPad: " ", startingAt: 0)
        return "\(time) \(word) \(Self.oneLine(message))\(rest)\n"
    }

    /// A line break in a value could forge a line.
    private static func oneLine(_ text: String) -> String {
        String(text.unicodeScalars.map { $0.value < 32 || $0.value == 127 ? " " : Character($0) })
    }
}

extension RegieLogHandler {
    /// Makes this the log of the process: text on a terminal, JSON elsewhere.
    public static func bootstrap(_ level: RegieConfig.LogLevel) {
        let format: Format = isatty(STDERR_FILENO) == 1 ? .text : .json
        let level = Logger.Level(rawValue: level.rawValue) ?? .info
        LoggingSystem.bootstrap { label in
            RegieLogHandler(label: label, level: level, format: format) {
                FileHandle.standardError.write(Data($0.utf8))
            }
        }
    }
}
