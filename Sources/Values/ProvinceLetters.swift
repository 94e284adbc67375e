extension Province {
    /// Two letters as in GB/T 2260, which tells 山西 (`sx`) from 陕西 (`sn`); `bt` for the Corps, which has no code there.
    /// Ids of teams begin with them where a site has no habit of its own.
    package var letters: String { Self.letters[slug] ?? slug }

    private static let letters: [String: String] = [
        "beijing": "bj", "tianjin": "tj", "hebei": "he", "shanxi": "sx", "neimenggu": "nm", "liaoning": "ln",
        "jilin": "jl", "heilongjiang": "hl", "shanghai": "sh", "jiangsu": "js", "zhejiang": "zj", "anhui": "ah",
        "fujian": "fj", "jiangxi": "jx", "shandong": "sd", "henan": "ha", "hubei": "hb", "hunan": "hn",
        "guangdong": "gd", "guangxi": "gx", "hainan": "hi", "chongqing": "cq", "sichuan": "sc", "guizhou": "gz",
        "yunnan": "yn", "xizang": "xz", "shaanxi": "sn", "gansu": "gs", "qinghai": "qh", "ningxia": "nx",
        "xinjiang": "xj", "bingtuan": "bt", "taiwan": "tw", "hongkong": "hk", "macau": "mo",
    ]
}
