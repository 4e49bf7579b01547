// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Testing

@testable import RegieRuntime

/// Certificates of an authority of our own, made with openssl.
private struct Certificaten {
    let map: URL

    init() throws {
        map = FileManager.default.temporaryDirectory.appending(path: "regie-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: map, withIntermediateDirectories: true)
        for ca in ["ca", "vreemd"] {
            try openssl("req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=\(ca) -keyout \(ca).key -out \(ca).pem")
        }
        try maak("server", "/CN=regie", ca: "ca")
        try maak("duo", "/C=NL/O=DUO/CN=duo/serialNumber=\(Proefinstallatie.duo)", ca: "ca")
        try maak("ander", "/C=NL/O=Ander/CN=ander/serialNumber=00000009999999990000", ca: "ca")
        try maak("zonderoin", "/CN=zonder", ca: "ca")
        try maak("vals", "/C=NL/O=DUO/CN=duo/serialNumber=\(Proefinstallatie.duo)", ca: "vreemd")
    }

    func verwijder() { try? FileManager.default.removeItem(at: map) }

    private func maak(_ naam: String, _ onderwerp: String, ca: String) throws {
        try openssl("req -newkey rsa:2048 -nodes -subj \(onderwerp) -keyout \(naam).key -out \(naam).csr")
        try openssl("x509 -req -in \(naam).csr -CA \(ca).pem -CAkey \(ca).key -CAcreateserial -days 2 -out \(naam).pem")
    }

    private func openssl(_ regel: String) throws {
        let uitkomst = try Programma.doe("/usr/bin/openssl", regel.split(separator: " ").map(String.init), map: map)
        guard uitkomst.code == 0 else { throw Proeffout(description: "openssl \(regel)") }
    }

    func van(_ naam: String) -> [String] {
        let pad = map.path()
        return ["-k", "--cert", "\(pad)/\(naam).pem", "--key", "\(pad)/\(naam).key"]
    }
}

@Suite(
    .timeLimit(.minutes(3)),
    .enabled(if: FileManager.default.fileExists(atPath: "/usr/bin/openssl"), "openssl is er niet")
)
struct TLSTests {
    @Test func `alleen wie met zijn certificaat bewijst dat hij DUO is, kan als DUO spreken`() async throws {
        let certificaten = try Certificaten()
        defer { certificaten.verwijder() }
        let pad = certificaten.map.path()
        let installatie = try await Proefinstallatie(
            tls: "certificate: \(pad)/server.pem, key: \(pad)/server.key, ca: \(pad)/ca.pem"
        )
        let regied = try await installatie.startGereed()
        func antwoord(_ wie: String?, bron: String = Proefinstallatie.duo) async throws -> Int {
            let extra = wie.map { certificaten.van($0) } ?? ["-k"]
            return try await Proefinstallatie.curl(installatie.notificatie(extra, schema: "https", bron: bron)).code
        }
        #expect(try await antwoord("duo") == 201)
        #expect(try await antwoord("ander") == 401)
        #expect(try await antwoord("ander", bron: "00000009999999990000") == 401)
        #expect(try await antwoord("zonderoin") == 401)
        #expect(try await antwoord("duo", bron: "") == 400)
        #expect(try await antwoord("duo", bron: "123") == 400)
        // Whatever the answer, and whoever gives it, the version of the API is on it.
        for wie in ["duo", "ander", "zonderoin"] {
            let koppen = try await Proefinstallatie.curl(
                installatie.notificatie(["-i"] + certificaten.van(wie), schema: "https")
            )
            #expect(koppen.tekst.lowercased().contains("api-version: 1.8.0"), "\(wie): \(koppen.tekst)")
        }
        // Without a certificate, or with one of another authority, the handshake itself fails.
        #expect(try await antwoord(nil) == 0)
        #expect(try await antwoord("vals") == 0)
        // And without TLS nobody is heard.
        #expect(try await Proefinstallatie.curl(installatie.notificatie()).code == 0)
        // Health is not for partners.
        let gezondheid = try await Proefinstallatie.curl(
            certificaten.van("duo") + ["https://127.0.0.1:\(installatie.poort)/health"]
        )
        #expect(gezondheid.code == 400)
        #expect(await regied.stop() == 0)
        #expect(try await installatie.store().listInbox(status: nil, limiet: 10, overslaan: 0).count == 2)
    }
}
