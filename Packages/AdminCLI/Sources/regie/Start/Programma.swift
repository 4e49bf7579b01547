// SPDX-License-Identifier: EUPL-1.2

import ArgumentParser
import Foundation
import Inburgering

/// Runs one command and turns whatever comes of it into an exit code: 0 done, 1 failed, 2 wrong usage or
/// configuration, 6 done with findings.
@main
enum Programma {
    static func main() async {
        // A reader that stops early (`regie … | head`) ends us quietly.
        signal(SIGPIPE, SIG_DFL)
        exit(await draai(Argumenten.schik(Array(CommandLine.arguments.dropFirst()))))
    }

    static func draai(_ argumenten: [String]) async -> Int32 {
        do {
            if let bezwaar = Argumenten.onbekendeOpdracht(argumenten) {
                Melding.fout(Maskering.maskeer(bezwaar))
                return Afloop.verkeerdGebruik.rawValue
            }
            var opdracht = try Regie.parseAsRoot(argumenten)
            if var opdracht = opdracht as? any AsyncParsableCommand {
                try await opdracht.run()
            } else {
                try opdracht.run()
            }
            return Afloop.gelukt.rawValue
        } catch let code as ExitCode {
            return code.rawValue
        } catch let fout as RegieFout {
            Melding.fout(fout.description)
            return Afloop(fout).rawValue
        } catch {
            return toon(error)
        }
    }

    /// Help, the version, completion scripts, and everything that is wrong with a command line.
    private static func toon(_ error: any Error) -> Int32 {
        let tekst = Vertaling.nederlands(Regie.fullMessage(for: error))
        let code = Regie.exitCode(for: error)
        if code == .success {
            Uitgang.schrijf(tekst + "\n")
            return Afloop.gelukt.rawValue
        }
        Melding.schrijf(Maskering.maskeer(tekst))
        return (code == .validationFailure ? Afloop.verkeerdGebruik : Afloop.mislukt).rawValue
    }
}

/// How a command can end.
enum Afloop: Int32 {
    case gelukt = 0
    case mislukt = 1
    case verkeerdGebruik = 2
    case bevindingen = 6

    init(_ fout: RegieFout) {
        switch fout.code {
        case .configOngeldig, .wetOngeldig, .gebruikOngeldig: self = .verkeerdGebruik
        default: self = .mislukt
        }
    }
}
