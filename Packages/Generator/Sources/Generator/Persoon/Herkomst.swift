// SPDX-License-Identifier: EUPL-1.2

/// Where a person comes from: a code of BRP landelijke tabel 32 with names that occur there.
struct Herkomst {
    /// Code of tabel 32.
    let nationaliteit: String
    /// A language the person can be spoken to in.
    let taal: String
    /// Surnames.
    let achternamen: [String]
    /// Given names of men.
    let mannen: [String]
    /// Given names of women.
    let vrouwen: [String]
}

extension Herkomst {
    private static let arabisch = ["Al-Hassan", "Haddad", "Khalil", "Mansour", "Najjar", "Saleh", "Darwish", "Hamdan"]
    private static let arabischM = ["Ahmad", "Omar", "Yousef", "Khaled", "Mahmoud", "Samir", "Tarek", "Bassel"]
    private static let arabischV = ["Fatima", "Rania", "Mariam", "Nour", "Hala", "Amal", "Lina", "Yasmin"]
    private static let hoorn = ["Tesfay", "Gebremedhin", "Abdi", "Mohamud", "Tekle", "Haile", "Warsame", "Berhane"]
    private static let hoornM = ["Yonas", "Samuel", "Abdullahi", "Filmon", "Daniel", "Hassan", "Merhawi", "Idris"]
    private static let hoornV = ["Selam", "Hodan", "Rahel", "Semhar", "Ayaan", "Helen", "Ifrah", "Senait"]
    private static let perzisch = ["Ahmadi", "Karimi", "Rezaei", "Noori", "Hosseini", "Rahimi", "Sharifi", "Wardak"]
    private static let perzischM = ["Ali", "Reza", "Farid", "Hamid", "Navid", "Mirwais", "Arash", "Zabi"]
    private static let perzischV = ["Zahra", "Maryam", "Leila", "Shirin", "Nargis", "Parisa", "Soraya", "Freshta"]
    private static let turks = ["Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Öztürk", "Aydın", "Arslan"]
    private static let turksM = ["Mehmet", "Mustafa", "Emre", "Hakan", "Murat", "Deniz", "Kerem", "Baran"]
    private static let turksV = ["Ayşe", "Elif", "Zeynep", "Derya", "Esra", "Gülay", "Sibel", "Dilan"]
    private static let aziatisch = ["Santos", "Reyes", "Wang", "Li", "Sharma", "Patel", "Suksai", "Khan"]
    private static let aziatischM = ["Arun", "Wei", "Jose", "Ravi", "Somchai", "Bilal", "Jun", "Imran"]
    private static let aziatischV = ["Maria", "Li Na", "Priya", "Malee", "Anjali", "Grace", "Mei", "Sana"]
    private static let latijns = ["Silva", "Souza", "García", "Rodríguez", "Pereira", "Gómez", "Oliveira", "Díaz"]
    private static let latijnsM = ["Carlos", "Lucas", "Andrés", "Miguel", "Rafael", "Diego", "João", "Felipe"]
    private static let latijnsV = ["Ana", "Camila", "Juliana", "Sofía", "Valentina", "Paula", "Beatriz", "Laura"]

    private static func van(
        _ code: String,
        _ taal: String,
        _ achternamen: [String],
        _ mannen: [String],
        _ vrouwen: [String]
    ) -> Herkomst {
        Herkomst(nationaliteit: code, taal: taal, achternamen: achternamen, mannen: mannen, vrouwen: vrouwen)
    }

    /// Asielstatushouders, with weights.
    static let asiel: [(Herkomst, Int)] = [
        (van("0336", "ar", arabisch, arabischM, arabischV), 46),
        (van("0084", "ti", hoorn, hoornM, hoornV), 12),
        (van("0339", "tr", turks, turksM, turksV), 11),
        (van("0058", "ar", arabisch, arabischM, arabischV), 8),
        (van("0300", "prs", perzisch, perzischM, perzischV), 8),
        (van("0315", "fa", perzisch, perzischM, perzischV), 5),
        (van("0149", "so", hoorn, hoornM, hoornV), 4),
        (van("0314", "ar", arabisch, arabischM, arabischV), 3),
        (van("0148", "ar", hoorn, hoornM, hoornV), 1),
        (van("0499", "ar", arabisch, arabischM, arabischV), 2),
    ]

    /// Gezinsmigranten en overige migranten, with weights.
    static let gezin: [(Herkomst, Int)] = [
        (van("0339", "tr", turks, turksM, turksV), 22),
        (van("0131", "ar", arabisch, arabischM, arabischV), 18),
        (van("0312", "hi", aziatisch, aziatischM, aziatischV), 11),
        (van("0253", "pt", latijns, latijnsM, latijnsV), 10),
        (van("0309", "tl", aziatisch, aziatischM, aziatischV), 9),
        (van("0337", "th", aziatisch, aziatischM, aziatischV), 8),
        (van("0307", "zh", aziatisch, aziatischM, aziatischV), 8),
        (van("0255", "es", latijns, latijnsM, latijnsV), 5),
        (van("0112", "ar", arabisch, arabischM, arabischV), 5),
        (van("0331", "ur", aziatisch, aziatischM, aziatischV), 4),
    ]
}
