// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser

struct BerichtGroep: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bericht",
        abstract: "Berichten van en naar ketenpartners.",
        subcommands: [BerichtList.self, BerichtShow.self, BerichtImport.self, BerichtRetry.self, BerichtDrop.self]
    )
}
