// SPDX-License-Identifier: EUPL-1.2

import Inburgering
import Testing

@Suite struct `JSON lezen en schrijven` {
    @Test(arguments: [
        #"{"a":[1,-2,0],"b":null,"c":true,"d":"x"}"#, "[]", "{}", "\"\"", "0", "-1", "1.50", "1e3",
        "123456789012345678901",
        #"["é","\\","\"","/"]"#, "9223372036854775807",
    ])
    func `goede JSON komt ongewijzigd terug`(_ tekst: String) throws {
        #expect(try JSON.lees(tekst).description == tekst)
    }

    @Test(arguments: [
        "", "{", "}", "[1,]", "[1 2]", #"{"a":1,}"#, #"{"a":1,"a":2}"#, "{a:1}", "01", "-", "1.", ".5", "1e", "+1",
        "nul", "truee",
        "\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"", "\"\\ud800\\u0041\"", "\"\t\"", "1 2", "[1]]", "NaN",
        String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
    ])
    func `slechte JSON wordt geweigerd`(_ tekst: String) {
        #expect(throws: RegieFout.self) { try JSON.lees(tekst) }
    }

    @Test func `geen geldige UTF-8 wordt geweigerd`() {
        #expect(throws: RegieFout.self) { try JSON.lees([34, 0xC3, 0x28, 34] as [UInt8]) }
    }

    @Test func `tekens buiten het basisvlak en stuurtekens`() throws {
        #expect(try JSON.lees(#""\ud83d\ude00\u0041\n""#) == .tekst("😀A\n"))
        #expect(JSON.tekst("\u{1}\n\"\\").description == #""\u0001\n\"\\""#)
    }

    @Test func `de fout noemt regel en kolom`() throws {
        let fout = try #require(throws: RegieFout.self) { try JSON.lees("{\n  \"a\": x\n}") }
        #expect(fout.waar == "regel 2, kolom 8")
    }

    @Test func `willekeurige waarden komen terug`() throws {
        var toeval = Toeval()
        for _ in 0..<2000 {
            let json = willekeurig(3, &toeval)
            #expect(try JSON.lees(json.bytes) == json)
            #expect(try JSON.lees(json.opgemaakt) == json)
        }
    }

    private func willekeurig(_ diepte: Int, _ toeval: inout Toeval) -> JSON {
        switch Int.random(in: 0...(diepte > 0 ? 6 : 4), using: &toeval) {
        case 0: return .null
        case 1: return .waarheid(Bool.random(using: &toeval))
        case 2: return .getal(Int.random(in: Int.min...Int.max, using: &toeval))
        case 3: return .decimaal("\(Int.random(in: 0...99, using: &toeval)).5")
        case 4:
            let tekens: [Character] = ["a", "é", "\"", "\\", "\n", "😀", "\u{1F}", " "]
            return .tekst(
                String(
                    (0..<Int.random(in: 0...6, using: &toeval)).map { _ in tekens.randomElement(using: &toeval) ?? "x" }
                )
            )
        case 5: return .lijst((0..<Int.random(in: 0...4, using: &toeval)).map { _ in willekeurig(diepte - 1, &toeval) })
        default:
            return .object(
                (0..<Int.random(in: 0...4, using: &toeval)).map { JSON.Lid("s\($0)", willekeurig(diepte - 1, &toeval)) }
            )
        }
    }
}
