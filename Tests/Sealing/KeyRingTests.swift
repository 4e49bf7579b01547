// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Inburgering
import RegieTestKit
import Sealing
import Testing

@Suite struct KeyRingTests {
    let directory: TemporaryDirectory

    init() throws { directory = try TemporaryDirectory() }

    private var path: String { "\(directory.path)/\(TestData.gemeente).key" }

    private func chmod(_ mode: Int, _ path: String) throws {
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func code(_ work: () throws -> Void) -> RegieFout.Code? {
        do {
            try work()
            return nil
        } catch {
            return (error as? RegieFout)?.code
        }
    }

    @Test func `een nieuw sleutelbestand is alleen voor de eigenaar`() throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let ring = try KeyRing.load(from: directory.path, credentials: nil)
        #expect(ring.gemeenten == [TestData.gemeente])
        #expect(try ring.keys(of: TestData.gemeente).ids == [1])
    }

    @Test(arguments: [0o640, 0o604, 0o660, 0o644, 0o610])
    func `een sleutelbestand waar anderen bij kunnen, wordt geweigerd`(mode: Int) throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        try chmod(mode, path)
        #expect(code { _ = try KeyRing.load(from: directory.path, credentials: nil) } == .verzegelingFaalt)
        try chmod(0o400, path)
        #expect(code { _ = try KeyRing.load(from: directory.path, credentials: nil) } == nil)
    }

    @Test func `een sleutelbestand dat er is, wordt nooit overschreven`() throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let before = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(code { try KeyRing.generate(TestData.gemeente, in: directory.path) } == .verzegelingFaalt)
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    }

    @Test func `een versie opent meteen en verzegelt pas vanaf haar begin, ook zonder herstart`() throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let ring = try KeyRing.load(from: directory.path, credentials: nil)
        let before = ring.fingerprint
        let later = Tijdstip(milliseconden: Int64(Date().timeIntervalSince1970 * 1000) + 3_600_000)
        #expect(try KeyRing.rotate(TestData.gemeente, in: directory.path, vanaf: later) == 2)
        #expect(ring.fingerprint != before)
        #expect(try ring.keys(of: TestData.gemeente).ids == [1])
        try ring.reload()
        let keys = try ring.keys(of: TestData.gemeente)
        #expect(keys.ids == [1, 2])
        #expect(keys.newest == 1)
        #expect(keys.versions.map(\.hasBegun) == [true, false])
        #expect(keys.versions.last?.vanaf == later)
        // As if the hour had passed.
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let now = text.replacing("vanaf \(later)", with: "vanaf 2020-01-01T00:00:00.000Z")
        try Data(now.utf8).write(to: URL(fileURLWithPath: path))
        try ring.reload()
        #expect(try ring.keys(of: TestData.gemeente).newest == 2)
    }

    @Test func `een versie die weg is opent niets en gaat nog de codes van het auditlog na`() throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let ring = try KeyRing.load(from: directory.path, credentials: nil)
        let old = try ring.keys(of: TestData.gemeente)
        let sealed = try old.seal(Data("geheim".utf8), for: .inbox, context: [1])
        let line = AuditRegel("toets", object: "o", door: TestData.toegang, op: TestData.moment)
        var chain = AuditChain(old)
        let code = try chain.add(1, line, reden: nil, keyID: 1)
        #expect(self.code { try KeyRing.retire(1, of: TestData.gemeente, in: directory.path) } == .geweigerd)
        try KeyRing.rotate(TestData.gemeente, in: directory.path)
        try KeyRing.retire(1, of: TestData.gemeente, in: directory.path)
        try ring.reload()
        let new = try ring.keys(of: TestData.gemeente)
        #expect(new.ids == [2])
        #expect(new.versions.map(\.isFull) == [false, true])
        #expect(self.code { _ = try new.open(sealed, for: .inbox, context: [1]) } == .verzegelingFaalt)
        var again = AuditChain(new)
        #expect(try again.add(1, line, reden: nil, keyID: 1) == code)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("1 audit "))
        #expect(self.code { try KeyRing.retire(1, of: TestData.gemeente, in: directory.path) } == .nietGevonden)
        #expect(self.code { try KeyRing.retire(2, of: TestData.gemeente, in: directory.path) } == .geweigerd)
    }

    @Test(arguments: [
        "1 abc\n", "1 audit \(String(repeating: "0", count: 63))\n",
        "1 \(String(repeating: "0", count: 64)) vanaf morgen\n",
        "1 \(String(repeating: "0", count: 64)) later 2026-01-01T00:00:00Z\n",
        "1 audit \(String(repeating: "0", count: 64))\n",
    ]) func `een regel die geen sleutel is, wordt geweigerd`(text: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(code { _ = try KeyRing.load(from: directory.path, credentials: nil) } == .verzegelingFaalt)
    }

    @Test func `na een sleutelwissel verzegelt de nieuwe en opent de oude nog`() throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        let before = try KeyRing.load(from: directory.path, credentials: nil).keys(of: TestData.gemeente)
        let sealed = try before.seal(Data("geheim".utf8), for: .inbox, context: [1])
        #expect(try KeyRing.rotate(TestData.gemeente, in: directory.path) == 2)
        let after = try KeyRing.load(from: directory.path, credentials: nil).keys(of: TestData.gemeente)
        #expect(after.ids == [1, 2])
        #expect(try after.open(sealed, for: .inbox, context: [1]) == Data("geheim".utf8))
        let new = try after.seal(Data("geheim".utf8), for: .inbox, context: [1])
        #expect(Envelope.keyID(of: new) == 2)
        #expect(code { _ = try before.open(new, for: .inbox, context: [1]) } == .verzegelingFaalt)
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
    }

    @Test func `een sleutel van systemd gaat voor, ook als de groep hem kan lezen`() throws {
        let credentials = try TemporaryDirectory()
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        try KeyRing.generate(TestData.gemeente, in: credentials.path)
        try KeyRing.generate(TestData.otherGemeente, in: credentials.path)
        try chmod(0o440, "\(credentials.path)/\(TestData.gemeente).key")
        let ring = try KeyRing.load(from: directory.path, credentials: credentials.path)
        #expect(ring.gemeenten == [TestData.gemeente, TestData.otherGemeente])
        let only = try KeyRing.load(from: "\(directory.path)/leeg", credentials: credentials.path)
        let sealed = try ring.keys(of: TestData.gemeente).seal(Data([1]), for: .text, context: [])
        #expect(try only.keys(of: TestData.gemeente).open(sealed, for: .text, context: []) == Data([1]))
        try chmod(0o444, "\(credentials.path)/\(TestData.gemeente).key")
        #expect(code { _ = try KeyRing.load(from: directory.path, credentials: credentials.path) } == .verzegelingFaalt)
    }

    @Test(arguments: [
        "", "1 kort", "x \(String(repeating: "ab", count: 32))", "0 \(String(repeating: "ab", count: 32))",
        "1 \(String(repeating: "zz", count: 32))", "1 \(String(repeating: "ab", count: 32)) extra",
    ])
    func `een geschonden sleutelbestand wordt geweigerd zonder dat de sleutel in de fout staat`(text: String) throws {
        try KeyRing.generate(TestData.gemeente, in: directory.path)
        try Data((text + "\n").utf8).write(to: URL(fileURLWithPath: path))
        try chmod(0o600, path)
        do {
            _ = try KeyRing.load(from: directory.path, credentials: nil)
            Issue.record("het bestand werd geladen")
        } catch {
            #expect(error.code == .verzegelingFaalt)
            #expect(!error.description.contains("abab"))
        }
    }

    @Test func `zonder sleutel van de gemeente zegt de fout welk bestand er hoort`() throws {
        let ring = try KeyRing.load(from: "\(directory.path)/er/niet", credentials: nil)
        #expect(ring.gemeenten.isEmpty)
        let fout = #expect(throws: RegieFout.self) { _ = try ring.keys(of: TestData.gemeente) }
        #expect(fout?.code == .verzegelingFaalt)
        #expect(fout?.watTeDoen.contains("0363.key") == true)
    }
}
