// SPDX-License-Identifier: EUPL-1.2

public import Inburgering

extension RegieFout.Code {
    /// A letter that cannot be made: a fact or a ground is missing.
    public static let briefOnvolledig = RegieFout.Code(rawValue: "brief-onvolledig")
    /// A template that is missing or cannot be used.
    public static let sjabloonOngeldig = RegieFout.Code(rawValue: "sjabloon-ongeldig")
}

/// A letter is made whole or not at all: what is missing is named, never guessed.
func nodig<Waarde>(_ waarde: Waarde?, _ wat: String, _ watTeDoen: String) throws(RegieFout) -> Waarde {
    guard let waarde else {
        throw RegieFout(.briefOnvolledig, "De brief kan niet worden gemaakt: \(wat).", watTeDoen: watTeDoen)
    }
    return waarde
}
