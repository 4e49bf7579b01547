// SPDX-License-Identifier: EUPL-1.2

/// What the YAML parser (libyaml) says, for who reads Dutch.
enum YAMLwoorden {
    /// Nil for what is rare: then place and advice must do.
    static func nederlands(_ probleem: String) -> String? { woorden[probleem] }

    private static let woorden = [
        "mapping values are not allowed in this context": "hier kan geen ':' staan",
        "block sequence entries are not allowed in this context": "hier kan geen '-' staan",
        "could not find expected ':'": "er ontbreekt een ':'",
        "did not find expected key": "hier hoort een sleutel te staan",
        "did not find expected '-' indicator": "hier hoort een '-' te staan",
        "did not find expected ',' or ']'": "er ontbreekt een ',' of ']'",
        "did not find expected ',' or '}'": "er ontbreekt een ',' of '}'",
        "did not find expected <document start>": "er staat iets te veel na het einde",
        "found character that cannot start any token": "hier staat een teken dat niet kan, zoals een tab",
        "found unexpected end of stream": "een aanhalingsteken is niet gesloten",
    ]
}
