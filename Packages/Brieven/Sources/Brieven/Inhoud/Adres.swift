// SPDX-License-Identifier: EUPL-1.2

import Inburgering

extension PersoonsgegevensOntvangen {
    /// Street and number, then postcode and place, as far as they are known; nil without a street. An address that was
    /// written down as text stands as it is.
    var adresregel: String? {
        if let tekst = adres?.tekst { return tekst.isEmpty ? nil : tekst }
        guard let straat = adres?["straat"]?.tekst else { return nil }
        let nummer = adres?["huisnummer"].map { $0.tekst ?? "\($0)" }
        let boven = [straat, nummer, adres?["toevoeging"]?.tekst].compactMap(\.self).joined(separator: " ")
        let onder = [adres?["postcode"]?.tekst, adres?["woonplaats"]?.tekst].compactMap(\.self).joined(separator: " ")
        return onder.isEmpty ? boven : "\(boven)\n\(onder)"
    }
}
