// SPDX-License-Identifier: EUPL-1.2

extension Array {
    /// The facts that hold on a peildatum; the list is in order of `geldigOp`, so these are its first ones.
    func geldig<Inhoud>(op peildatum: Datum) -> ArraySlice<Element> where Element == Vermelding<Inhoud> {
        var einde = endIndex
        while einde > startIndex, self[einde - 1].geldigOp > peildatum { einde -= 1 }
        return self[startIndex..<einde]
    }
}

extension ArraySlice {
    /// The facts of the last day in the list.
    func vanLaatsteDag<Inhoud>() -> ArraySlice<Element> where Element == Vermelding<Inhoud> {
        guard let laatste = last else { return self }
        var begin = endIndex - 1
        while begin > startIndex, self[begin - 1].geldigOp == laatste.geldigOp { begin -= 1 }
        return self[begin..<endIndex]
    }

    /// The facts of the first day in the list.
    func vanEersteDag<Inhoud>() -> ArraySlice<Element> where Element == Vermelding<Inhoud> {
        guard let eerste = first else { return self }
        var einde = startIndex + 1
        while einde < endIndex, self[einde].geldigOp == eerste.geldigOp { einde += 1 }
        return self[startIndex..<einde]
    }

    /// One of several facts that should say the same: the cautious one, so that the order in which they arrived changes
    /// nothing. Of equal facts the first.
    ///
    /// - Parameter liever: whether the first is to be preferred; where it prefers neither, their text decides.
    func voorzichtigste<Inhoud>(_ liever: (Inhoud, Inhoud) -> Bool) -> Element?
    where Element == Vermelding<Inhoud> {
        guard var beste = first else { return nil }
        for ander in dropFirst() {
            if ander.inhoud == beste.inhoud {
                // Told by two sources: neither is better, but the trace must not depend on who came first.
                if ander.bron.rawValue < beste.bron.rawValue { beste = ander }
            } else if liever(ander.inhoud, beste.inhoud) {
                beste = ander
            } else if !liever(beste.inhoud, ander.inhoud), ander.inhoud.tekst < beste.inhoud.tekst {
                beste = ander
            }
        }
        return beste
    }

    /// What differs, by day and then by text, whatever came in first; the same said twice is one fact.
    func uniekOpDag<Inhoud>() -> [Element] where Element == Vermelding<Inhoud> {
        guard count > 1 else { return Array(self) }
        var uit: [Element] = []
        for feit in sorted(by: {
            ($0.geldigOp, $0.inhoud.tekst, $0.bron.rawValue) < ($1.geldigOp, $1.inhoud.tekst, $1.bron.rawValue)
        }) where uit.last?.inhoud != feit.inhoud { uit.append(feit) }
        return uit
    }

    /// One fact of each day, the one whose text comes first, whatever came in first.
    func eenPerDag<Inhoud>() -> [Element] where Element == Vermelding<Inhoud> {
        var uit: [Element] = []
        var rest = self
        while !rest.isEmpty {
            let dag = rest.vanEersteDag()
            if let feit = dag.voorzichtigste({ _, _ in false }) { uit.append(feit) }
            rest = rest[dag.endIndex...]
        }
        return uit
    }

    /// The earliest fact that fits; of several of one day the one whose text comes first, whatever came in first.
    func vroegste<Inhoud>(_ past: (Element) -> Bool = { _ in true }) -> Element? where Element == Vermelding<Inhoud> {
        guard let plek = firstIndex(where: past) else { return nil }
        var beste = self[plek]
        for ander in self[(plek + 1)...] {
            guard ander.geldigOp == beste.geldigOp else { break }
            guard past(ander) else { continue }
            if ander.inhoud == beste.inhoud {
                if ander.bron.rawValue < beste.bron.rawValue { beste = ander }
            } else if ander.inhoud.tekst < beste.inhoud.tekst {
                beste = ander
            }
        }
        return beste
    }
}

extension Feitinhoud {
    /// The fields as JSON, to compare by.
    var velden: [JSON.Lid] {
        var velden = Veldschrijver()
        schrijf(naar: &velden)
        return velden.leden
    }

    fileprivate var tekst: String { JSON.object(velden).description }
}
