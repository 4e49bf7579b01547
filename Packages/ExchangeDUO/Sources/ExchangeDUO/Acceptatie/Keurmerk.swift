// SPDX-License-Identifier: EUPL-1.2

import Inburgering

/// Whether DUO knows a school with the keurmerk that the leerroute asks: that of Blik op Werk, or of a
/// taalschakeltraject in the onderwijsroute.
enum Keurmerk {
    /// What is wrong; nil when nothing is, or when DUO's list was not read.
    static func bezwaar(_ nummer: String, _ toets: Toets) -> String? {
        guard let lijst = toets.instellingen else { return nil }
        guard let instelling = lijst.first(where: { $0.instellingsnummer == nummer }) else {
            return "Instelling \(nummer) staat niet op de lijst van DUO. Controleer het instellingsnummer."
        }
        if instelling.heeftBowKeurmerk { return nil }
        if toets.na.pip?.leerroute == .onderwijs, instelling.indicatieTstKeurmerk == true { return nil }
        return "Instelling \(nummer) heeft bij DUO geen keurmerk dat bij de leerroute past."
    }
}
