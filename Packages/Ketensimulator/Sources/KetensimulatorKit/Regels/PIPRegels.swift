// SPDX-License-Identifier: EUPL-1.2

/// When DUO takes a PIP, and when it lets one be deleted (README of the specification; wet.md 3.23–3.26).
enum PIPRegels {
    /// Every rule that the new PIP breaks.
    static func bezwaren(_ pip: PIP, _ zaak: Persoonszaak) -> [String] {
        dagtekening(pip, zaak) + niveau(pip, zaak) + intensiteit(pip, zaak)
    }

    private static func dagtekening(_ pip: PIP, _ zaak: Persoonszaak) -> [String] {
        let persoon = zaak.persoon
        var bezwaren: [String] = []
        if let begin = persoon["inburgeringsplicht"]?["begindatum"]?.alsDag, pip.dagtekening < begin {
            bezwaren.append("De dagtekening ligt voor het begin van de inburgeringsplicht (\(begin)).")
        }
        let eerste = (persoon.pipHistorie.first?["pip"] ?? persoon.pip)?["dagtekeningPip"]?.alsDag
        if let eerste, pip.dagtekening < eerste {
            bezwaren.append("De dagtekening ligt voor die van het eerste PIP (\(eerste)).")
        }
        if let actueel = persoon.dagtekening, actueel != eerste, pip.dagtekening < actueel {
            bezwaren.append("De dagtekening ligt voor die van het actuele PIP (\(actueel)).")
        }
        // Only for the gemeente where the person settled; a former gemeente has no vestiging to compare with.
        if persoon.gemeentecode == zaak.gemeentecode, let vestiging = persoon["vestigingsdatum"]?.alsDag,
            pip.dagtekening < vestiging
        {
            bezwaren.append("De dagtekening ligt voor de vestiging in uw gemeente (\(vestiging)).")
        }
        return bezwaren
    }

    private static func niveau(_ pip: PIP, _ zaak: Persoonszaak) -> [String] {
        switch (pip.niveau, pip.leerroute) {
        case ("A2", "O"): ["Niveau A2 past niet bij de onderwijsroute."]
        case ("B1", "Z"): ["Niveau B1 past niet bij de Z-route."]
        case ("A2", "B") where zaak.persoon.pip == nil && zaak.persoon.pipHistorie.isEmpty:
            ["In een eerste PIP met de B1-route kan het niveau niet A2 zijn."]
        default: []
        }
    }

    private static func intensiteit(_ pip: PIP, _ zaak: Persoonszaak) -> [String] {
        guard pip.intensiteitB1 != nil else { return [] }
        var bezwaren: [String] = []
        if pip.leerroute != "B" { bezwaren.append("Een geschatte intensiteit hoort alleen bij de B1-route.") }
        if !zaak.persoon.isAsielstatushouder {
            bezwaren.append("Een geschatte intensiteit hoort alleen bij een asielstatushouder.")
        }
        return bezwaren
    }

    /// Why the current PIP cannot be deleted.
    static func bezwarenTegenVerwijderen(_ zaak: Persoonszaak) -> [String] {
        var bezwaren: [String] = []
        if zaak.persoon.pipGemeente != zaak.gemeentecode {
            bezwaren.append("Het actuele PIP is niet van uw gemeente.")
        }
        if zaak.persoon.ruw("inburgeringstermijn") != nil {
            bezwaren.append("De inburgeringstermijn is al vastgesteld.")
        }
        let scholen = Set((zaak.persoon["aanbod"]?.alsObject ?? [:]).keys)
        let urenBijScholen = (zaak.persoon["uren"]?.alsLijst ?? []).contains { rij in
            rij["TaallesEnKnmInstelling"]?["instellingsnummer"]?.alsTekst.map { scholen.contains($0) } ?? false
        }
        if urenBijScholen { bezwaren.append("Er zijn cursusuren geregistreerd bij het actuele inburgeringsaanbod.") }
        return bezwaren
    }
}
