// SPDX-License-Identifier: EUPL-1.2

/// The werkvoorraad: open signals of all dossiers.
public protocol WorklistStore: Sendable {
    /// Open lines, most urgent first: by `ernst` (overschreden first), then by `voor` (earliest first, none last), then
    /// by dossier. At most `limiet` lines after `overslaan`. The klantmanager of every line of a dossier follows the last
    /// `KlantmanagerToegewezen` and the last assessment that was written.
    func listWork(_ filter: WorkFilter, limiet: Int, overslaan: Int) async throws(RegieFout) -> [Werkregel]

    /// Number of open lines that a filter lets through.
    func countWork(_ filter: WorkFilter) async throws(RegieFout) -> Int
}

/// Which lines of the werkvoorraad to show; nil lets everything through.
public struct WorkFilter: Hashable, Sendable {
    /// Of one klantmanager.
    public var klantmanager: String?
    /// With one code.
    public var code: Beoordelingscode?
    /// Due on or before this day.
    public var voor: Datum?
    /// Of one dossier.
    public var dossier: DossierID?

    /// - Parameters: see the properties.
    public init(
        klantmanager: String? = nil,
        code: Beoordelingscode? = nil,
        voor: Datum? = nil,
        dossier: DossierID? = nil
    ) {
        self.klantmanager = klantmanager
        self.code = code
        self.voor = voor
        self.dossier = dossier
    }
}
