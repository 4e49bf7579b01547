// SPDX-License-Identifier: EUPL-1.2

import Foundation
import Synchronization

/// A TCP proxy on the loopback that can leave its connections half open: both sides think that the other is there, and
/// nothing that they say arrives. What a firewall does that forgets its connections, or a machine that loses its power.
public final class Doorgeefluik: Sendable {
    /// Where it listens.
    public let poort: Int
    private let doel: Int
    private let luisteraar: Int32
    private let lijnen = Mutex<[Lijn]>([])
    private let verzwegen = Verzwegen()

    /// Starts to listen.
    ///
    /// - Parameter doel: the port on the loopback that it passes everything on to.
    public init(naar doel: Int) throws {
        self.doel = doel
        poort = try Poort.vrij()
        luisteraar = try Aansluiting.luister(op: poort)
        let thread = Thread { [self] in
            while true {
                let klant = accept(luisteraar, nil, nil)
                guard klant >= 0 else { return }
                guard let server = Aansluiting.verbind(met: doel) else {
                    close(klant)
                    continue
                }
                let lijn = Lijn(klant, server, verzwegen)
                lijnen.withLock { $0.append(lijn) }
                lijn.start()
            }
        }
        thread.start()
    }

    /// From now on nothing passes over the connections that are there; no side is told. Those made later work.
    /// - Returns: how many there were that still lived.
    @discardableResult
    public func verstom() -> Int {
        lijnen.withLock { lijnen in
            let levend = lijnen.filter { $0.verstom() }
            return levend.count
        }
    }

    /// Keeps one answer to COMMIT back, that of the next transaction in which this was said, and ends its connection: what was
    /// asked is done, and who asked does not hear it. Only what is said unprepared, as behind PgBouncer, is understood.
    public func verzwijgBevestiging(na tekst: String) { verzwegen.tekst.withLock { $0 = tekst } }

    /// How many answers were kept back.
    public var aantalVerzwegen: Int { verzwegen.aantal.load(ordering: .sequentiallyConsistent) }

    /// Ends everything.
    public func sluit() {
        shutdown(luisteraar, Int32(SHUT_RDWR))
        close(luisteraar)
        for lijn in lijnen.withLock({ $0 }) { lijn.sluit() }
    }
}

/// What is to be kept back, of which connection it may be.
private final class Verzwegen: Sendable {
    let tekst = Mutex<String?>(nil)
    let aantal = Atomic<Int>(0)

    /// - Returns: whether this is said here.
    func hoort(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard let tekst = tekst.withLock({ $0 }) else { return false }
        return String(decoding: bytes, as: UTF8.self).contains(tekst)
    }

    /// - Returns: whether it is this answer; of two that could be only one is.
    func neem() -> Bool {
        let mijn = tekst.withLock { tekst in
            defer { tekst = nil }
            return tekst != nil
        }
        if mijn { aantal.add(1, ordering: .sequentiallyConsistent) }
        return mijn
    }
}

/// Two sockets, and what one says said to the other.
private final class Lijn: Sendable {
    private let einden: [Int32]
    private let stil = Atomic<Bool>(false)
    /// Directions that still run; the last one closes both sockets.
    private let lopend = Atomic<Int>(2)

    private let verzwegen: Verzwegen
    /// What the server says next is kept back.
    private let dicht = Atomic<Bool>(false)

    init(_ klant: Int32, _ server: Int32, _ verzwegen: Verzwegen) {
        einden = [klant, server]
        self.verzwegen = verzwegen
    }

    func start() {
        for (van, naar) in [(einden[0], einden[1]), (einden[1], einden[0])] {
            Thread { [self] in pomp(van, naar) }.start()
        }
    }

    func verstom() -> Bool {
        stil.store(true, ordering: .sequentiallyConsistent)
        return lopend.load(ordering: .sequentiallyConsistent) == 2
    }

    func sluit() {
        // Whoever waits on them wakes up and closes them.
        guard lopend.load(ordering: .sequentiallyConsistent) > 0 else { return }
        for einde in einden { shutdown(einde, Int32(SHUT_RDWR)) }
    }

    private func pomp(_ van: Int32, _ naar: Int32) {
        var ruimte = [UInt8](repeating: 0, count: 1 << 16)
        var gezegd = false
        while true {
            let aantal = read(van, &ruimte, ruimte.count)
            if aantal <= 0 { break }
            if van == einden[0] {
                gezegd = gezegd || verzwegen.hoort(ruimte[..<aantal])
                if gezegd, String(decoding: ruimte[..<aantal], as: UTF8.self).contains("COMMIT"), verzwegen.neem() {
                    dicht.store(true, ordering: .sequentiallyConsistent)
                }
            } else if dicht.load(ordering: .sequentiallyConsistent) {
                for einde in einden { shutdown(einde, Int32(SHUT_RDWR)) }
                break
            }
            // Taken in, so that the kernel acknowledges it, and told to nobody.
            if !stil.load(ordering: .sequentiallyConsistent), !schrijf(ruimte[..<aantal], naar) { break }
        }
        if !stil.load(ordering: .sequentiallyConsistent) { shutdown(naar, Int32(SHUT_WR)) }
        if lopend.subtract(1, ordering: .sequentiallyConsistent).newValue == 0 {
            for einde in einden { close(einde) }
        }
    }

    private func schrijf(_ bytes: ArraySlice<UInt8>, _ naar: Int32) -> Bool {
        bytes.withUnsafeBytes { bytes in
            var weg = 0
            while weg < bytes.count {
                let aantal = send(naar, bytes.baseAddress?.advanced(by: weg), bytes.count - weg, Int32(MSG_NOSIGNAL))
                guard aantal > 0 else { return false }
                weg += aantal
            }
            return true
        }
    }
}

/// Sockets on the loopback.
private enum Aansluiting {
    static func luister(op poort: Int) throws -> Int32 {
        let greep = nieuw()
        guard greep >= 0, met(poort, { bind(greep, $0, $1) }) == 0, listen(greep, 64) == 0 else {
            throw TeLaat(description: "geen luisterende socket")
        }
        return greep
    }

    static func verbind(met poort: Int) -> Int32? {
        let greep = nieuw()
        guard greep >= 0 else { return nil }
        if met(poort, { connect(greep, $0, $1) }) == 0 { return greep }
        close(greep)
        return nil
    }

    private static func nieuw() -> Int32 {
        socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    }

    private static func met(_ poort: Int, _ werk: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        var adres = sockaddr_in()
        adres.sin_family = sa_family_t(AF_INET)
        adres.sin_port = UInt16(poort).bigEndian
        adres.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        return withUnsafePointer(to: &adres) { plek in
            plek.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                werk($0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
    }
}
