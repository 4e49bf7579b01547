// SPDX-License-Identifier: EUPL-1.2

/// Finds the operation for a path.
struct Routetabel: Sendable {
    /// The base path of the exchange: the major version of the APIs.
    static let basis = "/v1"

    /// All operations of DUO's side.
    static let duo = Routetabel(
        Inburgeringsplicht.routes + Inburgeringstermijn.routes + Leerbaarheidstoets.routes
            + VrijstellingOntheffing.routes + Examen.routes + PIPAPI.routes + Inburgeringsaanbod.routes
            + Contactpersonen.routes + MAPPVTZroute.routes + GevolgdeUren.routes + BoeteVerlengingGebeurtenis.routes
    )

    /// An operation with the values of the variable parts of its path.
    struct Treffer: Sendable {
        let route: Route
        let parameters: [String: String]
    }

    private let routes: [Route]

    init(_ routes: [Route]) {
        self.routes = routes
    }

    func zoek(methode: String, pad: String) -> Treffer? {
        let delen = Self.delen(pad)
        for route in routes where route.methode == methode {
            if let parameters = Self.vergelijk(route.delen, delen) {
                return Treffer(route: route, parameters: parameters)
            }
        }
        return nil
    }

    /// Whether any operation has this path, whatever its method.
    func kentPad(_ pad: String) -> Bool {
        let delen = Self.delen(pad)
        return routes.contains { Self.vergelijk($0.delen, delen) != nil }
    }

    static func delen(_ pad: String) -> [String] {
        pad.split(separator: "/", omittingEmptySubsequences: true).map(String.init)
    }

    /// A path in which everything that may be a BSN is hidden, for the log of requests to unknown paths.
    static func gemaskeerd(_ pad: String) -> String {
        delen(pad).map { deel in
            deel.utf8.filter { (48...57).contains($0) }.count >= 8 ? "/{bsn}" : "/\(deel)"
        }.joined()
    }

    private static func vergelijk(_ sjabloon: [String], _ delen: [String]) -> [String: String]? {
        guard sjabloon.count == delen.count else { return nil }
        var parameters: [String: String] = [:]
        for (verwacht, gekregen) in zip(sjabloon, delen) {
            if verwacht.hasPrefix("{") {
                parameters[String(verwacht.dropFirst().dropLast())] = gekregen
            } else if verwacht != gekregen {
                return nil
            }
        }
        return parameters
    }
}

/// The shapes that the specification gives the variable parts of a path.
enum Padparameters {
    static func geldig(_ parameters: [String: String]) -> Bool {
        parameters.allSatisfy { naam, waarde in
            switch naam {
            case "bsn": waarde.utf8.count == 9 && waarde.utf8.allSatisfy { (48...57).contains($0) }
            case "instellingsnummer": waarde.count == 10
            case "id": Int(waarde).map { Contactpersonen.nummers.contains($0) } ?? false
            default: false
            }
        }
    }
}
