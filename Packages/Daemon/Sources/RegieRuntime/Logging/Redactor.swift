// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Takes what could name a person out of text that is about to leave the process: a log line, a label of a metric.
///
/// The last line of defence, not the first: nobody writes a BSN into a log message. It masks every BSN (nine digits that
/// pass the elfproef), every V-nummer (ten digits), also with spaces, dots or dashes between the digits, and the values
/// of keys that hold such things by their name.
public enum Redactor {
    /// Keys whose value is always masked, in lower case.
    static let secretKeys: Set<String> = [
        "bsn", "burgerservicenummer", "vnummer", "v-nummer", "vreemdelingennummer", "naam", "geslachtsnaam",
        "voornamen",
        "geboortedatum", "adres", "email", "telefoon", "wachtwoord", "password", "secret", "token", "authorization",
        "sleutel",
    ]

    /// What stands in place of what was masked.
    public static let mask = "***"

    /// Whether the value of a key is masked whatever it is.
    static func isSecret(_ key: String) -> Bool { secretKeys.contains(key.lowercased()) }

    /// The text without numbers that could name a person.
    public static func redact(_ text: String) -> String {
        // Most lines hold too few digits to hold such a number.
        guard text.utf8.lazy.filter(isDigit).count >= 9, !isUUID(text) else { return text }
        var out: [UInt8] = []
        var run: [UInt8] = []
        for byte in text.utf8 {
            if isDigit(byte) || (isJoint(byte) && run.last.map(isDigit) == true) {
                run.append(byte)
            } else {
                flush(&run, into: &out)
                out.append(byte)
            }
        }
        flush(&run, into: &out)
        return String(decoding: out, as: UTF8.self)
    }

    /// A message's own id, by which partners find it back: random, and of nobody.
    private static func isUUID(_ text: String) -> Bool {
        guard text.utf8.count == 36 else { return false }
        return text.utf8.enumerated().allSatisfy { place, byte in
            [8, 13, 18, 23].contains(place)
                ? byte == UInt8(ascii: "-")
                : isDigit(byte) || (97...102).contains(byte) || (65...70).contains(byte)
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    /// What people put between the digits of a number: space, dot, dash.
    private static func isJoint(_ byte: UInt8) -> Bool { byte == 32 || byte == 46 || byte == 45 }

    private static func flush(_ run: inout [UInt8], into out: inout [UInt8]) {
        defer { run = [] }
        guard !run.isEmpty else { return }
        // What trails is not part of the number.
        var tail: [UInt8] = []
        while let last = run.last, isJoint(last) { tail.insert(run.removeLast(), at: 0) }
        out += namesPerson(run) ? Array(mask.utf8) : redactGroups(run)
        out += tail
    }

    /// Groups of digits one by one, for a number may stand beside another: `id 7 999990019`.
    private static func redactGroups(_ run: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var group: [UInt8] = []
        for byte in run + [0] {
            if isDigit(byte) {
                group.append(byte)
                continue
            }
            out += namesPerson(group) ? Array(mask.utf8) : group
            group = []
            if byte != 0 { out.append(byte) }
        }
        return out
    }

    private static func namesPerson(_ bytes: [UInt8]) -> Bool {
        let digits = bytes.filter(isDigit)
        if digits.count == 10 { return !isTimestamp(bytes) }
        return digits.count == 9 && Bsn(String(decoding: digits, as: UTF8.self)) != nil
    }

    /// `2026-11-21 10` reads as ten digits with joints, and is a date with an hour.
    private static func isTimestamp(_ bytes: [UInt8]) -> Bool {
        bytes.count == 13 && Datum(String(decoding: bytes.prefix(10), as: UTF8.self)) != nil && bytes[10] == 32
    }
}
