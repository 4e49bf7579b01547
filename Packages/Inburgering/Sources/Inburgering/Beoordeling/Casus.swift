// SPDX-License-Identifier: EUPL-1.2

/// A case of `regie assess`: facts in a file, without a database.
public struct Casus: Sendable {
    /// What the author calls it.
    public let naam: String?
    /// Who keeps the dossier; nil when the case does not say.
    public let gemeente: Gemeentecode?
    /// The day to assess on, when the case has one of its own.
    public let peildatum: Datum?
    /// The facts, numbered from 1 as they stand.
    public let gebeurtenissen: [Gebeurtenis]
    /// Stands in where no fact names a gemeente; no rule then asks for one.
    private let nergens: Gemeentecode

    /// The dossier that the facts make. Without a gemeente: the one the person last lived in, else the one COA coupled
    /// them to.
    public var dossier: Dossier { dossier() }

    /// The same, as far as it was known at a moment; a fact without `bekendOp` counts as always known.
    /// - Parameters:
    ///   - bekendOp: the moment; nil for all.
    ///   - anders: who keeps the dossier when the case itself does not say.
    public func dossier(bekendOp: Tijdstip? = nil, anders: Gemeentecode? = nil) -> Dossier {
        let keuze = gemeente ?? anders
        let dossier = Dossier(
            id: Self.id,
            gemeente: keuze ?? nergens,
            gebeurtenissen: gebeurtenissen,
            bekendOp: bekendOp
        )
        guard keuze == nil, let laatste = Self.laatsteGemeente(dossier.feiten) else { return dossier }
        return dossier.bij(laatste)
    }

    /// By the facts that hold: a move that was corrected, or was not known yet, took nobody anywhere.
    private static func laatsteGemeente(_ feiten: Feitenoverzicht) -> Gemeentecode? {
        let woonplaatsen =
            feiten.ingeschrevenInGemeente.map { ($0.geldigOp, $0.inhoud.gemeente) }
            + feiten.verhuisd.map { ($0.geldigOp, $0.inhoud.naarGemeente) }
        return woonplaatsen.max { $0 < $1 }?.1 ?? feiten.gekoppeldAanGemeente.last?.inhoud.gemeente
    }

    /// Reads one case or an array of them; an array of facts is the facts of one case.
    ///
    /// Throws `json-ongeldig`, or `feit-ongeldig` that names case and fact.
    /// - Returns: the cases, and whether an array of cases was given: then the answer is an array too.
    public static func lees(_ bytes: some Sequence<UInt8>) throws(RegieFout) -> (casussen: [Casus], isLijst: Bool) {
        let json = try JSON.lees(bytes)
        guard case .lijst(let elementen) = json else { return ([try Casus(json)], false) }
        if let eerste = elementen.first, eerste["soort"] != nil, eerste["feiten"] == nil {
            return ([try Casus(["feiten": json])], false)
        }
        var uit: [Casus] = []
        for (index, element) in elementen.enumerated() {
            do throws(RegieFout) {
                uit.append(try Casus(element))
            } catch {
                throw error.op("casus \(index + 1)\(element["naam"]?.tekst.map { " (\($0))" } ?? "")")
            }
        }
        return (uit, true)
    }

    private init(_ json: JSON) throws(RegieFout) {
        nergens = try Gemeentecode(json: "9999")
        var velden = try Veldlezer(json)
        naam = try velden.optioneel("naam")
        gemeente = try velden.optioneel("gemeente")
        peildatum = try velden.optioneel("peildatum")
        let feiten: [JSON] = try velden.verplicht("feiten")
        // A member more (an id, what a test expects) does no harm; one that looks mistyped does.
        for vreemd in velden.overig {
            guard let bedoeld = Suggestie.dichtstbij(vreemd, in: ["naam", "gemeente", "peildatum", "feiten"]) else {
                continue
            }
            let wat = "Het veld '\(vreemd.prefix(40))' is niet bekend."
            throw RegieFout(.feitOngeldig, wat, watTeDoen: "Bedoelde u '\(bedoeld)'?")
        }
        var gelezen: [Gebeurtenis] = []
        gelezen.reserveCapacity(feiten.count)
        for (index, feit) in feiten.enumerated() {
            do throws(RegieFout) {
                gelezen.append(try Gebeurtenis(json: feit, volgnummer: index + 1))
            } catch {
                throw error.op("feit \(index + 1)")
            }
        }
        gebeurtenissen = gelezen
    }

    private static let id = DossierID("000000000000") ?? DossierID.nieuw()
}
