// SPDX-License-Identifier: EUPL-1.2

/// A column that moves along.
public struct TransferColumn: Hashable, Sendable {
    /// What a column holds; any of them may be NULL.
    public enum Kind: Hashable, Sendable {
        /// A number.
        case int
        /// Text.
        case text
        /// Bytes.
        case bytes
    }

    /// Its name, the same in every storage.
    public let name: String
    /// What it holds.
    public let kind: Kind

    static func int(_ name: String) -> TransferColumn { TransferColumn(name: name, kind: .int) }
    static func text(_ name: String) -> TransferColumn { TransferColumn(name: name, kind: .text) }
    static func bytes(_ name: String) -> TransferColumn { TransferColumn(name: name, kind: .bytes) }
}

/// A table of which a gemeente's rows move from one storage to another, sealed bytes and all: what an envelope is bound to
/// (`SealContext`) is the same in every storage, so no key is needed to move it.
public struct TransferTable: Hashable, Sendable {
    /// Its name, the same in every storage.
    public let name: String
    /// What moves of it. Whose gemeente it is does not: that is the storage's own business.
    public let columns: [TransferColumn]
    /// What rows are sorted by: numbers by value, text and bytes by their bytes, NULL last.
    public let order: [TransferColumn]

    init(_ name: String, _ columns: [TransferColumn], by order: [String]) {
        self.name = name
        self.columns = columns
        self.order = order.compactMap { name in columns.first { $0.name == name } }
    }
}

extension TransferTable {
    /// Everything of a gemeente, in an order in which it can be put in: what others point at comes first.
    ///
    /// Not `proces`: which processes were at work is over when the storage is another one. A job that one of them held is
    /// taken over as that of any process that died.
    public static let all: [TransferTable] = [
        dossier, gebeurtenis, zoeksleutel, werkregel, inbox, outbox, audit, auditKop, job, schema, tik, zegel, zegelkop,
        teller,
    ]

    /// Heads, with the wrapped keys. What was destroyed moves as what it is.
    static let dossier = TransferTable(
        "dossier",
        [
            .int("id"), .bytes("sleutel"), .int("laatste"), .bytes("hash"), .bytes("regels"), .bytes("merk"),
            .int("vernietigd_op"),
        ],
        by: ["id"]
    )
    static let gebeurtenis = TransferTable(
        "gebeurtenis",
        [
            .int("dossier"), .int("volgnummer"), .int("geldig_op"), .int("bekend_op"), .text("bron"),
            .text("bericht_id"), .int("versie"), .bytes("inhoud"), .bytes("hash"),
        ],
        by: ["dossier", "volgnummer"]
    )
    static let zoeksleutel = TransferTable(
        "zoeksleutel",
        [.bytes("blind"), .int("dossier"), .int("versie")],
        by: ["dossier", "blind"]
    )
    static let werkregel = TransferTable(
        "werkregel",
        [
            .int("dossier"), .text("herkomst"), .int("plaats"), .int("ernst"), .int("voor"), .text("code"),
            .text("klantmanager"), .bytes("inhoud"),
        ],
        by: ["dossier", "herkomst", "plaats"]
    )
    /// `nr` is the order of arrival, counted from 1 without gaps.
    static let inbox = TransferTable(
        "inbox",
        [
            .int("nr"), .text("partner"), .text("bericht_id"), .text("soort"), .int("ontvangen_op"), .int("persoon"),
            .int("status"), .int("tot"), .bytes("toelichting"), .int("pogingen"), .int("vergeefs"), .int("dossier"),
            .bytes("inhoud"),
        ],
        by: ["nr"]
    )
    /// `nr` is the order in which a dossier's messages go out, counted from 1 without gaps.
    static let outbox = TransferTable(
        "outbox",
        [
            .int("nr"), .text("bericht_id"), .text("partner"), .text("soort"), .int("dossier"), .int("gemaakt_op"),
            .int("status"), .int("tot"), .bytes("toelichting"), .int("pogingen"), .bytes("inhoud"),
        ],
        by: ["nr"]
    )
    /// `nr` is NULL of a line that is not in the chain yet; those come last, in the order in which they were written.
    static let audit = TransferTable(
        "audit",
        [
            .int("nr"), .text("actie"), .text("object"), .text("resultaat"), .text("oorsprong"), .text("actor"),
            .int("tijdstip"), .bytes("reden"), .int("sleutel"), .bytes("code"), .bytes("herzegeld"), .bytes("merk"),
        ],
        by: ["nr"]
    )
    static let auditKop = TransferTable("audit_kop", [.int("nr"), .bytes("code")], by: ["nr"])
    static let job = TransferTable(
        "job",
        [
            .int("id"), .text("soort"), .bytes("inhoud"), .int("prioriteit"), .int("status"), .int("vanaf"),
            .int("pogingen"), .int("hoogstens"), .int("lease"), .text("fout"), .text("uniek"), .text("proces"),
            .int("klaar_op"),
        ],
        by: ["id"]
    )
    /// `gepauzeerd` is 0 or 1.
    static let schema = TransferTable(
        "schema",
        [.text("naam"), .int("laatste"), .int("gepauzeerd")],
        by: ["naam"]
    )
    static let tik = TransferTable("tik", [.text("schema"), .int("op")], by: ["schema", "op"])
    static let zegel = TransferTable(
        "zegel",
        [
            .int("nr"), .int("tijdstip"), .int("audit_nr"), .bytes("audit_code"), .int("dossiers"), .int("feiten"),
            .bytes("koppen"), .int("vernietigd"), .bytes("vernietigingen"), .int("sleutel"), .bytes("code"),
        ],
        by: ["nr"]
    )
    static let zegelkop = TransferTable(
        "zegelkop",
        [.int("dossier"), .int("laatste"), .bytes("hash"), .int("vernietigd_op")],
        by: ["dossier"]
    )
    /// One row: how many rows a gemeente was ever given in the tables from which none is taken away.
    static let teller = TransferTable("teller", [.int("audit"), .int("inbox"), .int("outbox")], by: ["audit"])
}
