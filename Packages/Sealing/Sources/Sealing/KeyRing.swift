// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering

/// The keys of every gemeente of an installation, read from `<directory>/<gemeentecode>.key`, or from the systemd
/// credential of the same name (`LoadCredential=0363.key:…`), which goes first.
public struct KeyRing: Sendable {
    private let keys: [Gemeentecode: GemeenteKeys]

    /// - Parameter keys: the keys of each gemeente.
    public init(_ keys: [GemeenteKeys]) {
        self.keys = Dictionary(keys.map { ($0.gemeente, $0) }, uniquingKeysWith: { $1 })
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
        var found: [GemeenteKeys] = []
        for (place, isCredential) in [(directory, false)] + (credentials.map { [($0, true)] } ?? []) {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
            for name in names.sorted() where name.hasSuffix(".key") {
                guard let gemeente = Gemeentecode(String(name.dropLast(4))) else { continue }
                let path = "\(place)/\(name)"
                let text = try PrivateFile.read(path, allowGroup: isCredential)
                found.append(
                    try GemeenteKeys(gemeente, masters: try KeyFile.read(text, gemeente: gemeente, path: path))
                )
            }
        }
        return KeyRing(found)
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
        let text = KeyFile.text([1: randomKey()], gemeente: gemeente)
        try PrivateFile.create("\(directory)/\(gemeente).key", text)
    }

    /// Adds a version to the key file of a gemeente: it seals from the next start, the older ones go on opening.
    /// - Returns: the id of the new version.
    @discardableResult
    public static func rotate(_ gemeente: Gemeentecode, in directory: String) throws(RegieFout) -> UInt32 {
        let path = "\(directory)/\(gemeente).key"
        let text = try PrivateFile.read(path, allowGroup: false)
        var masters = try KeyFile.read(text, gemeente: gemeente, path: path)
        let id = (masters.keys.max() ?? 0) + 1
        masters[id] = randomKey()
        try PrivateFile.replace(path, KeyFile.text(masters, gemeente: gemeente))
        return id
    }

    /// The gemeenten that have keys, in order of their code.
    public var gemeenten: [Gemeentecode] { keys.keys.sorted() }

    /// The keys of a gemeente; throws `verzegeling-faalt` when there are none.
    public func keys(of gemeente: Gemeentecode) throws(RegieFout) -> GemeenteKeys {
        guard let found = keys[gemeente] else {
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
