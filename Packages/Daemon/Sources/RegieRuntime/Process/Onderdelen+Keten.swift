// SPDX-License-Identifier: EUPL-1.2

import ExchangeDUO
public import Inburgering
public import Logging
import Metrics

extension Onderdelen {
    /// The work of an installation: what DUO sends is stored and read, what is due is assessed, what is decided is sent,
    /// and the audit log is chained.
    /// - Parameters:
    ///   - installatie: opened.
    ///   - keten: the links with the partners.
    ///   - stores: one per gemeente, opened for the system.
    ///   - logger: for what partners send.
    public static func bouw(
        _ installatie: Installatie,
        _ keten: Keten,
        stores: [any GemeenteStore],
        logger: Logger
    ) -> Onderdelen {
        let dienst: @Sendable (any GemeenteStore) throws(RegieFout) -> DossierService = { installatie.dienst(op: $0) }
        let config = installatie.config
        let perGemeente = Dictionary(stores.map { ($0.gemeente, $0) }) { $1 }
        return Onderdelen(
            handlers: [
                NotificatieHandler(dienst: dienst, lezers: { keten.lezers($0) }),
                VerzendHandler(dienst: dienst, verzenders: { keten.verzenders($0) }),
                Termijnbewaking(dienst: dienst, perDeel: config.nachtdeel),
                Nachtwerk(dienst: dienst, logger: logger),
                Auditketen(),
                Onderhoud(dagen: config.bewaarDagen, klok: installatie.klok) { installatie.logboek($0) },
                Verzegeling(bewijs: { installatie.bewijs($0) }, klok: installatie.klok),
                Herverzegeling(klok: installatie.klok),
            ],
            schedules: config.standaardschemas,
            routes: { router, wek in
                guard let oin = config.ketenpartners.duo?.oin else { return }
                let api = NotificatieAPI(duo: oin, gemeenten: config.gemeenten.mapValues(\.oin))
                notificatieRoutes(op: router, api: api, klok: installatie.klok, logger: logger) { gemeente, bericht in
                    guard let store = perGemeente[gemeente] else {
                        throw RegieFout(.nietGevonden, "Gemeente \(gemeente) werkt hier niet.")
                    }
                    do throws(RegieFout) {
                        let ontvangst = try await Notificatieontvangst(store: store).neem(bericht)
                        if ontvangst == .botst {
                            Counter(
                                label: "regie_notificaties_botsing_total",
                                dimensions: [("gemeente", gemeente.description)]
                            ).increment()
                        }
                        wek(gemeente, NotificatieHandler.soort)
                        return ontvangst
                    } catch {
                        // A full disk shows here first: DUO keeps sending, and somebody must be warned.
                        Counter(label: "regie_opslag_fouten_total", dimensions: [("bij", "notificatie")]).increment()
                        throw error
                    }
                }
            },
            sluit: { await keten.sluit() }
        )
    }
}
