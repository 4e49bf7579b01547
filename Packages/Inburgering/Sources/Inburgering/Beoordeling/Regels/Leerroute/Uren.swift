// SPDX-License-Identifier: EUPL-1.2

/// Hours of one kind, added up over the places where they were followed.
struct Uren {
    private(set) var totaal = 0
    /// The facts that give the totals; empty when nothing was ever registered.
    private(set) var feiten: [Int] = []

    /// Each fact replaces the former total of its urensoort and instelling. Where two of one day disagree the lowest
    /// counts: nobody is told that enough hours are there when they may not be.
    ///
    /// - Parameters:
    ///   - soorten: which kinds are added up.
    ///   - keurmerk: leave out what was followed at a school that is known to have no keurmerk.
    ///   - opleiding: only lessons at a niet-vrijstellende opleiding, or only those that were not; nil for both.
    ///   - vanaf: leave out what was followed before this day.
    init(
        _ soorten: Urensoorten,
        keurmerk: Bool = false,
        opleiding: Bool? = nil,
        vanaf: Datum? = nil,
        _ alle: ArraySlice<Vermelding<UrenGeregistreerd>>
    ) {
        var gekozen: [Vermelding<UrenGeregistreerd>] = []
        for feit in alle
        where soorten.contains(Urensoorten(feit.inhoud.urensoort)) && !(keurmerk && feit.inhoud.keurmerk == false) {
            if let opleiding, opleiding != feit.inhoud.nietVrijstellendeOpleiding ?? false { continue }
            guard
                let plek = gekozen.firstIndex(where: { Self.zelfde($0, feit) })
            else {
                gekozen.append(feit)
                continue
            }
            let ander = gekozen[plek]
            if ander.geldigOp < feit.geldigOp {
                gekozen[plek] = feit
            } else if let laagste = [ander, feit][...].voorzichtigste({ $0.uren < $1.uren }) {
                gekozen[plek] = laagste
            }
        }
        for feit in gekozen {
            var uren = min(feit.inhoud.uren, Lesuren.hoogste)
            if let vanaf, let eerder = Self.ervoor(feit, vanaf, alle) {
                // A total that is lower than the one before it does not hold it.
                uren = feit.geldigOp < vanaf ? 0 : uren < eerder.inhoud.uren ? uren : uren - eerder.inhoud.uren
                if eerder.volgnummer != feit.volgnummer { feiten.append(eerder.volgnummer) }
            }
            totaal += uren
            feiten.append(feit.volgnummer)
        }
    }

    /// The last total of the same lessons from before a day; of one day the highest, by which least is left.
    private static func ervoor(
        _ feit: Vermelding<UrenGeregistreerd>,
        _ vanaf: Datum,
        _ alle: ArraySlice<Vermelding<UrenGeregistreerd>>
    ) -> Vermelding<UrenGeregistreerd>? {
        guard let eerste = alle.first, eerste.geldigOp < vanaf else { return nil }
        if feit.geldigOp < vanaf { return feit }
        return alle.prefix { $0.geldigOp < vanaf }.filter { zelfde($0, feit) }[...].vanLaatsteDag()
            .voorzichtigste { $0.uren > $1.uren }
    }

    /// Whether one total replaces the other.
    private static func zelfde(_ een: Vermelding<UrenGeregistreerd>, _ ander: Vermelding<UrenGeregistreerd>) -> Bool {
        een.inhoud.instellingsnummer == ander.inhoud.instellingsnummer
            && een.inhoud.urensoort == ander.inhoud.urensoort
            && een.inhoud.nietVrijstellendeOpleiding ?? false == ander.inhoud.nietVrijstellendeOpleiding ?? false
    }
}

/// Kinds of hours that count together; a set of bits, for it is asked of every registration of hours.
struct Urensoorten: OptionSet {
    let rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ soort: Urensoort) {
        switch soort {
        case .taal: self = .taal
        case .knm: self = .knm
        case .alfabetisering: self = .alfabetisering
        case .participatie: self = .participatie
        case .participatieTaalles: self = .participatieTaalles
        case .pvt: self = .pvt
        case .mapPraktijk: self = .mapPraktijk
        case .intakeTaalKNM: self = .intakeTaalKNM
        case .intakeParticipatie: self = .intakeParticipatie
        }
    }

    static let taal = Urensoorten(rawValue: 1)
    static let knm = Urensoorten(rawValue: 2)
    static let alfabetisering = Urensoorten(rawValue: 4)
    static let participatie = Urensoorten(rawValue: 8)
    static let participatieTaalles = Urensoorten(rawValue: 16)
    static let pvt = Urensoorten(rawValue: 32)
    static let mapPraktijk = Urensoorten(rawValue: 64)
    static let intakeTaalKNM = Urensoorten(rawValue: 128)
    static let intakeParticipatie = Urensoorten(rawValue: 256)
}
