// SPDX-License-Identifier: EUPL-1.2

/// Who the person is; DUO gives no names, these come from BRP, COA or the gemeente.
public struct PersoonsgegevensOntvangen: Feitinhoud {
    /// `PersoonsgegevensOntvangen`.
    public static let soort = "PersoonsgegevensOntvangen"
    /// Contract: `bsn`.
    public var bsn: Bsn?
    /// Contract: `vnummer`.
    public var vnummer: VNummer?
    /// Contract: `geslachtsnaam`.
    public var geslachtsnaam: String?
    /// Contract: `voornamen`.
    public var voornamen: String?
    /// May be incomplete: `1990-00-00`.
    public var geboortedatum: OnvolledigeDatum?
    /// Contract: `geslacht`.
    public var geslacht: String?
    /// Codes of BRP table 32.
    public var nationaliteiten: [String]?
    /// Contract: `adres`.
    public var adres: JSON?
    /// {telefoon, email, taal}.
    public var contact: JSON?

    /// A fact with these fields; see each property.
    public init(
        bsn: Bsn? = nil,
        vnummer: VNummer? = nil,
        geslachtsnaam: String? = nil,
        voornamen: String? = nil,
        geboortedatum: OnvolledigeDatum? = nil,
        geslacht: String? = nil,
        nationaliteiten: [String]? = nil,
        adres: JSON? = nil,
        contact: JSON? = nil
    ) {
        self.bsn = bsn
        self.vnummer = vnummer
        self.geslachtsnaam = geslachtsnaam
        self.voornamen = voornamen
        self.geboortedatum = geboortedatum
        self.geslacht = geslacht
        self.nationaliteiten = nationaliteiten
        self.adres = adres
        self.contact = contact
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        bsn = try velden.optioneel("bsn")
        vnummer = try velden.optioneel("vnummer")
        geslachtsnaam = try velden.optioneel("geslachtsnaam")
        voornamen = try velden.optioneel("voornamen")
        geboortedatum = try velden.optioneel("geboortedatum")
        geslacht = try velden.optioneel("geslacht")
        nationaliteiten = try velden.optioneel("nationaliteiten")
        adres = try velden.optioneel("adres")
        contact = try velden.optioneel("contact")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("bsn", bsn)
        velden.zet("vnummer", vnummer)
        velden.zet("geslachtsnaam", geslachtsnaam)
        velden.zet("voornamen", voornamen)
        velden.zet("geboortedatum", geboortedatum)
        velden.zet("geslacht", geslacht)
        velden.zet("nationaliteiten", nationaliteiten)
        velden.zet("adres", adres)
        velden.zet("contact", contact)
    }
}

/// A family member, by dossier, BSN or V-nummer.
public struct GezinslidBekend: Feitinhoud {
    /// `GezinslidBekend`.
    public static let soort = "GezinslidBekend"
    /// Contract: `relatie`.
    public var relatie: Gezinsrelatie
    /// Contract: `dossier`.
    public var dossier: DossierID?
    /// Contract: `bsn`.
    public var bsn: Bsn?
    /// Contract: `vnummer`.
    public var vnummer: VNummer?

    /// A fact with these fields; see each property.
    public init(relatie: Gezinsrelatie, dossier: DossierID? = nil, bsn: Bsn? = nil, vnummer: VNummer? = nil) {
        self.relatie = relatie
        self.dossier = dossier
        self.bsn = bsn
        self.vnummer = vnummer
    }

    /// Reads the fields of the contract.
    public init(van velden: inout Veldlezer) throws(RegieFout) {
        relatie = try velden.verplicht("relatie")
        dossier = try velden.optioneel("dossier")
        bsn = try velden.optioneel("bsn")
        vnummer = try velden.optioneel("vnummer")
    }

    /// Writes the fields of the contract; absent ones are left out.
    public func schrijf(naar velden: inout Veldschrijver) {
        velden.zet("relatie", relatie)
        velden.zet("dossier", dossier)
        velden.zet("bsn", bsn)
        velden.zet("vnummer", vnummer)
    }
}
