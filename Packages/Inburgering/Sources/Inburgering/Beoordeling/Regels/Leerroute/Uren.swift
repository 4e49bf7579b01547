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
    init(
        _ soorten: Urensoorten,
        keurmerk: Bool = false,
        _ alle: ArraySlice<Vermelding<UrenGeregistreerd>>
    ) {
        var gekozen: [Vermelding<UrenGeregistreerd>] = []
        for feit in alle
        where soorten.contains(Urensoorten(feit.inhoud.urensoort)) && !(keurmerk && feit.inhoud.keurmerk == false) {
            guard
                let plek = gekozen.firstIndex(where: {
                    $0.inhoud.instellingsnummer == feit.inhoud.instellingsnummer
                        && $0.inhoud.urensoort == feit.inhoud.urensoort
                })
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
            totaal += min(feit.inhoud.uren, Lesuren.hoogste)
            feiten.append(feit.volgnummer)
        }
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
