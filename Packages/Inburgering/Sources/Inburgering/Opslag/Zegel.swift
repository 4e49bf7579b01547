// SPDX-License-Identifier: EUPL-1.2

/// Where every chain of a gemeente stood at one moment, vouched for with a key that is not in the storage.
///
/// One is made a day and is kept twice: as a row, and outside the storage where whoever can write the storage cannot
/// (`bewijs:` of the configuration). What was sealed can no longer be changed, cut off or taken away unseen.
public struct Zegel: Hashable, Sendable {
    /// 1, 2, 3 …: one that is missing shows.
    public let nummer: Int
    /// When it was made.
    public let tijdstip: Tijdstip
    /// The last audit line in the chain, and its code.
    public let auditNummer: Int64
    /// See `auditNummer`; 32 bytes.
    public let auditCode: [UInt8]
    /// How many dossiers there were, those that were destroyed included.
    public let dossiers: Int
    /// How many facts they had.
    public let feiten: Int
    /// SHA-256 over every dossier's number, last volgnummer and hash, in the order of the numbers.
    public let koppen: [UInt8]
    /// How many dossiers were destroyed.
    public let vernietigd: Int
    /// SHA-256 over the number and the moment of each of those, in the order of the numbers.
    public let vernietigingen: [UInt8]
    /// The key version of `code`.
    public let sleutel: UInt32
    /// HMAC over all of this and the code of the seal before; 32 bytes.
    public let code: [UInt8]

    /// - Parameters: see the properties.
    public init(
        nummer: Int,
        tijdstip: Tijdstip,
        auditNummer: Int64,
        auditCode: [UInt8],
        dossiers: Int,
        feiten: Int,
        koppen: [UInt8],
        vernietigd: Int,
        vernietigingen: [UInt8],
        sleutel: UInt32,
        code: [UInt8]
    ) {
        self.nummer = nummer
        self.tijdstip = tijdstip
        self.auditNummer = auditNummer
        self.auditCode = auditCode
        self.dossiers = dossiers
        self.feiten = feiten
        self.koppen = koppen
        self.vernietigd = vernietigd
        self.vernietigingen = vernietigingen
        self.sleutel = sleutel
        self.code = code
    }
}
