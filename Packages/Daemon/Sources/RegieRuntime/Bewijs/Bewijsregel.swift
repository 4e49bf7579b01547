// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// One line of a gemeente's proof file.
struct Bewijsregel: Hashable, Sendable {
    /// What a line tells.
    enum Inhoud: Hashable, Sendable {
        /// A seal, as the storage has it too.
        case zegel(Zegel)
        /// A dossier that was destroyed: written before the storage does it, so that no backup can bring it back.
        case vernietiging(DossierID, op: Tijdstip)
        /// The storage was restored from a backup whose last seal was this one: later seals are of before the restore.
        case herstel(naZegel: Int, op: Tijdstip)
    }

    /// 1, 2, 3 …
    let nummer: Int
    let inhoud: Inhoud
    /// Key version of the code.
    let sleutel: UInt32
    /// HMAC over the line before and this one.
    let code: [UInt8]

    /// The line without its code: what the code goes over.
    static func romp(_ nummer: Int, _ inhoud: Inhoud, _ gemeente: Gemeentecode, sleutel: UInt32) -> JSON {
        var velden = Veldschrijver()
        velden.zet("nr", nummer)
        velden.zet("gemeente", gemeente.description)
        switch inhoud {
        case .zegel(let zegel):
            velden.zet("soort", "zegel")
            velden.zet("op", zegel.tijdstip.description)
            velden.zet("zegel", zegel.json)
        case .vernietiging(let dossier, let op):
            velden.zet("soort", "vernietiging")
            velden.zet("op", op.description)
            velden.zet("dossier", dossier.tekst)
        case .herstel(let naZegel, let op):
            velden.zet("soort", "herstel")
            velden.zet("op", op.description)
            velden.zet("naZegel", naZegel)
        }
        velden.zet("sleutel", Int(sleutel))
        return velden.json
    }

    /// The whole line, without its end.
    func tekst(_ gemeente: Gemeentecode) -> JSON {
        guard case .object(let leden) = Self.romp(nummer, inhoud, gemeente, sleutel: sleutel) else { return .null }
        return .object(leden + [JSON.Lid("code", .tekst(Hex.tekst(code)))])
    }

    init(nummer: Int, inhoud: Inhoud, sleutel: UInt32, code: [UInt8]) {
        self.nummer = nummer
        self.inhoud = inhoud
        self.sleutel = sleutel
        self.code = code
    }

    /// From a line; nil when it is none.
    init?(_ json: JSON) {
        guard let nummer = json["nr"]?.getal, let sleutel = json["sleutel"]?.getal.flatMap({ UInt32(exactly: $0) }),
            let code = json["code"]?.tekst.flatMap(Hex.bytes), let op = json["op"]?.tekst.flatMap({ Tijdstip($0) })
        else { return nil }
        switch json["soort"]?.tekst {
        case "zegel":
            guard let zegel = json["zegel"].flatMap({ Zegel($0) }) else { return nil }
            inhoud = .zegel(zegel)
        case "vernietiging":
            guard let dossier = json["dossier"]?.tekst.flatMap({ DossierID($0) }) else { return nil }
            inhoud = .vernietiging(dossier, op: op)
        case "herstel":
            guard let na = json["naZegel"]?.getal else { return nil }
            inhoud = .herstel(naZegel: na, op: op)
        default: return nil
        }
        self.nummer = nummer
        self.sleutel = sleutel
        self.code = code
    }
}

extension Zegel {
    /// As it stands in a proof file and in what commands show.
    public var json: JSON {
        var velden = Veldschrijver()
        velden.zet("nummer", nummer)
        velden.zet("tijdstip", tijdstip.description)
        velden.zet("auditNummer", Int(auditNummer))
        velden.zet("auditCode", Hex.tekst(auditCode))
        velden.zet("dossiers", dossiers)
        velden.zet("feiten", feiten)
        velden.zet("koppen", Hex.tekst(koppen))
        velden.zet("vernietigd", vernietigd)
        velden.zet("vernietigingen", Hex.tekst(vernietigingen))
        velden.zet("sleutel", Int(sleutel))
        velden.zet("code", Hex.tekst(code))
        return velden.json
    }

    init?(_ json: JSON) {
        func bytes(_ naam: String) -> [UInt8]? { json[naam]?.tekst.flatMap(Hex.bytes) }
        guard let nummer = json["nummer"]?.getal, let tijdstip = json["tijdstip"]?.tekst.flatMap({ Tijdstip($0) }),
            let auditNummer = json["auditNummer"]?.getal, let auditCode = bytes("auditCode"),
            let dossiers = json["dossiers"]?.getal, let feiten = json["feiten"]?.getal, let koppen = bytes("koppen"),
            let vernietigd = json["vernietigd"]?.getal, let vernietigingen = bytes("vernietigingen"),
            let sleutel = json["sleutel"]?.getal.flatMap({ UInt32(exactly: $0) }), let code = bytes("code")
        else { return nil }
        self.init(
            nummer: nummer,
            tijdstip: tijdstip,
            auditNummer: Int64(auditNummer),
            auditCode: auditCode,
            dossiers: dossiers,
            feiten: feiten,
            koppen: koppen,
            vernietigd: vernietigd,
            vernietigingen: vernietigingen,
            sleutel: sleutel,
            code: code
        )
    }
}

/// Bytes as hexadecimal text.
enum Hex {
    static func tekst(_ bytes: [UInt8]) -> String {
        let cijfers = Array("0123456789abcdef")
        return String(bytes.flatMap { [cijfers[Int($0 >> 4)], cijfers[Int($0 & 15)]] })
    }

    static func bytes(_ tekst: String) -> [UInt8]? {
        guard tekst.utf8.count.isMultiple(of: 2) else { return nil }
        var uit: [UInt8] = []
        var rest = tekst[...]
        while let hoog = rest.popFirst()?.hexDigitValue, let laag = rest.popFirst()?.hexDigitValue {
            uit.append(UInt8(hoog << 4 | laag))
        }
        return uit.count * 2 == tekst.utf8.count ? uit : nil
    }
}
