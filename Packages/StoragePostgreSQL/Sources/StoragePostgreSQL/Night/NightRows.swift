// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import PostgreSQLClient
import Sealing
import StorageCore

/// Nights and their parts as rows.
struct NightRows {
    let db: PGConnection
    let gemeente: Gemeentecode

    /// A night that a job began, or that is under way.
    struct Found {
        let number: Int64
        let peildatum: Datum
        let isOpen: Bool
    }

    func isKnown(_ number: Int64) throws -> Bool {
        try db.row("SELECT 1::bigint FROM regie.nacht WHERE gemeente = $1 AND nr = $2", key(number)) != nil
    }

    func begun(by job: Int64) throws -> Found? {
        try db.row("SELECT nr, peildatum, klaar_op FROM regie.nacht WHERE gemeente = $1 AND taak = $2", key(job)).map(
            found
        )
    }

    /// Locked: nobody ends it meanwhile.
    func underWay() throws -> Found? {
        try db.row(
            "SELECT nr, peildatum, klaar_op FROM regie.nacht WHERE gemeente = $1 AND klaar_op IS NULL FOR UPDATE",
            [.text(gemeente.description)]
        ).map(found)
    }

    /// Whether a night is under way; locked, so that of two who do its last parts one comes after the other.
    func lock(_ number: Int64) throws -> Bool {
        try db.row(
            "SELECT 1::bigint FROM regie.nacht WHERE gemeente = $1 AND nr = $2 AND klaar_op IS NULL FOR UPDATE",
            key(number)
        ) != nil
    }

    /// Numbered by the server's clock: jobs of parts move with a copy to a storage where the count would begin anew, and
    /// there must not be taken for parts of another night.
    /// - Returns: false when somebody else began one at the same moment.
    func insert(_ plan: Nachtplan, by job: Int64) throws -> Bool {
        let number = try db.row(
            """
            INSERT INTO regie.nacht (gemeente, nr, taak, peildatum, begonnen_op)
            SELECT $1, GREATEST(\(ServerTime.sql), COALESCE(max(nr), 0) + 1), $2::bigint, $3::bigint, $4::bigint
            FROM regie.nacht WHERE gemeente = $1
            ON CONFLICT DO NOTHING RETURNING nr
            """,
            key(job) + [.int(Int64(plan.peildatum.dagnummer)), .int(plan.tijdstip.milliseconden)]
        )?.int(0)
        guard let number else { return false }
        let ends = try db.rows(
            """
            SELECT id FROM (
                SELECT id, row_number() OVER volgorde AS plaats, lead(id) OVER volgorde AS volgende
                FROM regie.dossier WHERE gemeente = $1 WINDOW volgorde AS (ORDER BY id)) AS rij
            WHERE plaats % $2 = 0 AND volgende IS NOT NULL ORDER BY id
            """,
            key(Int64(max(1, plan.omvang)))
        ).map { try $0.int(0) }
        // From the lowest id there can be to the highest, without a gap: a dossier that is made now has its part.
        let all = NightlyPass.everything
        _ = try db.run(
            """
            INSERT INTO regie.nachtdeel (gemeente, nacht, nr, na, tot)
            SELECT $1, $2, deel.nr, deel.na, deel.tot
            FROM unnest($3::bigint[], $4::bigint[]) WITH ORDINALITY AS deel (na, tot, nr)
            """,
            key(number) + [.ints([all.lowerBound] + ends), .ints(ends + [all.upperBound])]
        )
        return true
    }

    /// The parts that are not done, in order.
    func undone(_ number: Int64) throws -> [Nachtdeel] {
        try db.rows(
            "SELECT nr FROM regie.nachtdeel WHERE gemeente = $1 AND nacht = $2 AND klaar_op IS NULL ORDER BY nr",
            key(number)
        ).map { Nachtdeel(nacht: number, nummer: Int(try $0.int(0))) }
    }

    /// The dossiers of a part and the day of its night; nil when it is not to be done.
    func open(_ deel: Nachtdeel) throws -> (bounds: Range<Int64>, peildatum: Datum)? {
        try db.row(
            """
            SELECT na, tot, peildatum FROM regie.nachtdeel JOIN regie.nacht
                ON nacht.gemeente = nachtdeel.gemeente AND nacht.nr = nachtdeel.nacht
            WHERE nachtdeel.gemeente = $1 AND nacht = $2 AND nachtdeel.nr = $3
                AND nachtdeel.klaar_op IS NULL AND nacht.klaar_op IS NULL
            """,
            key(deel)
        ).map { (try $0.int(0)..<(try $0.int(1)), Datum(dagnummer: Int(try $0.int(2)))) }
    }

    func count(_ changed: Int, in deel: Nachtdeel) throws {
        _ = try db.run(
            "UPDATE regie.nachtdeel SET gewijzigd = gewijzigd + $4 WHERE gemeente = $1 AND nacht = $2 AND nr = $3",
            key(deel) + [.int(Int64(changed))]
        )
    }

    /// - Returns: false when the part was done before.
    func finish(_ deel: Nachtdeel, seen: Int, by process: String?, op tijdstip: Tijdstip) throws -> Bool {
        try db.run(
            """
            UPDATE regie.nachtdeel SET gezien = $4, proces = $5, klaar_op = $6
            WHERE gemeente = $1 AND nacht = $2 AND nr = $3 AND klaar_op IS NULL
            """,
            key(deel) + [.int(Int64(seen)), process.map(PGValue.text) ?? .null, .int(tijdstip.milliseconden)]
        ) == 1
    }

    func end(_ number: Int64, op tijdstip: Tijdstip) throws {
        _ = try db.run(
            "UPDATE regie.nacht SET klaar_op = $3 WHERE gemeente = $1 AND nr = $2",
            key(number) + [.int(tijdstip.milliseconden)]
        )
    }

    func state(_ number: Int64) throws -> Nachtstand {
        let row = try db.row(
            """
            SELECT peildatum, count(*), count(deel.klaar_op), sum(gezien)::bigint, sum(gewijzigd)::bigint
            FROM regie.nacht JOIN regie.nachtdeel AS deel ON deel.gemeente = nacht.gemeente AND deel.nacht = nacht.nr
            WHERE nacht.gemeente = $1 AND nacht.nr = $2 GROUP BY peildatum
            """,
            key(number)
        )
        guard let row else { throw RegieFout(.opslagFaalt, "Nacht \(number) is er niet meer.") }
        return Nachtstand(
            peildatum: Datum(dagnummer: Int(try row.int(0))),
            delen: Int(try row.int(1)),
            gedaan: Int(try row.int(2)),
            gezien: Int(try row.int(3)),
            gewijzigd: Int(try row.int(4))
        )
    }

    private func found(_ row: PGRow) throws -> Found {
        Found(
            number: try row.int(0),
            peildatum: Datum(dagnummer: Int(try row.int(1))),
            isOpen: try row.intOrNil(2) == nil
        )
    }

    private func key(_ number: Int64) -> [PGValue] { [.text(gemeente.description), .int(number)] }
    private func key(_ deel: Nachtdeel) -> [PGValue] { key(deel.nacht) + [.int(Int64(deel.nummer))] }
}
