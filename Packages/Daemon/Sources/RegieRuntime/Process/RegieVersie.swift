// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// The version of this program.
public enum RegieVersie {
    /// `regied` or `regie`, as it was started.
    static var programma: String { ProcessInfo.processInfo.processName }
    /// Semantic version.
    public static let tekst = "0.1.0"
}
