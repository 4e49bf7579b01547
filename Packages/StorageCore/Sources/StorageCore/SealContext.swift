// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Sealing

/// What an envelope is bound to (AAD): gemeente, table and row. It opens in no other place.
///
/// The same bytes in every storage, so that what is sealed moves from one to another as it is.
public enum SealContext {
    /// A fact. The last four bytes are the volgnummer, so that one buffer serves a whole dossier.
    public static func gebeurtenis(_ gemeente: Gemeentecode, _ dossier: Int64) -> ByteWriter {
        var context = start(gemeente, "gebeurtenis")
        context.write(dossier)
        context.write(UInt32(0))
        return context
    }

    /// A line of the werkvoorraad.
    public static func werkregel(_ gemeente: Gemeentecode, _ dossier: Int64, _ herkomst: String) -> [UInt8] {
        var context = start(gemeente, "werkregel")
        context.write(dossier)
        context.write(herkomst)
        return context.bytes
    }

    /// A column of an incoming message.
    public static func inbox(_ gemeente: Gemeentecode, _ sleutel: Berichtsleutel, column: String) -> [UInt8] {
        var context = start(gemeente, "inbox.\(column)")
        context.write(sleutel.partner.rawValue)
        context.write(sleutel.berichtId)
        return context.bytes
    }

    /// A column of an outgoing message.
    public static func outbox(_ gemeente: Gemeentecode, _ berichtId: String, column: String) -> [UInt8] {
        var context = start(gemeente, "outbox.\(column)")
        context.write(berichtId)
        return context.bytes
    }

    /// The reason in an audit line.
    public static func auditReden(_ gemeente: Gemeentecode, _ regel: AuditRegel) -> [UInt8] {
        var context = start(gemeente, "audit.reden")
        context.write(regel.actie)
        context.write(regel.object)
        context.write(regel.actor)
        context.write(regel.tijdstip.milliseconden)
        return context.bytes
    }

    /// What a job needs.
    public static func job(_ gemeente: Gemeentecode, _ soort: String) -> [UInt8] {
        var context = start(gemeente, "job.inhoud")
        context.write(soort)
        return context.bytes
    }

    private static func start(_ gemeente: Gemeentecode, _ table: String) -> ByteWriter {
        var context = ByteWriter(capacity: 64)
        context.write(gemeente.waarde)
        context.write(table)
        return context
    }
}
