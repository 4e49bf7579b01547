// SPDX-License-Identifier: EUPL-1.2

extension Termijn.Status {
    /// Where a term stands on a peildatum.
    ///
    /// - Parameters:
    ///   - begin: its first day; nil when nothing starts it yet.
    ///   - laatsteDag: its last day; nil when open.
    ///   - gedaan: the day on which the act was done, not after the peildatum.
    ///   - vervallen: the first day on which the act no longer matters.
    ///   - opgeschort: whether the person is not plichtig for a while.
    static func van(
        begin: Datum?,
        laatsteDag: Datum?,
        gedaan: Datum?,
        vervallen: Datum?,
        opgeschort: Bool = false,
        op peildatum: Datum
    ) -> Self {
        if let gedaan, gedaan <= peildatum {
            guard let laatsteDag else { return .gehaald }
            return gedaan <= laatsteDag ? .gehaald : .overschreden
        }
        if let vervallen, vervallen <= peildatum { return .vervallen }
        guard let begin, begin <= peildatum, !opgeschort else { return .nogNiet }
        guard let laatsteDag else { return .loopt }
        return peildatum <= laatsteDag ? .loopt : .overschreden
    }
}
