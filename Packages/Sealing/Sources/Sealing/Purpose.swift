// SPDX-License-Identifier: EUPL-1.2

/// What a derived key is for. Each purpose has a key of its own, so that one that leaks opens nothing else.
public enum Purpose: String, CaseIterable, Sendable {
    /// Wraps the keys of dossiers.
    case wrap
    /// Blind indexes.
    case index
    /// Incoming messages, which belong to no dossier yet.
    case inbox
    /// The chain of audit lines.
    case audit
    /// Free text beside audit lines, jobs and other rows that belong to no dossier.
    case text
    /// Pseudonyms of people in the logboek dataverwerkingen.
    case logboek
}
