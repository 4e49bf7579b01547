// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// Certificates of a server: for `localhost`, from an authority of its own, and an authority that has nothing to do with
/// it.
public struct PostgresCertificaten: Sendable {
    private let map: URL

    /// The authority that signed the server's certificate.
    public var uitgever: String { map.appending(path: "ca.pem").path }
    /// Another authority.
    public var vreemdeUitgever: String { map.appending(path: "vreemd.pem").path }
    var certificaat: String { map.appending(path: "server.pem").path }
    var sleutel: String { map.appending(path: "server.key").path }

    /// Made by the user that the server runs as: it wants the key to be its own.
    init(in map: URL) async throws {
        self.map = map
        try Data("subjectAltName=DNS:localhost\n".utf8).write(to: map.appending(path: "namen"))
        for naam in ["ca", "vreemd"] {
            try await openssl(
                "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=\(naam) -keyout \(naam).key -out \(naam).pem"
            )
        }
        try await openssl("req -newkey rsa:2048 -nodes -subj /CN=localhost -keyout server.key -out server.csr")
        try await openssl(
            "x509 -req -in server.csr -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile namen -out server.pem"
        )
    }

    private func openssl(_ regel: String) async throws {
        try await PostgresProgrammas.draai("/usr/bin/openssl", regel.split(separator: " ").map(String.init), map: map)
    }
}
