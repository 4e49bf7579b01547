// SPDX-License-Identifier: EUPL-1.2

/// An error with two faces: `description` is for the operator, `buiten` for whoever asks from outside the gemeente.
///
/// No BSN, V-nummer or name stands in either. The code is a struct with static values and not an enum, so that a new
/// code breaks no `switch`.
public struct RegieFout: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong, stable for scripts and metrics.
    public struct Code: Hashable, Sendable, RawRepresentable {
        /// Kebab-case, `feit-ongeldig`.
        public let rawValue: String
        /// A code of a package's own; kebab-case.
        public init(rawValue: String) { self.rawValue = rawValue }
    }

    /// What kind of error this is.
    public let code: Code
    /// What happened, one Dutch sentence.
    public let wat: String
    /// What the reader can do about it, one Dutch sentence; empty when there is nothing to do.
    public let watTeDoen: String
    /// Where: `bestand:regel`, a field, a command; nil when the place says nothing.
    public let waar: String?

    /// - Parameters:
    ///   - code: stable code.
    ///   - wat: what happened (Dutch, no personal data).
    ///   - watTeDoen: what the reader can do (Dutch).
    ///   - waar: file and line, or field.
    public init(_ code: Code, _ wat: String, watTeDoen: String = "", waar: String? = nil) {
        self.code = code
        self.wat = wat
        self.watTeDoen = watTeDoen
        self.waar = waar
    }

    /// The full face, for the operator.
    public var description: String {
        let plaats = waar.map { "\($0): " } ?? ""
        return watTeDoen.isEmpty
            ? "\(plaats)\(wat) [\(code.rawValue)]" : "\(plaats)\(wat) [\(code.rawValue)]\n  \(watTeDoen)"
    }

    /// The sanitised face: the code and nothing of what was asked.
    public var buiten: String { code.rawValue }

    /// The same error, said to have happened at a place.
    public func op(_ waar: String) -> RegieFout {
        RegieFout(code, wat, watTeDoen: watTeDoen, waar: self.waar.map { "\(waar): \($0)" } ?? waar)
    }
}

extension RegieFout.Code {
    /// Text that is no JSON.
    public static let jsonOngeldig = RegieFout.Code(rawValue: "json-ongeldig")
    /// A fact that misses a field, has a field too many, or a value that cannot be.
    public static let feitOngeldig = RegieFout.Code(rawValue: "feit-ongeldig")
    /// A parameter of the law that is missing, unreadable or contradicts another.
    public static let wetOngeldig = RegieFout.Code(rawValue: "wet-ongeldig")
    /// Configuration that cannot be used.
    public static let configOngeldig = RegieFout.Code(rawValue: "config-ongeldig")
    /// A thing that was asked for and is not there.
    public static let nietGevonden = RegieFout.Code(rawValue: "niet-gevonden")
    /// Somebody else changed the dossier in between.
    public static let gelijktijdigGewijzigd = RegieFout.Code(rawValue: "gelijktijdig-gewijzigd")
    /// The storage failed (disk full, file damaged, server gone).
    public static let opslagFaalt = RegieFout.Code(rawValue: "opslag-faalt")
    /// The storage is of a newer version than this program.
    public static let opslagNieuwer = RegieFout.Code(rawValue: "opslag-nieuwer")
    /// Another process holds the storage.
    public static let opslagBezet = RegieFout.Code(rawValue: "opslag-bezet")
    /// Sealed data cannot be opened: wrong or missing key, or the data were changed.
    public static let verzegelingFaalt = RegieFout.Code(rawValue: "verzegeling-faalt")
    /// The dossier was destroyed: nothing of it can be read or written any more.
    public static let dossierVernietigd = RegieFout.Code(rawValue: "dossier-vernietigd")
    /// The job that this was part of is somebody else's by now, or was cancelled.
    public static let leaseVerlopen = RegieFout.Code(rawValue: "lease-verlopen")
    /// This version, or this storage, cannot do it.
    public static let nietOndersteund = RegieFout.Code(rawValue: "niet-ondersteund")
    /// What was to be made is there already.
    public static let bestaatAl = RegieFout.Code(rawValue: "bestaat-al")
    /// A command line that cannot be carried out.
    public static let gebruikOngeldig = RegieFout.Code(rawValue: "gebruik-ongeldig")
    /// The logboek dataverwerkingen cannot be written: what touches data of people is not done.
    public static let logboekFaalt = RegieFout.Code(rawValue: "logboek-faalt")
    /// The partner's rules refuse this message.
    public static let geweigerd = RegieFout.Code(rawValue: "geweigerd")
    /// A partner cannot be reached or answers with an error.
    public static let partnerFaalt = RegieFout.Code(rawValue: "partner-faalt")
    /// A partner's answer does not fit its own specification.
    public static let partnerAntwoordOngeldig = RegieFout.Code(rawValue: "partner-antwoord-ongeldig")
}
