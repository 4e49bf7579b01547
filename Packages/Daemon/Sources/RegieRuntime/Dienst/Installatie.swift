// SPDX-License-Identifier: EUPL-1.2

import ExchangeDUO
import Foundation
public import Inburgering
import Policy
public import Sealing
import StorageCore
import StoragePostgreSQL
import StorageSQLite

/// An installation, opened: its configuration, the law, each gemeente's policy, the keys and the storage.
public struct Installatie: Sendable {
    /// What the configuration says.
    public let config: RegieConfig
    /// The law.
    public let wet: Wetboek
    /// Where "now" comes from.
    public let klok: any Klok
    /// The keys of each gemeente; what it holds changes when a key file does.
    public let sleutels: KeyRing
    let engine: any StorageEngine
    /// The Logboek Dataverwerkingen of each gemeente; empty when none is written.
    let logboeken: [Gemeentecode: Logboek]
    private let beleid: [Gemeentecode: Beleid]

    /// Opens an installation.
    ///
    /// Throws `config-ongeldig`, `wet-ongeldig`, `verzegeling-faalt` (a gemeente without a key), `opslag-faalt`.
    public static func open(
        _ config: RegieConfig,
        klok: any Klok = Systeemklok()
    ) async throws(RegieFout) -> Installatie {
        var beleid: [Gemeentecode: Beleid] = [:]
        for (code, gemeente) in config.gemeenten {
            if let bestand = gemeente.beleid { beleid[code] = try BeleidLader.laad(URL(filePath: bestand)) }
        }
        let sleutels = try KeyRing.load(from: config.keys.path)
        return Installatie(
            config: config,
            wet: try WetLader.laad(map: URL(filePath: config.wet)),
            klok: klok,
            sleutels: sleutels,
            engine: Self.engine(config, sleutels),
            logboeken: Self.logboeken(config, sleutels, klok),
            beleid: beleid
        )
    }

    /// The gemeente's store, for one access.
    public func store(_ gemeente: Gemeentecode, als toegang: Toegang) async throws(RegieFout) -> any GemeenteStore {
        guard config.gemeenten[gemeente] != nil else {
            throw RegieFout(
                .nietGevonden,
                "Gemeente \(gemeente) staat niet in de configuratie.",
                watTeDoen: "Kies uit: \(config.gemeentecodes.map(\.description).joined(separator: ", "))."
            )
        }
        let store = try await engine.open(gemeente, als: toegang)
        // Everybody gets the store from here, so nobody gets past the log.
        return logboeken[gemeente].map { GelogdeStore(store: store, logboek: $0) } ?? store
    }

    /// The Logboek Dataverwerkingen of a gemeente; nil when none is written.
    public func logboek(_ gemeente: Gemeentecode) -> Logboek? { logboeken[gemeente] }

    /// Throws when the log of a gemeente takes no lines; nil when none is written.
    var logboekproef: (@Sendable (Gemeentecode) throws(RegieFout) -> Void)? {
        guard !logboeken.isEmpty else { return nil }
        let logboeken = logboeken
        return { gemeente throws(RegieFout) in
            if let logboek = logboeken[gemeente] { try logboek.gereed() }
        }
    }

    /// The service that records facts in a gemeente, for one access.
    public func dienst(_ gemeente: Gemeentecode, als toegang: Toegang) async throws(RegieFout) -> DossierService {
        dienst(op: try await store(gemeente, als: toegang))
    }

    /// The service on a store that is open.
    public func dienst(op store: any GemeenteStore) -> DossierService {
        let beoordelaar = beoordelaar(store.gemeente)
        let stelsel: @Sendable (Dossier) -> Stelsel? = { [klok] dossier in
            // Without a plicht nobody knows under which act somebody falls.
            dossier.feiten.inburgeringsplichtVastgesteld.isEmpty
                ? nil : beoordelaar.beoordeel(dossier, op: klok.vandaag).wet
        }
        return DossierService(
            store: store,
            beoordelaar: beoordelaar,
            berichtmakers: [DUOBerichtmaker(stelsel: stelsel)],
            klok: klok
        )
    }

    /// The proof of a gemeente: its storage, and its proof file when `bewijs:` names a directory.
    public func bewijs(_ store: any GemeenteStore) -> Bewijs {
        Bewijs(
            store: store,
            bestand: config.bewijs.map { Bewijsbestand(map: $0, store.gemeente, sleutels) }
        )
    }

    /// The keys of a gemeente, to rotate them.
    public func sleutelbeheer(_ store: any GemeenteStore) -> Sleutelbeheer {
        Sleutelbeheer(store: store, ring: sleutels, map: config.keys.path)
    }

    /// Reads the key files anew; keys with which the storage was not written are not used, and the former ones stay.
    /// - Throws: `verzegeling-faalt` for such keys or a file that cannot be read; what the storage throws when it is away.
    public func herleesSleutels() async throws(RegieFout) {
        try await sleutels.reload { [config, engine] keys async throws(RegieFout) in
            guard config.gemeenten[keys.gemeente] != nil else { return }
            try await (engine as? any KeyFitting)?.requireFit(keys)
        }
    }

    /// Makes backups.
    public var kopieerder: Kopieerder { Kopieerder(installatie: self) }

    /// Makes storages out of backups.
    public var hersteller: Hersteller { Hersteller(installatie: self) }

    /// Law and policy of a gemeente.
    public func beoordelaar(_ gemeente: Gemeentecode) -> Beoordelaar {
        Beoordelaar(wet: wet, beleid: beleid[gemeente] ?? .geen)
    }

    /// Brings the schema of a gemeente up to date; the names of what was applied.
    public func migrate(_ gemeente: Gemeentecode) async throws(RegieFout) -> [String] {
        try await engine.migrate(gemeente)
    }

    /// Fills a gemeente in which nothing stands yet with many new dossiers at once: all of them or none.
    /// - Parameter stappen: gives a step for each new dossier, in the order of their ids: facts, look-up keys and the audit
    ///   line. A person must not have two.
    /// - Returns: how many facts there are now.
    /// - Throws: `bestaat-al` when something of the gemeente stands there.
    public func vul(
        _ gemeente: Gemeentecode,
        _ stappen: @escaping @Sendable (_ neem: (Stap) throws -> Void) throws -> Void
    ) async throws(RegieFout) -> Int {
        guard let doel = engine as? any TransferTarget else {
            throw RegieFout(.nietOndersteund, "Deze opslag neemt niet veel dossiers tegelijk aan.")
        }
        return try await doel.receive(gemeente, from: NewDossiers(try sleutels.keys(of: gemeente), stappen)).feiten
    }

    /// How the storage of a gemeente stands.
    public func inspect(_ gemeente: Gemeentecode) async throws(RegieFout) -> StorageInspection {
        try await engine.inspect(gemeente)
    }

    /// Hears of new jobs that another process put in a queue, where the storage can tell.
    /// - Returns: what must be kept for as long as one wants to hear; nil when this storage cannot tell.
    public func luister(_ hoort: @escaping @Sendable () -> Void) async throws(RegieFout)
        -> (any Sendable)?
    {
        try await (engine as? any WorkNotifier)?.listen(hoort)
    }

    private static func logboeken(_ config: RegieConfig, _ sleutels: KeyRing, _ klok: any Klok)
        -> [Gemeentecode: Logboek]
    {
        guard let logboek = config.logboek else { return [:] }
        let duo = config.ketenpartners.duo?.url
        return Dictionary(
            uniqueKeysWithValues: config.gemeentecodes.map {
                ($0, Logboek(logboek, $0, sleutels, duo: duo, klok: klok))
            }
        )
    }

    private static func engine(_ config: RegieConfig, _ keys: KeyRing) -> any StorageEngine {
        switch config.storage {
        case .sqlite(let path): return SQLiteEngine(path: path, keys: keys)
        case .postgresql(let server):
            var settings = PostgreSQLEngine.Settings(
                url: server.url,
                migratieURL: server.migratieURL,
                pool: server.pool,
                pgbouncer: server.pgbouncer
            )
            settings.ownerIsElsewhere = server.legeMigratieVariabele != nil
            return PostgreSQLEngine(
                settings,
                keys: keys,
                copies: { SQLiteEngine(path: $0, keys: keys) }
            )
        }
    }

    /// Closes the storage.
    public func sluit() async { await engine.close() }
}
