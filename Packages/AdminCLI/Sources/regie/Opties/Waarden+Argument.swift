// SPDX-License-Identifier: EUPL-1.2

public import ArgumentParser
public import Brieven
public import Inburgering

// The domain's values as they stand on a command line. The domain does not know the argument parser.

extension Gemeentecode: @retroactive ExpressibleByArgument {
    /// Four digits.
    public init?(argument: String) { self.init(argument) }
}

extension Datum: @retroactive ExpressibleByArgument {
    /// `JJJJ-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension Tijdstip: @retroactive ExpressibleByArgument {
    /// RFC 3339, or a date: then the end of that day, because "known on 1 March" includes that day.
    public init?(argument: String) {
        if let datum = Datum(argument) {
            let middernacht = Tijdstip(datum.volgende)
            self = middernacht.plus(milliseconden: -1000 * Int64(Amsterdam.verschil(op: middernacht)) - 1)
        } else {
            self.init(argument)
        }
    }
}

extension DossierID: @retroactive ExpressibleByArgument {
    /// Twelve characters.
    public init?(argument: String) { self.init(argument) }
}

extension OIN: @retroactive ExpressibleByArgument {
    /// Twenty digits.
    public init?(argument: String) { self.init(argument) }
}

extension OnvolledigeDatum: @retroactive ExpressibleByArgument {
    /// `JJJJ-MM-DD`, zeros for what is unknown.
    public init?(argument: String) { self.init(argument) }
}

extension Bron: @retroactive ExpressibleByArgument {}
extension Leerroute: @retroactive ExpressibleByArgument {}
extension Examenonderdeel: @retroactive ExpressibleByArgument {}
extension NiveauPip: @retroactive ExpressibleByArgument {}
extension Alfabetiseringsonderwijs: @retroactive ExpressibleByArgument {}
extension PipWijzigingsreden: @retroactive ExpressibleByArgument {}
extension Urensoort: @retroactive ExpressibleByArgument {}
extension JaNee: @retroactive ExpressibleByArgument {}
extension Job.Status: @retroactive ExpressibleByArgument {}

extension Briefsoort: @retroactive ExpressibleByArgument {}
