/// How the names of provinces are written besides their official forms.
enum ProvinceSpelling {
    /// Provinces by their names with and without the words for what they are, right or wrong: 广西省, 内蒙, 新疆自治区.
    static let byName: [String: Province] = {
        var names: [String: Province] = [:]
        for province in Province.all {
            let short = province.shortName
            for name in [short, province.fullName, short + "省", short + "市", short + "自治区", short + "特区"] {
                names[name] = province
            }
        }
        let others = [
            "内蒙": "neimenggu", "内蒙自治区": "neimenggu", "黑龙": "heilongjiang", "广西壮族": "guangxi", "宁夏回族": "ningxia",
            "新疆维吾尔": "xinjiang", "新疆维吾尔族自治区": "xinjiang", "维吾尔自治区": "xinjiang", "西藏区": "xizang", "香港特别行政区": "hongkong",
        ]
        for (name, slug) in others { names[name] = Province(named: slug) }
        // A city and a prefecture have these names.
        for name in ["吉林市", "海南市", "兵团省", "兵团市", "兵团自治区", "兵团特区"] { names[name] = nil }
        return names
    }()

    private static let byAbbreviation: [String: Province] = {
        var names: [String: Province] = [:]
        for province in Province.all where province.code != "XPCC" { names[province.abbreviation] = province }
        // The other abbreviation that a province has, and the first character where people use that.
        let others = [
            "蜀": "sichuan", "贵": "guizhou", "云": "yunnan", "秦": "shaanxi", "陇": "gansu", "申": "shanghai",
            "桂": "guangxi",
        ]
        for (name, slug) in others { names[name] = Province(named: slug) }
        return names
    }()

    /// 浙, 浙省.
    static func abbreviation(_ text: String) -> Province? {
        byAbbreviation[text.count == 2 && text.hasSuffix("省") ? String(text.dropLast()) : text]
    }

    /// `Zhejiang Province`, `inner mongolia`, `ZheJiang`.
    static func inEnglish(_ text: String) -> Province? {
        guard text.utf8.first.map({ $0 < 0x80 }) == true else { return nil }
        var name = text.lowercased()
        for word in ["province", "municipality", "autonomousregion", "city"] where name.hasSuffix(word) {
            name = String(name.dropLast(word.count))
        }
        return Province.all.first { province in
            province.slug == name || province.englishName.lowercased().filter { $0 != " " } == name
        }
    }

    /// The name with simplified characters and ASCII digits and brackets, without the spaces that tables put into short
    /// names, and with the right one of characters that are often taken for each other.
    static func plain(_ name: String) -> String {
        String(ValueProposal.halfWidth(name).filter { !$0.isWhitespace && !isInvisible($0) }.map { forms[$0] ?? $0 })
    }

    private static func isInvisible(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy {
            $0.properties.generalCategory == .format || $0.properties.generalCategory == .control
        }
    }

    private static let forms: [Character: Character] = [
        "陝": "陕", "陜": "陕", "廣": "广", "東": "东", "內": "内", "遼": "辽", "寧": "宁", "龍": "龙", "蘇": "苏",
        "貴": "贵", "雲": "云", "肅": "肃", "臺": "台", "灣": "湾", "門": "门", "慶": "庆", "滬": "沪", "黒": "黑",
        "澤": "泽", "區": "区", "壯": "壮", "維": "维", "爾": "尔", "團": "团", "莊": "庄", "漢": "汉", "紹": "绍",
        "興": "兴", "錫": "锡", "連": "连", "島": "岛", "煙": "烟", "濟": "济", "鄭": "郑", "陽": "阳", "長": "长", "瀋": "沈",
        "馬": "马", "貢": "贡", "場": "场", "義": "义", "無": "无", "鎮": "镇", "揚": "扬", "鹽": "盐",
        "淅": "浙", "渐": "浙", "折": "浙", "彊": "疆", "強": "疆", "强": "疆", "⼭": "山",
    ]
}

/// The Xinjiang Production and Construction Corps and its divisions: 兵团, 新疆建设兵团, 第八师石河子市, 农八师.
enum CorpsName {
    static func isOne(_ text: String) -> Bool {
        guard let rest = afterName(text) else { return division(text[...]) != nil && !text.hasPrefix("师") }
        return rest.isEmpty || division(rest) != nil || rest == "本级" || rest.hasPrefix("直属")
    }

    /// Whether the name of an enterprise or association begins with that of the Corps.
    static func begins(_ name: String) -> Bool { afterName(name) != nil }

    private static func afterName(_ text: String) -> Substring? {
        var rest = text[...]
        for word in ["新疆", "维吾尔自治区", "生产", "建设"] where rest.hasPrefix(word) { rest = rest.dropFirst(word.count) }
        return rest.hasPrefix("兵团") ? rest.dropFirst(2) : nil
    }

    /// What follows `第八师`, `农八师`; `nil` where no division is named.
    private static func division(_ text: Substring) -> Substring? {
        var rest = text
        let isMarked = rest.hasPrefix("第") || rest.hasPrefix("农")
        while rest.hasPrefix("第") || rest.hasPrefix("农") { rest = rest.dropFirst() }
        let number = rest.prefix { "一二三四五六七八九十".contains($0) || $0.isASCII && $0.isNumber }
        rest = rest.dropFirst(number.count)
        guard !number.isEmpty, rest.hasPrefix("师"), isMarked || text.startIndex > text.base.startIndex else {
            return nil
        }
        return rest.dropFirst()
    }
}
