// SPDX-License-Identifier: EUPL-1.2

/// A gemeente's own rule: it adds to an assessment, and never changes what the law says.
///
/// Deterministic and total: no clock, no I/O, an answer for every dossier.
public protocol Beleidsplugin: Sendable {
    /// The name under which `beleid.yaml` asks for it; its codes start with this name and a colon.
    static var naam: String { get }
    /// The parameters it takes, for the check of `beleid.yaml` and its suggestions.
    static var parameternamen: [String] { get }
    /// Reads its parameters; throws `config-ongeldig`.
    init(parameters: JSON, grondslag: String) throws(RegieFout)
    /// Codes of the law's own assessment whose place it takes: where the law leaves the rhythm to the gemeente.
    static var vervangt: [Beoordelingscode] { get }
    /// What it adds on a peildatum.
    func beoordeel(_ dossier: Dossier, na beoordeling: Beoordeling) -> Beleidsaanvulling
}

extension Beleidsplugin {
    /// Nothing.
    public static var vervangt: [Beoordelingscode] { [] }
}

/// What a plugin adds to an assessment.
public struct Beleidsaanvulling: Hashable, Sendable {
    /// Terms with codes of the plugin.
    public var termijnen: [Termijn]
    /// Signals with codes of the plugin.
    public var signalen: [Signaal]
    /// - Parameters: see the properties.
    public init(termijnen: [Termijn] = [], signalen: [Signaal] = []) {
        self.termijnen = termijnen
        self.signalen = signalen
    }
}

/// The policy of one gemeente: plugins with the days on which each is in force.
public struct Beleid: Sendable {
    /// A plugin in force.
    public struct Regel: Sendable {
        /// First day.
        public let vanaf: Datum
        /// Last day; nil while in force.
        public let tot: Datum?
        /// The plugin, with its parameters.
        public let plugin: any Beleidsplugin
        /// - Parameters: see the properties.
        public init(vanaf: Datum, tot: Datum? = nil, plugin: any Beleidsplugin) {
            self.vanaf = vanaf
            self.tot = tot
            self.plugin = plugin
        }
    }

    /// In the order of `beleid.yaml`.
    public let regels: [Regel]
    /// - Parameter regels: the plugins.
    public init(_ regels: [Regel] = []) { self.regels = regels }
    /// No policy of its own: the law alone.
    public static let geen = Beleid()
}
