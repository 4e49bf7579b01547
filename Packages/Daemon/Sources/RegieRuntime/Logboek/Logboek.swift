// SPDX-License-Identifier: EUPL-1.2

import Exchange
public import Inburgering
import Sealing

/// The Logboek Dataverwerkingen of one gemeente (Logius): a line for each person whose data a processing touched, without
/// who did it (that is the audit log's) and without what the data were.
///
/// What is acknowledged has its line: the line is on the disk before a change is committed, before an answer is shown and
/// before a partner hears that a message was taken. Where no line can be written, nothing is done.
public struct Logboek: Sendable {
    /// The gemeente whose log it is.
    public let gemeente: Gemeentecode
    let sleutels: KeyRing
    let schrijver: Logboekschrijver
    /// How many days a file is kept.
    public let bewaarDagen: Int
    let klok: any Klok
    private let vorm: Logregelschrijver

    init(_ config: RegieConfig.Logboek, _ gemeente: Gemeentecode, _ sleutels: KeyRing, duo: String?, klok: any Klok) {
        self.gemeente = gemeente
        self.sleutels = sleutels
        self.klok = klok
        bewaarDagen = config.bewaarDagen
        schrijver = Logboekschrijver(Logboekbestand(map: config.map, gemeente: gemeente), klok: klok)
        vorm = Logregelschrijver(
            programma: RegieVersie.programma,
            gemeente,
            register: config.register,
            aanroeper: duo
        )
    }

    /// Whether lines can be written now; throws `logboek-faalt`.
    public func gereed() throws(RegieFout) { try schrijver.gereed() }

    /// Bytes that can still be written; nil when that cannot be told.
    public var vrijeBytes: UInt64? { schrijver.bestand.vrij }

    /// Does a piece of work as one processing. Calls to partners within it carry its trace.
    ///
    /// Throws what the work throws, and `logboek-faalt` when its lines cannot be written: then its outcome is not given.
    func verwerk<Uitkomst>(
        _ doel: String,
        altijd: Bool = false,
        isolation: isolated (any Actor)? = #isolation,
        _ werk: () async throws -> Uitkomst
    ) async throws -> Uitkomst {
        let verwerking = Verwerking(doel, begin: klok.nu, altijd: altijd)
        let uitkomst: Uitkomst
        do {
            uitkomst = try await Verwerking.$huidige.withValue(verwerking) {
                try await TraceContext.$current.withValue(verwerking.spoor) { try await werk() }
            }
        } catch {
            // The first failure is what must be seen, also when it cannot be logged.
            try? await schrijf(verwerking.slot(Verwerkingsuitkomst(error)), van: verwerking)
            throw error
        }
        try await schrijf(verwerking.slot(.gelukt), van: verwerking)
        return uitkomst
    }

    /// The line of something that is done with all data at once, before it is done.
    func meld(_ doel: String) async throws(RegieFout) {
        try gereed()
        let verwerking = Verwerking(doel, begin: klok.nu, altijd: true)
        try await schrijf(verwerking.slot(.gelukt), van: verwerking)
    }

    /// Looks, once for each processing and before it touches anything, whether lines can be written.
    func begin(_ verwerking: Verwerking) throws(RegieFout) {
        if verwerking.moetNagekeken() { try gereed() }
    }

    /// Writes the lines of whom a processing touched so far; they are on the disk when this returns.
    func vooraf(_ verwerking: Verwerking) async throws(RegieFout) {
        try await schrijf(verwerking.vooraf(), van: verwerking)
    }

    private func schrijf(_ regels: [Verwerking.Regel], van verwerking: Verwerking) async throws(RegieFout) {
        guard !regels.isEmpty else { return }
        let keys = try sleutels.keys(of: gemeente)
        let einde = klok.nu
        var bytes: [UInt8] = []
        for regel in regels { bytes += try vorm.tekst(regel, van: verwerking, einde: einde, keys) }
        try await schrijver.schrijf(bytes)
    }

    /// For the pass over all dossiers.
    func reeks(_ verwerking: Verwerking) throws(RegieFout) -> Logreeks {
        let (keys, vorm, klok) = (try sleutels.keys(of: gemeente), vorm, klok)
        return Logreeks(schrijver) { dossier throws(RegieFout) in
            let regel = Verwerking.Regel(
                spoor: verwerking.spoor.next,
                isDeel: true,
                betrokkene: Betrokkene(dossier),
                uitkomst: .gelukt
            )
            return try vorm.tekst(regel, van: verwerking, einde: klok.nu, keys)
        }
    }
}
