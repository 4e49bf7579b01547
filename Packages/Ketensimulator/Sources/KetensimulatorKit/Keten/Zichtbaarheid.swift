// SPDX-License-Identifier: EUPL-1.2

/// Which persons a gemeente may see: the scope of the exchange in DUO's README.
enum Zichtbaarheid {
    /// Why this gemeente may not see this person; nil when it may.
    static func bezwaar(_ persoon: Persoon, gemeentecode: String, vandaag: Dag) -> String? {
        // Only persons under the Wet inburgering 2021; a world marks those of the old law.
        guard persoon["wet"]?.alsTekst ?? "Wi2021" == "Wi2021" else {
            return "Deze persoon valt niet onder de Wet inburgering 2021."
        }
        // A resident who does not live in an azc, or someone in an azc whom the COA coupled to the gemeente:
        // the world keeps both in `gemeentecode`.
        if persoon.gemeentecode == gemeentecode { return nil }
        if persoon.pipGemeente == gemeentecode { return nil }
        if let dagtekening = persoon.dagtekening,
            vandaag < dagtekening.plus(maanden: DUOGedrag.inzageNaNieuwePipInMaanden),
            persoon.pipHistorie.last?["gemeentecode"]?.alsTekst == gemeentecode
        {
            return nil
        }
        return "Deze persoon is niet relevant voor uw gemeente."
    }
}
