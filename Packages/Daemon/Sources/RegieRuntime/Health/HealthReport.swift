// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

/// How the installation stands, check by check.
public struct HealthReport: Sendable {
    /// How one check came out.
    public enum Status: String, Comparable, Sendable {
        /// All well.
        case ok
        /// It works, but somebody should look.
        case waarschuwing
        /// It does not work.
        case fout

        private var rank: Int {
            switch self {
            case .ok: 0
            case .waarschuwing: 1
            case .fout: 2
            }
        }
        /// Better first.
        public static func < (links: Status, rechts: Status) -> Bool { links.rank < rechts.rank }
    }

    /// One check.
    public struct Check: Sendable {
        /// What was looked at: `opslag`, `logboek`, `sleutels`, `schema`, `dode-brieven`, `partner`.
        public let naam: String
        /// Of which gemeente, schedule or partner; nil for the installation.
        public let over: String?
        /// How it came out.
        public let status: Status
        /// In words, Dutch.
        public let uitleg: String
        /// - Parameters: see the properties.
        public init(_ naam: String, over: String? = nil, _ status: Status, _ uitleg: String) {
            self.naam = naam
            self.over = over
            self.status = status
            self.uitleg = uitleg
        }
    }

    /// All checks.
    public let checks: [Check]
    /// The worst of them.
    public var status: Status { checks.map(\.status).max() ?? .ok }

    /// `{"status":…,"versie":…,"controles":[{"naam":…,"over":…,"status":…,"uitleg":…}]}`
    public var json: JSON {
        .object([
            .init("status", .tekst(status.rawValue)),
            .init("versie", .tekst(RegieVersie.tekst)),
            .init(
                "controles",
                .lijst(
                    checks.map { check in
                        var leden: [JSON.Lid] = [.init("naam", .tekst(check.naam))]
                        if let over = check.over { leden.append(.init("over", .tekst(over))) }
                        leden.append(.init("status", .tekst(check.status.rawValue)))
                        leden.append(.init("uitleg", .tekst(Redactor.redact(check.uitleg))))
                        return .object(leden)
                    }
                )
            ),
        ])
    }
}
