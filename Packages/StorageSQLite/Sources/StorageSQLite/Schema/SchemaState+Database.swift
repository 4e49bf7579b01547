// SPDX-License-Identifier: EUPL-1.2

import GRDB
import StorageCore

extension SchemaState {
    init(_ db: Database) throws {
        self.init(found: try Migrations.migrator(nil).appliedIdentifiers(db), of: Migrations.names)
    }
}
