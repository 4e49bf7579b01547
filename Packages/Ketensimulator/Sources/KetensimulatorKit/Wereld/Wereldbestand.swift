// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// An indexed world file: where each person and each notification stands, and which BSN is which person.
///
/// The file itself stays on disk; a person costs about thirty bytes here, whatever the size of its line.
/// The file must not change while the simulator uses it.
public final class Wereldbestand: Sendable {
    /// The first line.
    public let kop: Wereldkop
    private let personen: Regelindex
    private let notificaties: Regelindex
    private let persoonssleutels: [UInt32]
    private let opBsn: [UInt32: Int32]
    private let bestand: Mutex<FileHandle>

    /// The number of persons.
    public var aantalPersonen: Int { personen.aantal }
    /// The number of notifications.
    public var aantalNotificaties: Int { notificaties.aantal }

    /// Indexes the file in one pass; throws `Wereldfout` that names the first line that cannot be used.
    public init(pad: String) throws {
        var kop: Wereldkop?
        var personen = Regelindex()
        var notificaties = Regelindex()
        var sleutels: [UInt32] = []
        var opBsn: [UInt32: Int32] = [:]
        try Regellezer(pad: pad).doorloop { regel in
            do {
                guard kop != nil else {
                    kop = try Wereldkop(JSONWaarde(bytes: regel.bytes[regel.bereik]))
                    return
                }
                let inhoud = try Regelsoort(regel)
                switch inhoud.soort {
                case .persoon:
                    personen.voegToe(plaats: regel.plaatsInBestand, lengte: regel.bereik.count)
                    if let bsn = inhoud.bsn { opBsn[bsn] = Int32(personen.aantal) }
                case .notificatie:
                    notificaties.voegToe(plaats: regel.plaatsInBestand, lengte: regel.bereik.count)
                    sleutels.append(inhoud.persoonssleutel)
                }
            } catch let fout as Wereldfout {
                throw fout
            } catch {
                throw Wereldfout(
                    code: "wereld.regel-ongeldig",
                    uitleg: "\(pad):\(regel.nummer): de regel is geen JSON-object met een bekende soort."
                )
            }
        }
        guard let kop, let handle = FileHandle(forReadingAtPath: pad) else {
            throw Wereldfout(code: "wereld.leeg", uitleg: "Het wereldbestand \(pad) is leeg.")
        }
        self.kop = kop
        self.personen = personen
        self.notificaties = notificaties
        self.persoonssleutels = sleutels
        self.opBsn = opBsn
        self.bestand = Mutex(handle)
    }

    /// The person on this place (from 1) as it stands in the file.
    func persoon(_ volgnummer: Int) throws -> Persoon? {
        guard (1...max(1, personen.aantal)).contains(volgnummer), personen.aantal > 0 else { return nil }
        return try Persoon(volgnummer: volgnummer, regel: lees(personen, volgnummer - 1))
    }

    /// The place of the person with this BSN.
    func volgnummer(bsn: String) -> Int? {
        UInt32(bsn).flatMap { opBsn[$0] }.map(Int.init)
    }

    /// The notification on this place (from 0).
    func notificatie(_ index: Int) throws -> Notificatie {
        try Notificatie(bytes: lees(notificaties, index))
    }

    /// Spreads the notifications over a number of lanes, in order, one person always in the same lane:
    /// a gemeente must not hear of a later event of someone before the earlier one.
    func banen(_ aantal: Int, hoogstens: Int) -> [[Int32]] {
        var banen = [[Int32]](repeating: [], count: max(1, aantal))
        for index in 0..<min(hoogstens, notificaties.aantal) {
            banen[Int(persoonssleutels[index]) % banen.count].append(Int32(index))
        }
        return banen
    }

    private func lees(_ index: Regelindex, _ nummer: Int) throws -> [UInt8] {
        try bestand.withLock { bestand in
            try bestand.seek(toOffset: index.plaatsen[nummer])
            return Array(try bestand.read(upToCount: Int(index.lengtes[nummer])) ?? Data())
        }
    }
}

/// Where lines stand in a file.
struct Regelindex: Sendable {
    private(set) var plaatsen: [UInt64] = []
    private(set) var lengtes: [UInt32] = []

    var aantal: Int { plaatsen.count }

    mutating func voegToe(plaats: UInt64, lengte: Int) {
        plaatsen.append(plaats)
        lengtes.append(UInt32(lengte))
    }
}

/// What a line is about, read without decoding it.
private struct Regelsoort {
    enum Soort { case persoon, notificatie }
    struct Onbekend: Error {}

    let soort: Soort
    let bsn: UInt32?
    /// Tells one person from another well enough to keep the order of notifications.
    let persoonssleutel: UInt32

    init(_ regel: Regellezer.Regel) throws {
        var soort: Soort?
        var bsn: UInt32?
        var vNummer: UInt64?
        let bytes = regel.bytes
        try Bovenvelden.doorloop(bytes, regel.bereik) { sleutel, waarde in
            if Bovenvelden.gelijk(bytes, sleutel, "soort") {
                if Bovenvelden.gelijk(bytes, waarde, "\"persoon\"") { soort = .persoon }
                if Bovenvelden.gelijk(bytes, waarde, "\"notificatie\"") { soort = .notificatie }
            } else if Bovenvelden.gelijk(bytes, sleutel, "bsn") {
                bsn = Bovenvelden.tekst(bytes, waarde).flatMap { UInt32($0) }
            } else if Bovenvelden.gelijk(bytes, sleutel, "vNummer") {
                vNummer = UInt64(String(decoding: bytes[waarde], as: UTF8.self))
            }
        }
        guard let soort else { throw Onbekend() }
        self.soort = soort
        self.bsn = bsn
        persoonssleutel = bsn ?? vNummer.map { UInt32(truncatingIfNeeded: $0) } ?? 0
    }
}
