// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

struct DossierGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dossier",
        abstract: "Dossiers bekijken, zoeken en vernietigen.",
        subcommands: [
            DossierList.self, DossierShow.self, DossierHistory.self, DossierExplain.self, DossierFind.self,
            DossierVernietig.self,
        ]
    )
}
