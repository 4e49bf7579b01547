// SPDX-License-Identifier: EUPL-1.2

public import Foundation
public import Inburgering
public import Sealing

/// Whether what the seals vouch for is still there: walks them in their order.
public struct SealProof {
    private let keys: GemeenteKeys
    private var former: [UInt8]?
    private var expected = 1

    /// Seals walked.
    public var count: Int { expected - 1 }

    /// - Parameter keys: of the gemeente.
    public init(_ keys: GemeenteKeys) { self.keys = keys }

    /// Adds the next seal: numbers without gaps, its code, and the audit line that it names.
    /// - Parameter code: of that audit line as it stands now; nil when the line is gone.
    /// - Returns: what does not fit.
    public mutating func take(_ zegel: Zegel, code: Data?) -> [Bewijsuitkomst.Breuk] {
        var found: [Bewijsuitkomst.Breuk] = []
        if zegel.nummer != expected { found.append(.init("zegel \(expected)", "Dit zegel is weg.")) }
        if (try? keys.code(of: zegel, na: former)) != zegel.code {
            found.append(
                .init(
                    "zegel \(zegel.nummer)",
                    "De code van het zegel klopt niet: het is veranderd of het vorige is een ander."
                )
            )
        }
        if let breuk = Self.line(of: zegel, code: code) { found.append(breuk) }
        former = zegel.code
        expected = zegel.nummer + 1
        return found
    }

    /// Whether the audit line that a seal names still has the code that it had.
    public static func line(of zegel: Zegel, code: Data?) -> Bewijsuitkomst.Breuk? {
        guard zegel.auditNummer > 0, code != Data(zegel.auditCode) else { return nil }
        return .init(
            "auditregel \(zegel.auditNummer)",
            "De regel waarmee zegel \(zegel.nummer) eindigt, is weg of is een andere."
        )
    }

    /// Whether the remembered heads are those of the last seal.
    public static func heads(_ heads: SealedHeads, of last: Zegel) -> [Bewijsuitkomst.Breuk] {
        var found: [Bewijsuitkomst.Breuk] = []
        if heads.koppen != last.koppen || heads.dossiers != last.dossiers || heads.feiten != last.feiten {
            found.append(
                .init("zegel \(last.nummer)", "De onthouden koppen van dossiers zijn niet die van dit zegel.")
            )
        }
        if heads.vernietigingen != last.vernietigingen || heads.vernietigd != last.vernietigd {
            found.append(.init("zegel \(last.nummer)", "Andere dossiers zijn vernietigd dan dit zegel zegt."))
        }
        return found
    }

    /// A remembered head that is not what stands there now.
    /// - Parameters:
    ///   - laatste: the fact with which it ended.
    ///   - gone: whether the dossier is not there; `changed`: whether that fact is another. Neither: it is no longer
    ///     destroyed.
    public static func head(
        of dossier: Int64,
        laatste: Int,
        gone: Bool,
        changed: Bool,
        _ last: Zegel
    ) throws(RegieFout) -> Bewijsuitkomst.Breuk {
        let what =
            if gone {
                "Het dossier stond er bij zegel \(last.nummer) en is nu weg."
            } else if changed {
                "Feit \(laatste) is niet meer dat van zegel \(last.nummer)."
            } else {
                "Het dossier was bij zegel \(last.nummer) vernietigd en nu niet."
            }
        return .init("dossier \(try DossierID(number: dossier))", what)
    }

    /// There are remembered heads and no seal that remembers them.
    public static let gone = Bewijsuitkomst.Breuk("zegel 1", "De zegels zijn weg.")

    /// Nothing is sealed over what no longer fits: a new seal would hide it.
    public static func refusal(_ breuk: Bewijsuitkomst.Breuk) -> RegieFout {
        RegieFout(
            .verzegelingFaalt,
            "Er wordt niet verzegeld: \(breuk.wat)",
            watTeDoen: "Draai 'regie audit verify' en meld dit als incident.",
            waar: breuk.waar
        )
    }
}
