// SPDX-License-Identifier: EUPL-1.2

/// Who asks, in which role, for what purpose. No store opens without one, and every audit line carries it.
public struct Toegang: Hashable, Sendable {
    /// What a role may do.
    public enum Rol: String, CaseIterable, Sendable {
        /// Works on dossiers.
        case klantmanager
        /// Runs the installation.
        case beheerder
        /// Reads the audit log and verifies chains.
        case auditor
        /// The daemon itself.
        case systeem
    }

    /// The account that acts: a person's own account name, or the name of the process.
    public let actor: String
    /// The role in which it acts.
    public let rol: Rol
    /// What for (doelbinding): the command or the job.
    public let doel: String
    /// Where from: host, terminal or process.
    public let oorsprong: String

    /// - Parameters: see the properties.
    public init(actor: String, rol: Rol, doel: String, oorsprong: String) {
        self.actor = actor
        self.rol = rol
        self.doel = doel
        self.oorsprong = oorsprong
    }
}
