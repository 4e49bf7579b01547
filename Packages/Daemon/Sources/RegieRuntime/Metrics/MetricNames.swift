// SPDX-License-Identifier: EUPL-1.2

/// Every metric of Regie, with what it says. Names only grow. Labels: `gemeente` (CBS code), `soort` (kind of job),
/// `schema`, `status`, `uitkomst`, `bij`, `route`, `code`: fixed lists, nothing of a person.
public enum MetricNames {
    /// Name → what it says, as `# HELP` tells it.
    public static let help: [String: String] = [
        "regie_jobs_lopend": "Taken die nu lopen.",
        "regie_jobs_afgerond_total": "Taken die eindigden, naar soort en uitkomst (gedaan, mislukt, afgebroken).",
        "regie_job_duur_seconds": "Hoe lang een taak liep, naar soort.",
        "regie_jobs_gered_total": "Taken overgenomen van een proces dat wegviel.",
        "regie_jobs_lease_verlopen_total": "Uitkomsten die te laat kwamen: een ander had de taak al.",
        "regie_jobs_opzij_total": "Taken die opzij zijn gezet omdat zij niet opengaan (verzegeling-faalt), naar soort.",
        "regie_jobs_dode_brieven": "Taken die voorgoed mislukten en op een beheerder wachten (geteld tot 1000).",
        "regie_schema_tikken_total": "Tikken van een schema die een taak werden.",
        "regie_schema_laatste_tik_seconds": "Wanneer een schema het laatst tikte, seconden sinds 1970.",
        "regie_nacht_dossiers_total":
            "Dossiers die de nachtelijke beoordeling hier zag en waarvan zij regels wijzigde, naar uitkomst.",
        "regie_opslag_fouten_total": "Fouten van de opslag, naar wat er gevraagd werd.",
        "regie_notificaties_botsing_total":
            "Notificaties die zijn geweigerd omdat hun berichtId eerder iets anders zei.",
        "regie_inbox_berichten": "Ontvangen berichten naar status.",
        "regie_outbox_berichten": "Te verzenden berichten naar status.",
        "regie_dossiers": "Aantal dossiers.",
        "regie_http_verzoeken_total": "Beantwoorde verzoeken naar route en code.",
        "regie_http_duur_seconds": "Hoe lang een antwoord duurde, naar route.",
        "regie_info": "Altijd 1; de labels noemen de versie.",
        "regie_start_seconds": "Wanneer dit proces begon, seconden sinds 1970.",
    ]
}
