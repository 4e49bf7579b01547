// SPDX-License-Identifier: EUPL-1.2

import Exchange
import Inburgering
import Synchronization

/// One processing of personal data while it is at work: which people it touched, and which of them stand in the log
/// already.
///
/// The first action has the trace's first span. One person: that action is the line. More people: a line for each, under
/// a line for the whole (the standard: a child operation for every betrokkene).
final class Verwerking: Sendable {
    /// The one that this task works for.
    @TaskLocal static var huidige: Verwerking?
    /// What a partner's request said of the action it came from.
    @TaskLocal static var aanroeper: TraceContext?

    let soort: Verwerkingssoort
    /// The command or job, as the audit log has it.
    let doel: String
    /// Its trace; the span is that of the whole.
    let spoor: TraceContext
    /// The calling action at the partner; nil when we began it ourselves.
    let ouder: TraceContext?
    let begin: Tijdstip

    /// A line that is to be written.
    struct Regel {
        let spoor: TraceContext
        /// Whether it stands under the line of the whole.
        let isDeel: Bool
        let betrokkene: Betrokkene?
        let uitkomst: Verwerkingsuitkomst
    }

    private struct Stand {
        var nieuw: [Betrokkene] = []
        var gezien: Set<Betrokkene> = []
        var perDossier: [DossierID: Betrokkene] = [:]
        var gezocht: Betrokkene?
        var uitkomst = Verwerkingsuitkomst.gelukt
        var altijd: Bool
        /// Lines written; whether one of them has the span of the whole.
        var regels = 0
        var heeftWortel = false
        var nagekeken = false
    }
    private let stand: Mutex<Stand>

    /// - Parameters:
    ///   - doel: the command or job.
    ///   - begin: when it begins.
    ///   - altijd: a line also when it touches no person by name: a copy of everything.
    init(_ doel: String, begin: Tijdstip, altijd: Bool = false) {
        soort = Verwerkingssoort(doel)
        self.doel = doel
        self.begin = begin
        ouder = Self.aanroeper
        // The standard: the trace of the calling application goes on here.
        spoor = Self.aanroeper?.next ?? .random()
        stand = Mutex(Stand(altijd: altijd))
    }

    /// The person of a dossier that was opened.
    func raak(_ dossier: Dossier) { raak(Betrokkene(dossier), dossier.id) }

    /// Somebody, with or without a dossier.
    func raak(_ betrokkene: Betrokkene, _ dossier: DossierID? = nil) {
        stand.withLock { stand in
            if let dossier, let eerder = stand.perDossier[dossier], eerder != betrokkene {
                // A better number of the same person, or one that is no better: one person is one line.
                guard let plaats = stand.nieuw.firstIndex(of: eerder), betrokkene.isBeterDan(eerder) else { return }
                stand.gezien.remove(eerder)
                stand.nieuw.remove(at: plaats)
            }
            if let dossier { stand.perDossier[dossier] = betrokkene }
            if stand.gezien.insert(betrokkene).inserted { stand.nieuw.append(betrokkene) }
        }
    }

    /// A dossier of which nothing was opened, or of which a step tells what it will be found by.
    func raak(_ dossier: DossierID, sleutels: Set<Zoeksleutel>? = nil) {
        raak(Betrokkene(sleutels) ?? .dossier(dossier), dossier)
    }

    /// Somebody was looked for: who finds nobody has used that number all the same.
    func zocht(_ betrokkene: Betrokkene?) { stand.withLock { $0.gezocht = betrokkene } }

    /// A line also when nobody is named.
    func altijd() { stand.withLock { $0.altijd = true } }

    /// How the action itself ended, where that is not by an error: a partner that did not answer.
    func meld(_ uitkomst: Verwerkingsuitkomst) { stand.withLock { $0.uitkomst = uitkomst } }

    /// True once: whether the log must still be asked if it takes lines.
    func moetNagekeken() -> Bool {
        stand.withLock { stand in
            defer { stand.nagekeken = true }
            return !stand.nagekeken
        }
    }

    /// Lines that were written elsewhere, each for a person.
    func schreef(_ aantal: Int) { stand.withLock { $0.regels += aantal } }

    /// The lines for who was touched and is not in the log yet: before something is committed.
    func vooraf() -> [Regel] { stand.withLock { Self.neem(&$0, spoor, $0.uitkomst) } }

    /// The lines that are left when it ends.
    func slot(_ einde: Verwerkingsuitkomst) -> [Regel] {
        stand.withLock { stand in
            let uitkomst = einde == .gelukt ? stand.uitkomst : einde
            let stondEr = stand.heeftWortel
            var regels = Self.neem(&stand, spoor, uitkomst)
            if stondEr {
                // What stands in the log as done was not done after all: one more action says so.
                guard einde != .gelukt, regels.isEmpty else { return regels }
                let wie = stand.gezien.count == 1 ? stand.gezien.first : nil
                regels.append(Regel(spoor: spoor.next, isDeel: true, betrokkene: wie, uitkomst: uitkomst))
            } else if !stand.heeftWortel, stand.regels > 0 || stand.altijd || stand.gezocht != nil {
                // The line of the whole, over those of the people; or of who was looked for and not found.
                let wie = stand.regels == 0 ? stand.gezocht : nil
                regels.append(Regel(spoor: spoor, isDeel: false, betrokkene: wie, uitkomst: uitkomst))
                stand.heeftWortel = true
            }
            return regels
        }
    }

    private static func neem(_ stand: inout Stand, _ spoor: TraceContext, _ uitkomst: Verwerkingsuitkomst) -> [Regel] {
        let nieuw = stand.nieuw
        stand.nieuw = []
        let isEnige = nieuw.count == 1 && stand.regels == 0
        stand.regels += nieuw.count
        if isEnige { stand.heeftWortel = true }
        return nieuw.map {
            Regel(spoor: isEnige ? spoor : spoor.next, isDeel: !isEnige, betrokkene: $0, uitkomst: uitkomst)
        }
    }
}

extension Betrokkene {
    fileprivate func isBeterDan(_ ander: Betrokkene) -> Bool {
        switch (self, ander) {
        case (.bsn, .vnummer), (.bsn, .dossier), (.vnummer, .dossier): true
        default: false
        }
    }
}
