// SPDX-License-Identifier: EUPL-1.2

/// The version of this program.
public enum RegieVersie {
    /// Semantic version.
    public static let tekst = "0.1.0"
}
