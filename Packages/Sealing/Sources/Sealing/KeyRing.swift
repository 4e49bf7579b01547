// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
import Synchronization

/// The keys of every gemeente of an installation, read from `<directory>/<gemeentecode>.key`, or from the systemd
/// credential of the same name (`LoadCredential=0363.key:…`), which goes first.
///
/// Copies of a ring share what it holds: after `reload` every part of a process has the new versions.
public final class KeyRing: Sendable {
    private let keys: Mutex<[Gemeentecode: GemeenteKeys]>
    private let places: [Place]

    private struct Place: Sendable {
        let directory: String
        let isCredential: Bool
    }

    /// - Parameter keys: the keys of each gemeente.
    public init(_ keys: [GemeenteKeys]) {
        self.keys = Mutex(Dictionary(keys.map { ($0.gemeente, $0) }, uniquingKeysWith: { $1 }))
        places = []
    }

    private init(_ keys: [GemeenteKeys], places: [Place]) {
        self.keys = Mutex(Dictionary(keys.map { ($0.gemeente, $0) }, uniquingKeysWith: { $1 }))
        self.places = places
    }

    /// Reads every key file there is. Throws `verzegeling-faalt` when a file can be read by others (mode wider than
    /// 0600) or holds no keys; a directory that is not there gives an empty ring.
    /// - Parameters:
    ///   - directory: `keys:` of the config.
    ///   - credentials: systemd's `$CREDENTIALS_DIRECTORY`.
    public static func load(
        from directory: String,
        credentials: String? = ProcessInfo.processInfo.environment["CREDENTIALS_DIRECTORY"]
    ) throws(RegieFout) -> KeyRing {
        let places =
            [Place(directory: directory, isCredential: false)]
            + (credentials.map { [Place(directory: $0, isCredential: true)] } ?? [])
        return KeyRing(try read(places), places: places)
    }

    /// Reads the key files anew: a version that was added opens from now on. A gemeente whose file is gone keeps the keys
    /// that it had. Throws as `load` does, and then changes nothing.
    public func reload() throws(RegieFout) {
        let found = try Self.read(places)
        keys.withLock { keys in
            for new in found { keys[new.gemeente] = new }
        }
    }

    /// Reads the key files anew as `reload` does, but uses of a gemeente only keys that fit; else it keeps those that it had.
    /// - Parameter fits: throws when keys cannot be those of the gemeente.
    /// - Throws: what `fits` threw first, after all were looked at.
    public func reload(_ fits: (GemeenteKeys) async throws(RegieFout) -> Void) async throws(RegieFout) {
        var refused: RegieFout?
        for new in try Self.read(places) {
            do throws(RegieFout) {
                try await fits(new)
                keys.withLock { $0[new.gemeente] = new }
            } catch {
                refused = refused ?? error
            }
        }
        if let refused { throw refused }
    }

    /// Changes when a key file does: what to compare to know when to `reload`.
    public var fingerprint: String {
        places.flatMap { place in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.directory)) ?? []
            return names.sorted().filter { $0.hasSuffix(".key") }.map {
                "\($0):\(PrivateFile.fingerprint("\(place.directory)/\($0)"))"
            }
        }.joined(separator: "|")
    }

    private static func read(_ places: [Place]) throws(RegieFout) -> [GemeenteKeys] {
        var found: [GemeenteKeys] = []
        for place in places {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.directory)) ?? []
            for name in names.sorted() where name.hasSuffix(".key") {
                guard let gemeente = Gemeentecode(String(name.dropLast(4))) else { continue }
                let path = "\(place.directory)/\(name)"
                let text = try PrivateFile.read(path, allowGroup: place.isCredential)
                found.append(
                    try GemeenteKeys(gemeente, versions: try KeyFile.read(text, gemeente: gemeente, path: path))
                )
            }
        }
        return found
    }

    /// Makes the key file of a gemeente, mode 0600; throws `verzegeling-faalt` when there is one, because a key that is
    /// overwritten loses every dossier.
    public static func generate(_ gemeente: Gemeentecode, in directory: String) throws(RegieFout) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory,
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        } catch {
            throw RegieFout(.verzegelingFaalt, "De map voor sleutels kan niet worden gemaakt.", waar: directory)
        }
        let text = KeyFile.text([1: .full(randomKey(), vanaf: nil)], gemeente: gemeente)
        try PrivateFile.create("\(directory)/\(gemeente).key", text)
    }

    /// Adds a version to the key file of a gemeente; the older ones go on opening.
    /// - Parameter vanaf: from when it seals; nil for at once. Until then every process has the time to read it.
    /// - Returns: the id of the new version.
    @discardableResult
    public static func rotate(
        _ gemeente: Gemeentecode,
        in directory: String,
        vanaf: Tijdstip? = nil
    ) throws(RegieFout) -> UInt32 {
        try change(gemeente, in: directory) { masters throws(RegieFout) in
            let id = (masters.keys.max() ?? 0) + 1
            masters[id] = .full(randomKey(), vanaf: vanaf)
            return id
        }
    }

    /// Takes a version out of the key file of a gemeente: nothing that was sealed under it opens any more. What checks
    /// the codes of audit lines and seals stays. Throws `niet-gevonden`, and `geweigerd` for the version that seals.
    public static func retire(_ id: UInt32, of gemeente: Gemeentecode, in directory: String) throws(RegieFout) {
        try change(gemeente, in: directory) { masters throws(RegieFout) in
            guard let key = masters[id], key.isFull else {
                throw RegieFout(
                    .nietGevonden,
                    "Sleutel \(id) van gemeente \(gemeente) staat niet in het sleutelbestand.",
                    watTeDoen: "Bekijk 'regie sleutel lijst'."
                )
            }
            let sealing = masters.filter { $0.value.seals(at: Date()) }.keys.max()
            guard id != sealing, masters.contains(where: { $0.key > id && $0.value.isFull }) else {
                throw RegieFout(
                    .geweigerd,
                    "Sleutel \(id) van gemeente \(gemeente) is de sleutel waaronder nu wordt verzegeld.",
                    watTeDoen: "Draai eerst 'regie sleutel roteren'."
                )
            }
            masters[id] = key.retired(gemeente)
        }
    }

    private static func change<Value>(
        _ gemeente: Gemeentecode,
        in directory: String,
        _ edit: (inout [UInt32: MasterKey]) throws(RegieFout) -> Value
    ) throws(RegieFout) -> Value {
        let path = "\(directory)/\(gemeente).key"
        let text = try PrivateFile.read(path, allowGroup: false)
        var masters = try KeyFile.read(text, gemeente: gemeente, path: path)
        let value = try edit(&masters)
        try PrivateFile.replace(path, KeyFile.text(masters, gemeente: gemeente))
        return value
    }

    /// The gemeenten that have keys, in order of their code.
    public var gemeenten: [Gemeentecode] { keys.withLock { $0.keys.sorted() } }

    /// The keys of a gemeente; throws `verzegeling-faalt` when there are none.
    public func keys(of gemeente: Gemeentecode) throws(RegieFout) -> GemeenteKeys {
        guard let found = keys.withLock({ $0[gemeente] }) else {
            throw RegieFout(
                .verzegelingFaalt,
                "Er is geen sleutelbestand van gemeente \(gemeente).",
                watTeDoen:
                    "Zet \(gemeente).key in de map van 'keys:' (rechten 0600), of maak met 'regie init' een nieuwe"
                    + " installatie."
            )
        }
        return found
    }

    private static func randomKey() -> Data {
        var source = SystemRandomNumberGenerator()
        var key = Data(capacity: 32)
        for _ in 0..<4 { withUnsafeBytes(of: source.next() as UInt64) { key.append(contentsOf: $0) } }
        return key
    }
}
