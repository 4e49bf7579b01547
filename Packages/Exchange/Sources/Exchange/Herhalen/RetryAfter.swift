// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// `Retry-After` (RFC 9110 section 10.2.3): seconds, or a date.
public enum RetryAfter {
    /// No partner holds us up longer than this by itself: one day, in milliseconds.
    public static let longest: Int64 = 86_400_000

    /// The moment before which not to try again; nil when the text says nothing usable.
    public static func moment(_ text: String?, from now: Tijdstip) -> Tijdstip? {
        guard let text = text?.trimmed, !text.isEmpty else { return nil }
        if text.utf8.allSatisfy({ (48...57).contains($0) }) {
            let seconds = text.utf8.count > 9 ? longest / 1000 : Int64(text) ?? 0
            return now.plus(milliseconden: min(seconds * 1000, longest))
        }
        guard let moment = imfDate(text) else { return nil }
        return min(max(moment, now), now.plus(milliseconden: longest))
    }

    /// `Sun, 06 Nov 1994 08:49:37 GMT`.
    private static func imfDate(_ text: String) -> Tijdstip? {
        let parts = text.split(separator: " ")
        guard parts.count == 6, parts[5] == "GMT", let day = Int(parts[1]), let year = Int(parts[3]),
            let month = months.firstIndex(of: parts[2].lowercased()), let date = Datum(year, month + 1, day)
        else { return nil }
        return Tijdstip("\(date)T\(parts[4])Z")
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}

extension PartnerResponse {
    /// The moment before which the partner asks not to try again.
    public func notBefore(from now: Tijdstip) -> Tijdstip? { RetryAfter.moment(header("retry-after"), from: now) }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop { $0 == " " || $0 == "\t" }
        return String(start.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
