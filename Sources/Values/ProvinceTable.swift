extension Province {
    /// All 34 regions in the order of GB/T 2260, the Corps directly after Xinjiang.
    ///
    /// The places on the tile grid are schematic and say nothing of position or borders.
    package static let all: [Province] = {
        let rows: [(String, String, String, String, String, String, Int, Int)] = [
            ("11", "北京市", "北京", "京", "beijing", "Beijing", 6, 1),
            ("12", "天津市", "天津", "津", "tianjin", "Tianjin", 7, 2),
            ("13", "河北省", "河北", "冀", "hebei", "Hebei", 6, 2),
            ("14", "山西省", "山西", "晋", "shanxi", "Shanxi", 5, 2),
            ("15", "内蒙古自治区", "内蒙古", "蒙", "neimenggu", "Inner Mongolia", 5, 1),
            ("21", "辽宁省", "辽宁", "辽", "liaoning", "Liaoning", 7, 1),
            ("22", "吉林省", "吉林", "吉", "jilin", "Jilin", 8, 1),
            ("23", "黑龙江省", "黑龙江", "黑", "heilongjiang", "Heilongjiang", 8, 0),
            ("31", "上海市", "上海", "沪", "shanghai", "Shanghai", 8, 3),
            ("32", "江苏省", "江苏", "苏", "jiangsu", "Jiangsu", 7, 3),
            ("33", "浙江省", "浙江", "浙", "zhejiang", "Zhejiang", 7, 4),
            ("34", "安徽省", "安徽", "皖", "anhui", "Anhui", 6, 4),
            ("35", "福建省", "福建", "闽", "fujian", "Fujian", 7, 5),
            ("36", "江西省", "江西", "赣", "jiangxi", "Jiangxi", 6, 5),
            ("37", "山东省", "山东", "鲁", "shandong", "Shandong", 6, 3),
            ("41", "河南省", "河南", "豫", "henan", "Henan", 5, 3),
            ("42", "湖北省", "湖北", "鄂", "hubei", "Hubei", 5, 4),
            ("43", "湖南省", "湖南", "湘", "hunan", "Hunan", 5, 5),
            ("44", "广东省", "广东", "粤", "guangdong", "Guangdong", 6, 6),
            ("45", "广西壮族自治区", "广西", "桂", "guangxi", "Guangxi", 5, 6),
            ("46", "海南省", "海南", "琼", "hainan", "Hainan", 5, 7),
            ("50", "重庆市", "重庆", "渝", "chongqing", "Chongqing", 4, 4),
            ("51", "四川省", "四川", "川", "sichuan", "Sichuan", 3, 4),
            ("52", "贵州省", "贵州", "黔", "guizhou", "Guizhou", 4, 5),
            ("53", "云南省", "云南", "滇", "yunnan", "Yunnan", 3, 5),
            ("54", "西藏自治区", "西藏", "藏", "xizang", "Xizang", 1, 3),
            ("61", "陕西省", "陕西", "陕", "shaanxi", "Shaanxi", 4, 3),
            ("62", "甘肃省", "甘肃", "甘", "gansu", "Gansu", 3, 2),
            ("63", "青海省", "青海", "青", "qinghai", "Qinghai", 2, 3),
            ("64", "宁夏回族自治区", "宁夏", "宁", "ningxia", "Ningxia", 4, 2),
            ("65", "新疆维吾尔自治区", "新疆", "新", "xinjiang", "Xinjiang", 2, 2),
            ("XPCC", "新疆生产建设兵团", "兵团", "兵", "bingtuan", "Xinjiang Production and Construction Corps", -1, -1),
            ("71", "台湾省", "台湾", "台", "taiwan", "Taiwan", 8, 6),
            ("81", "香港特别行政区", "香港", "港", "hongkong", "Hong Kong", 7, 7),
            ("82", "澳门特别行政区", "澳门", "澳", "macau", "Macao", 6, 7),
        ]
        return rows.enumerated().map { order, row in
            Province(
                order: order, code: row.0, fullName: row.1, shortName: row.2, abbreviation: row.3, slug: row.4,
                englishName: row.5, tile: row.6 < 0 ? nil : Tile(column: row.6, row: row.7),
                countsToSlug: row.4 == "bingtuan" ? "xinjiang" : nil)
        }
    }()

    private static let byName: [String: Province] = {
        var names: [String: Province] = [:]
        for province in all {
            for name in [province.fullName, province.shortName, province.code, province.slug] { names[name] = province }
            // GB/T 2260 writes regions with six digits; the Corps has no code there.
            if province.code.utf8.count == 2 { names[province.code + "0000"] = province }
        }
        return names
    }()

    /// Every name by which `init(named:)` knows a province, in the standard order.
    package static var names: [String] {
        byName.sorted { ($0.value.order, $0.key) < ($1.value.order, $1.key) }.map(\.key)
    }

    /// The province of a short or full name, a GB/T 2260 code of two or six digits, or a slug; `nil` for others.
    package init?(named name: String) {
        guard let province = Self.byName[name] else { return nil }
        self = province
    }

    /// The short name of the province that a text means which is no name of one: 浙, 廣東, 青岛, 浙江生. Nothing is proposed
    /// for a text that is only like a name.
    package static func suggestion(for name: String) -> String? { PlaceReading(name).province?.shortName }
}

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
