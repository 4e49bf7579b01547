// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Executables of this project, where the build that runs the tests has put them.
public enum BuiltProduct {
    /// The path of a product, beside the test runner.
    public static func path(_ name: String) -> String {
        let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent(name).path
    }
}
