// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// A contactpersoon of the gemeente, whom the keten can reach about an inburgeraar (DUO Contactpersoon API 1.0.0).
public struct Contactpersoon: Hashable, Sendable {
    /// At most 100 letters, white space, apostrophes, full stops and dashes.
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
        if naam.unicodeScalars.count > 100 || !naam.unicodeScalars.allSatisfy(Self.inNaam) {
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
                    "3 tot en met 22 tekens: een + of cijfer, dan 2 tot en met 15 cijfers met hoogstens een spatie, "
                        + "streepje of (0) ertussen, en eventueel een komma met een toestelnummer",
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

    /// `[\s'‘.\p{L}\p{Pd}]`, code point by code point: a letter with its accent apart (U+0301) is not DUO's.
    private static func inNaam(_ teken: Unicode.Scalar) -> Bool {
        switch teken.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .dashPunctuation: true
        default: isWit(teken) || teken == "'" || teken == "\u{2018}" || teken == "."
        }
    }

    /// DUO's `\s` as Java and XML read it; what only others count as white space might be refused.
    private static func isWit(_ teken: Unicode.Scalar) -> Bool { teken == " " || (9...13).contains(teken.value) }

    /// `^(\+|[0-9])((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}([,][1-9][0-9]{1,8})?$`, 3 to 22 characters.
    private var isTelefoonnummer: Bool {
        let vorm = /^[+0-9]((\s|\s?(-|\(0\))\s?)?[0-9]){2,15}(,[1-9][0-9]{1,8})?$/
            .matchingSemantics(.unicodeScalar).asciiOnlyWhitespace()
        return (3...22).contains(telefoonnummer.unicodeScalars.count) && telefoonnummer.wholeMatch(of: vorm) != nil
    }
}
