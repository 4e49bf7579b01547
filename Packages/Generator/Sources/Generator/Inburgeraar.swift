// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// One made-up person, as the gemeente and the partners know them.
public struct Inburgeraar: Sendable {
    /// The dossier.
    public let dossier: DossierID
    /// The gemeente that keeps it.
    public let gemeente: Gemeentecode
    /// Who the person is, as the BRP has it: a number, a name, a date of birth.
    public let persoonsgegevens: PersoonsgegevensOntvangen
    /// The facts of the dossier, in the order in which they became known.
    public let gebeurtenissen: [Gebeurtenis]
    /// What DUO posts to the gemeente.
    public let notificaties: [Notificatie]
    /// DUO's resources about this person, under the names of the Ketensimulator's world file.
    public let duo: JSON
}

extension Inburgeraar {
    init(_ loop: Levensloop) {
        dossier = loop.identiteit.id
        gemeente = loop.opdracht.gemeente
        persoonsgegevens = loop.identiteit.persoonsgegevens
        gebeurtenissen = loop.gebeurtenissen
        notificaties = loop.notificaties
        var leden: [JSON.Lid] = []
        // A person without a BSN yet is known to DUO by V-nummer alone.
        if loop.profiel.bsnVanaf <= loop.opdracht.peildatum { leden.append(JSON.Lid("bsn", loop.identiteit.bsn.json)) }
        leden.append(JSON.Lid("vNummer", .getal(Int(loop.identiteit.vnummer.waarde))))
        if loop.duo["gemeentecode"] == nil { leden.append(JSON.Lid("gemeentecode", loop.opdracht.gemeente.json)) }
        if loop.profiel.oudeWet { leden.append(JSON.Lid("wet", Stelsel.wi2013.json)) }
        duo = .object(leden + loop.duo.leden)
    }
}
