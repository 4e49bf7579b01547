// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Finds the law's parameters where an installation or a working copy has them.
public enum Wetmap {
    /// Where is looked, in this order: next to the config, beside the installed program, up from the executable to a
    /// `config/wet` (a working copy), and where the Debian package puts them.
    /// - Parameters:
    ///   - configmap: folder of the config; nil when there is none.
    ///   - programma: the executable.
    public static func plekken(configmap: String?, programma: String = programma()) -> [String] {
        var uit: [String] = []
        if let configmap {
            uit += [configmap + "/wet", configmap + "/config/wet", configmap + "/../share/regie/wet"]
        }
        var map = (programma as NSString).deletingLastPathComponent
        uit.append(map + "/../share/regie/wet")
        while map.count > 1 {
            uit.append(map + "/config/wet")
            map = (map as NSString).deletingLastPathComponent
        }
        uit.append("/usr/share/regie/wet")
        return uit.map { ($0 as NSString).standardizingPath }
    }

    /// The first of those places that exists; nil when there is none.
    public static func zoek(configmap: String?, programma: String = programma()) -> String? {
        plekken(configmap: configmap, programma: programma).first(where: isMap)
    }

    /// The running executable, links followed.
    public static func programma() -> String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    static func isMap(_ pad: String) -> Bool {
        var map: ObjCBool = false
        return FileManager.default.fileExists(atPath: pad, isDirectory: &map) && map.boolValue
    }
}
