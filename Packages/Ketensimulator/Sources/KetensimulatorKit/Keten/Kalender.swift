// SPDX-License-Identifier: EUPL-1.2

import Foundation

/// What day it is for the simulated DUO.
public enum Kalender: Sendable {
    /// The real day in Europe/Amsterdam.
    case echt
    /// A day that stands still until it is set again.
    case vast(Dag)

    /// Today.
    public var vandaag: Dag {
        switch self {
        case .vast(let dag): return dag
        case .echt:
            var kalender = Calendar(identifier: .gregorian)
            kalender.timeZone = TimeZone(identifier: "Europe/Amsterdam") ?? .gmt
            let delen = kalender.dateComponents([.year, .month, .day], from: Date())
            return Dag(jaar: delen.year ?? 1, maand: delen.month ?? 1, dag: delen.day ?? 1) ?? Dag(nummer: 0)
        }
    }

    /// The instant of a registration: today's date with the time of the real clock, UTC.
    func registratieDatumTijd() -> String {
        let nu = Date().ISO8601Format()
        switch self {
        case .echt: return nu
        case .vast(let dag): return "\(dag)\(nu.dropFirst(10))"
        }
    }
}
