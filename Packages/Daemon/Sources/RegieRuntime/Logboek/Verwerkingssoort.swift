// SPDX-License-Identifier: EUPL-1.2

/// What is done with the data, and under which entry of the register of processing activities (AVG art. 30).
struct Verwerkingssoort: Sendable {
    /// An entry of the register: the last part of its URI. The handbook says what each covers.
    enum Activiteit: String, CaseIterable, Sendable {
        /// A klantmanager directs: looks, records, writes letters.
        case regie = "regie-op-inburgering"
        /// Messages from and to partners.
        case uitwisseling = "uitwisseling-met-ketenpartners"
        /// The machine watches the terms.
        case termijnbewaking
        /// The beheerder keeps the installation: copies, destruction.
        case beheer = "beheer-en-bewaring"
    }

    /// For people: what is done, in Dutch.
    let naam: String
    /// The entry.
    let activiteit: Activiteit

    /// The kind of a command or a job, by the word under which the audit log has it.
    init(_ doel: String) {
        if let bekend = Self.bekend[doel] {
            self = Self(naam: bekend.0, activiteit: bekend.1)
        } else if doel.hasPrefix("brief.") {
            self = Self(naam: "Brief maken", activiteit: .regie)
        } else {
            // The name must never be empty (the standard), and a command that is new here must not go unlogged.
            self = Self(naam: doel.isEmpty ? "verwerking" : doel, activiteit: .regie)
        }
    }

    private init(naam: String, activiteit: Activiteit) {
        self.naam = naam
        self.activiteit = activiteit
    }

    private static let bekend: [String: (String, Activiteit)] = [
        "dossier.lees": ("Dossier bekijken", .regie),
        "dossier.historie": ("Geschiedenis van een dossier bekijken", .regie),
        "dossier.uitleg": ("Uitleg bij een beoordeling bekijken", .regie),
        "dossier.zoek": ("Dossier zoeken", .regie),
        "dossier.lijst": ("Lijst van dossiers bekijken", .regie),
        "werkvoorraad.lees": ("Werkvoorraad bekijken", .regie),
        "feit.vastleggen": ("Feit vastleggen in een dossier", .regie),
        "contactpersoon.melden": ("Contactpersoon melden", .uitwisseling),
        "bericht.lees": ("Bericht bekijken", .uitwisseling),
        "bericht.lijst": ("Lijst van berichten bekijken", .uitwisseling),
        "bericht.import": ("Bericht van een ketenpartner inlezen", .uitwisseling),
        "bericht.opnieuw": ("Bericht opnieuw aanbieden", .uitwisseling),
        "bericht.terzijde": ("Bericht laten vervallen", .uitwisseling),
        Self.ontvangst: ("Melding van een ketenpartner ontvangen", .uitwisseling),
        NotificatieHandler.soort: ("Melding van een ketenpartner verwerken", .uitwisseling),
        VerzendHandler.soort: ("Bericht aan een ketenpartner verzenden", .uitwisseling),
        Termijnbewaking.soort: ("Termijnen bewaken", .termijnbewaking),
        "dossier.vernietig": ("Dossier vernietigen", .beheer),
        "logboek.toon": ("Logboek van een betrokkene bekijken", .beheer),
        Self.backup: ("Reservekopie maken", .beheer),
        Self.restore: ("Reservekopie terugzetten", .beheer),
        Verhuisstap.actie: ("Opslag verhuizen", .beheer),
    ]

    /// A partner hands a message over.
    static let ontvangst = "notificatie.ontvang"
    /// A copy of everything is made.
    static let backup = "backup"
    /// A storage is made out of a copy.
    static let restore = "restore"
}
