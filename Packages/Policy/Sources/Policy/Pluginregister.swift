// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
import Voortgangsgesprekken

/// The policy plugins that this program was built with, by name.
public struct Pluginregister: Sendable {
    private let soorten: [String: any Beleidsplugin.Type]

    /// - Parameter soorten: the plugins; of two with one name the first counts.
    public init(_ soorten: [any Beleidsplugin.Type]) {
        self.soorten = Dictionary(soorten.map { ($0.naam, $0) }, uniquingKeysWith: { eerste, _ in eerste })
    }

    /// What stands in `Plugins/`.
    public static let meegeleverd = Pluginregister([Voortgangsgesprekken.self])

    /// The names, in alphabetical order.
    public var namen: [String] { soorten.keys.sorted() }

    /// The plugin with a name; nil when there is none.
    public subscript(_ naam: String) -> (any Beleidsplugin.Type)? { soorten[naam] }
}
