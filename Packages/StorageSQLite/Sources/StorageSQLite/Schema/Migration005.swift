// SPDX-License-Identifier: EUPL-1.2

/// What a partner that stays away must not cost, and what order in the outbox needs.
enum Migration005 {
    /// `vergeefs` counts the tries to which the partner answered that it has nothing: only these lead to giving up.
    /// `outbox_dossier` finds what was sent to a partner after a message that stayed behind.
    static let volhouden = """
        ALTER TABLE inbox ADD COLUMN vergeefs INTEGER NOT NULL DEFAULT 0;
        CREATE INDEX outbox_dossier ON outbox (dossier, nr);
        """
}
