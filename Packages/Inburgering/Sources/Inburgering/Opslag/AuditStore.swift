// SPDX-License-Identifier: EUPL-1.2

/// The audit log of one gemeente.
public protocol AuditStore: Sendable {
    /// Writes a line that belongs to no step: somebody read, a command failed.
    func log(_ regel: AuditRegel) async throws(RegieFout)

    /// Lines, newest first, at most `limiet`, those with a number below `voor`.
    ///
    /// `object` is the whole object of a line or its first word: of a dossier it gives also the lines about its messages,
    /// whose object is the dossier, the message and its kind.
    func listAudit(object: String?, actor: String?, voor: Int64?, limiet: Int) async throws(RegieFout)
        -> [(nummer: Int64, regel: AuditRegel)]

    /// Links lines that are not yet in the chain, at most `hoogstens`, in one batch; writers never wait for it.
    /// - Returns: how many were linked.
    func linkAudit(hoogstens: Int) async throws(RegieFout) -> Int

    /// Walks the chain; nil when it holds, else the first number that does not fit. Lines not yet linked are counted.
    func verifyAudit() async throws(RegieFout) -> (breuk: Int64?, geketend: Int, nogLos: Int)
}
