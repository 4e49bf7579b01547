// SPDX-License-Identifier: EUPL-1.2

extension Beoordeling {
    /// Dutch sentences that prove the assessment, one for each term, count and signal: what, on what ground, with which
    /// values and from which facts. Made when asked for, never while assessing.
    public var uitleg: [String] {
        var uit = [Uitleg.stand(self)]
        uit += termijnen.map(Uitleg.termijn)
        uit += voortgang.map(Uitleg.voortgang)
        uit += signalen.map(Uitleg.signaal)
        return uit
    }
}

private enum Uitleg {
    static func stand(_ b: Beoordeling) -> String {
        let plicht = b.stand.inburgeringsplichtig ? "inburgeringsplichtig" : "niet (of nog niet) inburgeringsplichtig"
        var delen = ["Op \(b.peildatum.leesbaar) geldt de \(b.wet.rawValue); de persoon is \(plicht)"]
        if let groep = b.stand.doelgroep { delen.append("doelgroep \(groep.rawValue)") }
        if let route = b.stand.leerroute { delen.append("leerroute \(route.rawValue) (\(route.naam))") }
        if b.stand.voldaan { delen.append("de plicht is voldaan") }
        return delen.joined(separator: "; ") + "."
    }

    static func termijn(_ t: Termijn) -> String {
        ([t.zin] + bewijs(t.grondslag, t.parameters, t.feiten)).joined(separator: " ")
    }

    static func zinnen(_ t: Termijn) -> [String] {
        var zinnen = ["\(t.code.metWoorden): \(t.code.woord(t.status))\(tijd(t))."]
        if let bedrag = t.bedrag { zinnen.append("Bedrag: \(bedrag) euro.") }
        if let claim = t.verlenging, claim.grond == "onderbreking" {
            zinnen.append(
                "De onderbreking duurde \(claim.dagen) dagen: DUO verlengt de termijn daarmee, tot en met "
                    + "\(claim.einde.vorige.leesbaar)."
            )
        } else if let claim = t.verlenging {
            zinnen.append(
                "Dat was \(claim.dagen == 1 ? "1 dag" : "\(claim.dagen) dagen") te laat: een grond (\(claim.grond)) om DUO zoveel verlenging te vragen, "
                    + "tot en met \(claim.einde.vorige.leesbaar)."
            )
        }
        if let toelichting = t.toelichting { zinnen.append(toelichting) }
        return zinnen
    }

    static func voortgang(_ v: Voortgang) -> String {
        ([v.zin] + bewijs(v.grondslag, v.parameters, v.feiten)).joined(separator: " ")
    }

    static func signaal(_ s: Signaal) -> String {
        ([s.zin] + bewijs(s.grondslag, [], s.feiten)).joined(separator: " ")
    }

    private static func tijd(_ t: Termijn) -> String {
        switch (t.begin, t.laatsteDag) {
        case (let begin?, let laatste?): ", van \(begin.leesbaar) tot en met \(laatste.leesbaar)"
        case (let begin?, nil): ", vanaf \(begin.leesbaar) zonder laatste dag"
        case (nil, let laatste?): ", tot en met \(laatste.leesbaar)"
        case (nil, nil): ""
        }
    }

    private static func bewijs(_ grondslag: [String], _ parameters: [Parametergebruik], _ feiten: [Int]) -> [String] {
        var uit: [String] = []
        if !grondslag.isEmpty { uit.append("Grond: \(grondslag.joined(separator: ", ")).") }
        if !parameters.isEmpty {
            let waarden = parameters.map { "\($0.sleutel) = \($0.waarde.leesbaar)" }
            uit.append("Waarden: \(waarden.joined(separator: ", ")).")
        }
        if !feiten.isEmpty { uit.append("Feiten: \(feiten.map(String.init).joined(separator: ", ")).") }
        return uit
    }
}

extension Beoordelingscode {
    /// Nobody did wrong when the time for what they may do is over; what must be done is late.
    fileprivate func woord(_ status: Termijn.Status) -> String {
        let mag: Set<Beoordelingscode> = [
            .bezwaar, .schakelenTot, .verlengingAanvragenVanaf, .bewaartermijn, .bewaartermijnSelectielijst,
        ]
        switch status {
        case .overschreden where mag.contains(self): return "voorbij"
        // No fact tells of the payment: that its time is over does not say that the boete is.
        case .vervallen where self == .boeteBetaling: return "voorbij"
        default: return status.woorden
        }
    }

    fileprivate var metWoorden: String { woorden.map { "\(rawValue) (\($0))" } ?? rawValue }
}

extension Termijn {
    /// Where it stands and what a reader must know, in Dutch, without its proof.
    public var zin: String { Uitleg.zinnen(self).joined(separator: " ") }
}

extension Voortgang {
    /// How much is there and what is left, in Dutch, without its proof.
    public var zin: String {
        let eenheden = vereist == 1 ? eenheid : Self.meervoud[eenheid] ?? eenheid
        // What is used up of a maximum is not on its way to anything.
        return Self.hoogsten.contains(code)
            ? "\(code.metWoorden): \(behaald) van hoogstens \(vereist) \(eenheden), nog \(rest) over."
            : "\(code.metWoorden): \(behaald) van \(vereist) \(eenheden), nog \(rest) te gaan."
    }

    private static let hoogsten: Set<Beoordelingscode> = [.boeteBesluit, .examenGratisPogingen, .wi2013Lening]
    private static let meervoud = [
        "gesprek": "gesprekken", "onderdeel": "onderdelen", "poging": "pogingen", "voorwaarde": "voorwaarden",
    ]
}

extension Signaal {
    /// What to do, and by when, in Dutch, without its proof.
    public var zin: String {
        let voor =
            voor.map { ernst == .overschreden ? " Dat moest uiterlijk \($0.leesbaar)." : " Uiterlijk \($0.leesbaar)." }
            ?? ""
        return "Te doen (\(code), \(ernst.rawValue)): \(actie)\(voor)"
    }
}

extension Termijn.Status {
    fileprivate var woorden: String {
        switch self {
        case .nogNiet: "loopt nog niet"
        case .loopt: "loopt"
        case .gehaald: "gehaald"
        case .overschreden: "overschreden"
        case .vervallen: "vervallen"
        }
    }
}

extension Leerroute {
    fileprivate var naam: String {
        switch self {
        case .b1: "B1-route"
        case .onderwijs: "onderwijsroute"
        case .z: "Z-route"
        }
    }
}
