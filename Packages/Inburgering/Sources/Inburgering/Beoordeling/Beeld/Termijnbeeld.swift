// SPDX-License-Identifier: EUPL-1.2

/// The inburgeringstermijn as it stands on the peildatum. A class, because most rules take it along.
final class Termijnbeeld: Sendable {
    /// What follows from the first PIP alone.
    struct Eigen {
        let begin: Datum
        /// Exclusive.
        let einde: Datum
    }

    let begin: Datum
    /// Exclusive.
    let einde: Datum
    let eigen: Eigen?
    /// DUO's dates, where DUO gave them.
    let duo: Vermelding<InburgeringstermijnVastgesteld>?
    let spoor: Spoor
    /// The day of DUO's last word on the end; nil while DUO said nothing.
    let vastgesteldOp: Datum?
    /// Decisions to lengthen the term that would end it sooner.
    let strijdigeVerlengingen: [Vermelding<VerlengingBeslist>]

    /// The last day.
    var laatsteDag: Datum { einde.vorige }

    /// Three years from the day after the dagtekening of the first PIP (Wi2021 art. 11 lid 1, 2); nothing later moves
    /// that day (lid 3). DUO's own dates win as soon as they are known. Nil without a PIP and without dates of DUO.
    ///
    /// - Parameter uitAZC: when the person left the azc; nil for who is still in it or never was.
    init?(
        eerstePip: Vermelding<PIPVastgesteld>?,
        _ feiten: Feitenoverzicht,
        _ wet: Wetboek,
        uitAZC: Vestiging?,
        op peildatum: Datum
    ) {
        var spoor = Spoor(wet)
        var eigen: Eigen?
        if let eerstePip, let duur = spoor.duur(.inburgeringstermijnDuur, op: eerstePip.inhoud.dagtekening) {
            let begin = eerstePip.inhoud.dagtekening.volgende
            eigen = Eigen(begin: begin, einde: Datum.laatsteDag(vanaf: begin, duur).volgende)
            spoor.grond("Wi2021 art. 11 lid 2")
            spoor.feit(eerstePip)
        }
        self.eigen = eigen
        // Where DUO's messages of one day disagree the earliest end counts: nobody is told they have time they may not have.
        duo = feiten.inburgeringstermijnVastgesteld.geldig(op: peildatum).vanLaatsteDag()
            .voorzichtigste { ($0.einddatum, $0.startdatum) < ($1.einddatum, $1.startdatum) }
        if let duo {
            begin = duo.inhoud.startdatum
            spoor.feit(duo)
            spoor.grond("Wi2021 art. 11")
        } else if let eigen {
            begin = eigen.begin
        } else {
            return nil
        }
        var vastgesteld = duo?.geldigOp
        var einde = duo?.inhoud.einddatum ?? eigen?.einde ?? begin
        // What DUO said later than a decision stands; a decision that would end the term sooner lengthens nothing.
        let (gewoon, sinds) = (einde, duo?.geldigOp)
        let besluiten = feiten.verlengingBeslist.geldig(op: peildatum).filter { besluit in
            besluit.inhoud.oordeel == .toegekend && besluit.inhoud.nieuweEinddatum != nil
                && sinds.map { $0 <= besluit.geldigOp } ?? true
        }
        func isLanger(_ besluit: Vermelding<VerlengingBeslist>) -> Bool {
            besluit.inhoud.nieuweEinddatum.map { $0 >= gewoon } ?? false
        }
        strijdigeVerlengingen = besluiten.filter { !isLanger($0) }
        if let verlenging = Self.verlenging(besluiten.filter(isLanger)[...]),
            let nieuw = verlenging.inhoud.nieuweEinddatum
        {
            einde = nieuw
            vastgesteld = max(vastgesteld ?? verlenging.geldigOp, verlenging.geldigOp)
            spoor.grond("Wi2021 art. 12 lid 1")
            spoor.feit(verlenging)
        }
        // A proposal (config/wet/voorstellen): the time in the azc lengthens the term.
        if let uitAZC, uitAZC.datum > begin, spoor.waarheid(.azcVerblijf, op: begin) {
            einde = einde.plus(dagen: begin.dagen(tot: uitAZC.datum))
            spoor.feit(uitAZC.volgnummer)
        }
        self.einde = einde
        vastgesteldOp = vastgesteld
        self.spoor = spoor
    }

    /// DUO's last decision that gave a new end; of one day the earliest end, as above.
    private static func verlenging(
        _ beslist: ArraySlice<Vermelding<VerlengingBeslist>>
    ) -> Vermelding<VerlengingBeslist>? {
        var laatste: Vermelding<VerlengingBeslist>?
        for besluit in beslist where besluit.inhoud.oordeel == .toegekend {
            guard let nieuw = besluit.inhoud.nieuweEinddatum else { continue }
            if let gekozen = laatste, gekozen.geldigOp == besluit.geldigOp {
                laatste = [gekozen, besluit][...]
                    .voorzichtigste { ($0.nieuweEinddatum ?? nieuw) < ($1.nieuweEinddatum ?? nieuw) }
            } else {
                laatste = besluit
            }
        }
        return laatste
    }
}
