// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Sealing

/// The store of one gemeente, opened with one access. What it can do stands in the folders, one a protocol.
struct PostgreSQLStore: Sendable {
    let database: GemeenteDatabase
    let toegang: Toegang

    var gemeente: Gemeentecode { database.gemeente }
    var keys: GemeenteKeys { database.keys }
}
