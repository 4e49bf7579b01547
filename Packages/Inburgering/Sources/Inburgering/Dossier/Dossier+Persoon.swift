// SPDX-License-Identifier: EUPL-1.2

extension Dossier {
    /// The identity in force: of every field what was received last.
    public var persoonsgegevens: PersoonsgegevensOntvangen {
        feiten.persoonsgegevensOntvangen.reduce(into: PersoonsgegevensOntvangen()) { som, vermelding in
            let nieuw = vermelding.inhoud
            som.bsn = nieuw.bsn ?? som.bsn
            som.vnummer = nieuw.vnummer ?? som.vnummer
            som.geslachtsnaam = nieuw.geslachtsnaam ?? som.geslachtsnaam
            som.voornamen = nieuw.voornamen ?? som.voornamen
            som.geboortedatum = nieuw.geboortedatum ?? som.geboortedatum
            som.geslacht = nieuw.geslacht ?? som.geslacht
            som.nationaliteiten = nieuw.nationaliteiten ?? som.nationaliteiten
            som.adres = nieuw.adres ?? som.adres
            som.contact = nieuw.contact ?? som.contact
        }
    }
}
