// SPDX-License-Identifier: EUPL-1.2

import RegieTestKit
import Testing

@testable import PostgreSQLClient

@Suite(.enabled(if: PostgresServer.isThere, "PostgreSQL staat niet op deze machine"))
struct `Transacties` {
    @Test func `wat gooit, laat niets achter`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script("CREATE TABLE t (a bigint)")
            await #expect(throws: MetOpzet.self) {
                try await proef.pool.transaction(.write) { verbinding in
                    try verbinding.run("INSERT INTO t VALUES (1)")
                    throw MetOpzet()
                }
            }
            try await #expect(proef.aantal("t") == 0)
        }
    }

    @Test func `wie een fout inslikt, krijgt hem bij COMMIT`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script("CREATE TABLE t (a bigint PRIMARY KEY)")
            let fout = await fout {
                try await proef.pool.transaction(.write) { verbinding in
                    try verbinding.run("INSERT INTO t VALUES (1)")
                    _ = try? verbinding.run("INSERT INTO t VALUES (1)")
                }
            }
            #expect(fout?.sqlState == "23505")
            try await #expect(proef.aantal("t") == 0)
        }
    }

    @Test func `een deel dat mislukt, kost de rest niet`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script("CREATE TABLE t (a bigint PRIMARY KEY)")
            try await proef.pool.transaction(.write) { verbinding in
                try verbinding.run("INSERT INTO t VALUES (1)")
                let gooit = fout {
                    try verbinding.savepoint {
                        try verbinding.run("INSERT INTO t VALUES (2)")
                        try verbinding.savepoint { try verbinding.run("INSERT INTO t VALUES (3)") }
                        try verbinding.run("INSERT INTO t VALUES (1)")
                    }
                }
                #expect(gooit?.sqlState == "23505")
                try verbinding.savepoint { try verbinding.run("INSERT INTO t VALUES (4)") }
            }
            try await #expect(proef.aantal("t") == 2)
        }
    }

    @Test func `een momentopname ziet niet wat er later bij komt, en schrijft niet`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script("CREATE TABLE t (a bigint)")
            let (server, naam) = (proef.server, proef.naam)
            let fout = await fout {
                try await proef.pool.transaction(.snapshot) { verbinding in
                    try #expect(verbinding.rows("SELECT a FROM t").count == 0)
                    try blokkeer { try await server.execute("INSERT INTO t VALUES (1)", database: naam) }
                    try #expect(verbinding.rows("SELECT a FROM t").count == 0)
                    try verbinding.run("INSERT INTO t VALUES (2)")
                }
            }
            #expect(fout?.sqlState == "25006")
            try await #expect(proef.aantal("t") == 1)
        }
    }

    @Test func `instellingen gelden alleen in de transactie zelf`() async throws {
        try await Proefdatabase.met({ $0.poolSize = 1 }) { proef in
            let lees: @Sendable (PGConnection) throws -> String? = {
                try $0.row("SELECT current_setting('regie.gemeente', true), current_setting('statement_timeout')")
                    .map { try "\($0.textOrNil(0) ?? "") \($0.text(1))" }
            }
            let local = [("regie.gemeente", "0363"), ("statement_timeout", "1234")]
            try await #expect(proef.pool.transaction(.snapshot, local: local, lees) == "0363 1234ms")
            try await #expect(proef.pool.transaction(.snapshot, lees) == " 20s")
            try await #expect(proef.pool.session(lees) == " 0")
        }
    }

    @Test func `is het antwoord op COMMIT verloren, dan staat dat er`() async throws {
        try await Proefdatabase.met { proef in
            try await proef.script(
                """
                CREATE TABLE t (a bigint);
                CREATE FUNCTION weg() RETURNS trigger LANGUAGE plpgsql AS
                  $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NULL; END $$;
                CREATE CONSTRAINT TRIGGER weg AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED
                  FOR EACH ROW EXECUTE FUNCTION weg();
                """
            )
            let fout = await fout {
                try await proef.pool.transaction(.write) { _ = try $0.run("INSERT INTO t VALUES (1)") }
            }
            #expect(fout?.kind == .connection)
            #expect(fout?.commitUnknown == true && fout?.isRetryable == false)
            try await #expect(proef.aantal("t") == 0)
        }
    }
}
