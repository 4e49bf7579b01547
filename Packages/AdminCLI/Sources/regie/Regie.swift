// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

/// The root of all commands.
struct Regie: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "regie",
        abstract: "Beheer van Regie: inburgering onder de Wet inburgering 2021.",
        discussion: """
            stdout is data, stderr is wat er te zeggen valt. Elke wijziging vraagt om --reden en kent --dry-run.
            Afloop: 0 gelukt, 1 mislukt, 2 verkeerd gebruik of configuratie, 6 gelukt met bevindingen.
            """,
        version: "0.1.0",
        subcommands: [],
        groupedSubcommands: [
            .init(
                name: "Installatie",
                subcommands: [
                    Init.self, Doctor.self, Config.self, Migrate.self, Backup.self, Restore.self, SleutelGroep.self,
                ]
            ),
            .init(
                name: "Dossiers",
                subcommands: [
                    DossierGroep.self, Werkvoorraad.self, GebeurtenisGroep.self, BriefMaken.self, Assess.self,
                ]
            ),
            .init(
                name: "Handelingen van de klantmanager",
                subcommands: [
                    IntakeGroep.self, PipGroep.self, AanbodGroep.self, VoortgangGroep.self, PvtGroep.self,
                    MapGroep.self,
                    ZrouteGroep.self, OntheffingGroep.self, OntzorgenGroep.self, HandhavingGroep.self,
                    KlantmanagerGroep.self,
                ]
            ),
            .init(name: "Keten en taken", subcommands: [BerichtGroep.self, JobGroep.self, ScheduleGroep.self]),
            .init(name: "Toezicht en proef", subcommands: [AuditGroep.self, LogboekGroep.self, Generate.self]),
        ]
    )

    static var _errorPrefix: String { "Fout: " }
}
