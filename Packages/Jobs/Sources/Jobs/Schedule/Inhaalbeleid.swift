// SPDX-License-Identifier: EUPL-1.2

/// What happens with moments of a schedule that passed while nothing ran.
public enum Inhaalbeleid: String, CaseIterable, Hashable, Sendable {
    /// Only the last one is made up for.
    case laatste
    /// Each one is made up for.
    case alle
    /// None is made up for.
    case geen
}
