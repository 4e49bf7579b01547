// SPDX-License-Identifier: EUPL-1.2

public import Inburgering
public import Sealing

/// Whose data a processing touched, by the best number that it had in hand.
public enum Betrokkene: Hashable, Sendable {
    /// By BSN: whenever it is known.
    case bsn(Bsn)
    /// By V-nummer: of somebody without a known BSN.
    case vnummer(VNummer)
    /// By the number of the dossier: when nothing of it was opened, or when it holds no number.
    case dossier(DossierID)

    /// The person of a dossier.
    public init(_ dossier: Dossier) {
        if let bsn = dossier.bsn {
            self = .bsn(bsn)
        } else if let vnummer = dossier.vnummer {
            self = .vnummer(vnummer)
        } else {
            self = .dossier(dossier.id)
        }
    }

    /// Whom a message names; nil when it names nobody.
    init?(_ bericht: InkomendBericht) {
        if let bsn = bericht.bsn {
            self = .bsn(bsn)
        } else if let vnummer = bericht.vnummer {
            self = .vnummer(vnummer)
        } else {
            return nil
        }
    }

    /// Who was looked for; nil for a name, which is many people's.
    init?(_ sleutel: Zoeksleutel) {
        switch sleutel {
        case .bsn(let bsn): self = .bsn(bsn)
        case .vnummer(let vnummer): self = .vnummer(vnummer)
        case .naam: return nil
        }
    }

    /// The person that a dossier will be found by: a BSN goes before a V-nummer. Nil when there is neither.
    init?(_ sleutels: Set<Zoeksleutel>?) {
        let gevonden = (sleutels ?? []).compactMap(Betrokkene.init(_:))
        // More than one BSN in a dossier is rare; which of them is taken must not differ from run to run.
        guard let eerste = gevonden.min(by: { $0.orde < $1.orde }) else { return nil }
        self = eerste
    }

    private var orde: String {
        switch self {
        case .bsn(let bsn): "1 \(bsn.cijfers)"
        case .vnummer(let vnummer): "2 \(vnummer.cijfers)"
        case .dossier(let id): "3 \(id.tekst)"
        }
    }

    /// `dpl.core.data_subject_id_type`; the first two are the standard's own examples.
    public var type: String {
        switch self {
        case .bsn: "BSN"
        case .vnummer: "Vreemdelingennummer"
        case .dossier: "Dossiernummer"
        }
    }

    private var nummer: String {
        switch self {
        case .bsn(let bsn): bsn.cijfers
        case .vnummer(let vnummer): vnummer.cijfers
        case .dossier(let id): id.tekst
        }
    }

    /// `dpl.core.data_subject_id`: never the number itself.
    func pseudoniem(_ keys: GemeenteKeys) throws(RegieFout) -> String { try keys.pseudonym(of: type, nummer) }

    /// Under every version of the key: what to look for in lines of any age.
    public func pseudoniemen(_ keys: GemeenteKeys) throws(RegieFout) -> [String] {
        try keys.pseudonyms(of: type, nummer)
    }
}
