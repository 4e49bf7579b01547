// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// How a processing ended, in the three words of the standard.
enum Verwerkingsuitkomst: Hashable, Sendable {
    /// `Ok`: done.
    case gelukt
    /// `Unset`: nothing was wrong here, but it was refused: wrong input, a rule of the partner, something not there.
    case geweigerd
    /// `Error`: something failed here or on the way to a partner; the code of the error, or a word for it.
    case mislukt(String)

    /// OTLP's `status.code`.
    var code: Int {
        switch self {
        case .geweigerd: 0
        case .gelukt: 1
        case .mislukt: 2
        }
    }

    init(_ fout: any Error) {
        guard let fout = fout as? RegieFout else {
            self = .mislukt(fout is CancellationError ? "afgebroken" : "onbekend")
            return
        }
        self = Self.technisch.contains(fout.code) ? .mislukt(fout.code.rawValue) : .geweigerd
    }

    /// Of an outgoing message: what a partner refuses was dealt with well.
    init(_ uitkomst: Verzenduitkomst) {
        switch uitkomst {
        case .verzonden: self = .gelukt
        case .geweigerd: self = .geweigerd
        case .defect: self = .mislukt("defect")
        case .later: self = .mislukt(RegieFout.Code.partnerFaalt.rawValue)
        }
    }

    /// Of an incoming message.
    init(_ uitkomst: Leesuitkomst) {
        switch uitkomst {
        case .feiten, .melding: self = .gelukt
        // The partner does not have it yet or does not show it, or a number is still unknown: nothing failed.
        case .nogNiet, .wachtOp, .geenInzage: self = .geweigerd
        case .later: self = .mislukt(RegieFout.Code.partnerFaalt.rawValue)
        case .mislukt: self = .mislukt(RegieFout.Code.partnerAntwoordOngeldig.rawValue)
        }
    }

    private static let technisch: Set<RegieFout.Code> = [
        .opslagFaalt, .opslagBezet, .opslagNieuwer, .verzegelingFaalt, .logboekFaalt, .configOngeldig, .wetOngeldig,
        .partnerFaalt, .partnerAntwoordOngeldig,
    ]
}
