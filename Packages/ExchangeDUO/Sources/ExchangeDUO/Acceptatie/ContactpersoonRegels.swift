// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A contactpersoon of the gemeente, whom the keten can reach about an inburgeraar (DUO Contactpersoon API 1.0.0).
public struct Contactpersoon: Hashable, Sendable {
    /// At most 100 letters, spaces, apostrophes, full stops and dashes.
    public var naam: String
    /// 4 … 241 characters.
    public var email: String
    /// 3 … 22 characters.
    public var telefoonnummer: String

    /// - Parameters: see the properties.
    public init(naam: String, email: String, telefoonnummer: String) {
        self.naam = naam
        self.email = email
        self.telefoonnummer = telefoonnummer
    }

    /// What DUO's specification would refuse.
    public var weigeringen: [Weigering] {
        var uit: [Weigering] = []
        if naam.isEmpty || naam.unicodeScalars.count > 100 || !naam.unicodeScalars.allSatisfy(Self.inNaam) {
            uit.append(
                .duo(
                    "contactpersoon, naam",
                    "hoogstens 100 letters, spaties, apostrofs, punten en streepjes",
                    "De naam van de contactpersoon past daar niet in."
                )
            )
        }
        if !(4...241).contains(email.count) || email.split(separator: "@").count != 2 {
            uit.append(
                .duo(
                    "contactpersoon, email",
                    "een adres van 4 tot en met 241 tekens",
                    "Het e-mailadres is niet geldig."
                )
            )
        }
        if !isTelefoonnummer {
            uit.append(
                .duo(
                    "contactpersoon, telefoonnummer",
                    "3 tot en met 22 tekens: cijfers, eventueel met + ervoor, streepjes en spaties ertussen",
                    "Het telefoonnummer is niet geldig."
                )
            )
        }
        return uit
    }

    /// A new contactpersoon; the answer brings its id.
    /// - Parameters:
    ///   - klantmanager: under which name the id is recorded in the dossier.
    ///   - datum: from when.
    public func aanmelding(klantmanager: String, datum: Datum) -> BerichtOntwerp {
        BerichtOntwerp(
            soort: Berichtsoort.contactpersoonPost.rawValue,
            inhoud: ["klantmanager": .tekst(klantmanager), "datum": datum.json, "body": inhoud]
        )
    }

    /// Other details of a contactpersoon that DUO knows under an id.
    public func wijziging(id: Int) -> BerichtOntwerp {
        BerichtOntwerp(
            soort: Berichtsoort.contactpersoonPut.rawValue,
            inhoud: ["contactpersoonId": .getal(id), "body": inhoud]
        )
    }

    /// Takes a contactpersoon away at DUO, and with it all couplings to persons.
    public static func afmelding(id: Int) -> BerichtOntwerp {
        BerichtOntwerp(soort: Berichtsoort.contactpersoonDelete.rawValue, inhoud: ["contactpersoonId": .getal(id)])
    }

    private var inhoud: JSON {
        ["naam": .tekst(naam), "email": .tekst(email), "telefoonnummer": .tekst(telefoonnummer)]
    }

    private static func inNaam(_ teken: Unicode.Scalar) -> Bool {
        switch teken {
        case " ", "'", "\u{2018}", ".": true
        default: teken.properties.isAlphabetic || teken.properties.generalCategory == .dashPunctuation
        }
    }

    private var isTelefoonnummer: Bool {
        let toegestaan = telefoonnummer.utf8.allSatisfy {
            (48...57).contains($0) || [32, 40, 41, 43, 44, 45].contains($0)
        }
        let cijfers = telefoonnummer.utf8.count { (48...57).contains($0) }
        let eerste = telefoonnummer.utf8.first ?? 0
        return (3...22).contains(telefoonnummer.utf8.count) && toegestaan && (2...25).contains(cijfers)
            && (eerste == 43 || (48...57).contains(eerste)) && !telefoonnummer.dropFirst().contains("+")
    }
}
