// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension Dossier {
    /// Who directs this dossier: the klantmanager who was assigned last.
    public var klantmanager: String? { feiten.klantmanagerToegewezen.last?.inhoud.klantmanager }

    /// The lines that an assessment puts on the werkvoorraad.
    public func werkregels(_ beoordeling: Beoordeling) -> [Werkregel] {
        let klantmanager = klantmanager
        return beoordeling.signalen.map {
            Werkregel(dossier: id, herkomst: .beoordeling, signaal: $0, klantmanager: klantmanager)
        }
    }
}

extension Sequence<Stap.NieuwFeit> {
    /// The facts in their places.
    public func genummerd(vanaf eerste: Int) -> [Gebeurtenis] {
        enumerated().map { $1.gebeurtenis(volgnummer: eerste + $0) }
    }
}
