/// The names of places below the province, with all the forms in which people write them, and the provinces they lie in.
///
/// A short form is in one of two sets: those that mean one place to everybody (青岛, 江阴), and those that a person must be
/// asked about, because they are counties' or districts' (云阳, 江北) or several places' (朝阳).
struct PlaceIndex: Sendable {
    /// Names that say a province by themselves: `青岛市`, `青岛`, `海南州`, `陕县`, `浦东`.
    private(set) var known: [String: Set<Province>] = [:]
    /// Short forms that only help where the province stands before them, and otherwise may be proposed.
    private(set) var loose: [String: Set<Province>] = [:]
    /// Names with which an enterprise's or association's name may begin: with their kind (`江阴市`), or short ones of the
    /// prefecture level.
    private(set) var beginnings: [String: Province] = [:]
    /// Of the longest name, in characters.
    private(set) var longest = 0

    static let shared = PlaceIndex()

    private init() {
        let provinces = Dictionary(uniqueKeysWithValues: Province.all.map { ($0.code, $0) })
        func each(_ table: [(code: String, names: String)], _ body: (String, Province) -> Void) {
            for (code, names) in table {
                guard let province = provinces[code] else { continue }
                for name in names.split(whereSeparator: { $0 == " " || $0 == "\n" }) { body(String(name), province) }
            }
        }
        var cityShorts: [String: Set<Province>] = [:]
        each(CityTable.prefectures) { name, province in
            addWhole(name, province)
            for form in PlaceForms.ofPrefecture(name) where !Self.sharedShorts.contains(form) {
                known[form, default: []].insert(province)
                beginnings[form] = province
            }
            loose[PlaceForms.short(name), default: []].insert(province)
        }
        each(CityTable.countyCities) { name, province in
            addWhole(name, province)
            cityShorts[PlaceForms.short(name), default: []].insert(province)
        }
        each(CountyTable.counties) { name, province in
            addWhole(name, province)
            let short = PlaceForms.short(name)
            if name.contains("自治"), short != name { addWhole(short + String(name.suffix(1)), province) }
            loose[short, default: []].insert(province)
        }
        each(CountyTable.districts) { name, province in
            known[name, default: []].insert(province)
            loose[PlaceForms.short(name), default: []].insert(province)
        }
        for (short, places) in cityShorts {
            // A county or district of the same name elsewhere, and nobody knows which is meant.
            let all = places.union(loose[short] ?? [])
            if all.count == 1, known[short] == nil, short.count > 1 {
                known[short] = all
            } else {
                loose[short] = all
            }
        }
        for (code, names) in Self.others {
            guard let province = provinces[code] else { continue }
            for name in names { known[name] = [province] }
        }
        // Cities of the Corps lie in Xinjiang: under which of both a team counts is not for us to say.
        if let corps = provinces["XPCC"] {
            for city in Self.corpsCities {
                for form in [city, city + "市"] { known[form, default: []].insert(corps) }
                beginnings[city + "市"] = nil
            }
        }
        loose = loose.filter { $0.key.count > 1 }
        longest = known.keys.map(\.count).max() ?? 0
    }

    private mutating func addWhole(_ name: String, _ province: Province) {
        known[name, default: []].insert(province)
        beginnings[name] = province
    }

    /// Short names of prefectures that are as well known as something else.
    private static let sharedShorts: Set<String> = ["朝阳", "兴安", "海西", "吉林", "海南"]

    /// Areas that are no divisions, and names that people use beside the official ones.
    private static let others: [(code: String, names: [String])] = [
        ("12", ["滨海新区"]), ("13", ["雄安", "雄安新区", "曹妃甸", "山海关"]),
        ("15", ["锡盟", "阿盟", "呼盟", "哲盟", "伊盟", "巴盟", "乌盟"]), ("31", ["浦东", "浦东新区"]), ("33", ["舟山群岛新区"]),
        ("36", ["赣江新区"]), ("43", ["湘江新区"]), ("44", ["横琴", "横琴新区", "前海"]), ("50", ["两江新区"]),
        ("51", ["天府新区"]), ("52", ["贵安", "贵安新区"]), ("53", ["版纳"]), ("61", ["西咸", "西咸新区"]), ("62", ["兰州新区"]),
        ("65", ["巴州", "博州", "克州"]), ("81", ["九龙", "新界"]), ("82", ["氹仔"]),
    ]

    private static let corpsCities = [
        "石河子", "阿拉尔", "图木舒克", "五家渠", "北屯", "铁门关", "双河", "可克达拉", "昆玉", "胡杨河", "新星", "白杨",
    ]
}

/// The forms of one place's name.
enum PlaceForms {
    private static let kinds = ["自治州", "自治县", "自治旗", "地区", "林区", "特区", "市", "盟", "县", "旗", "区"]

    /// 恩施 of 恩施土家族苗族自治州, 青岛 of 青岛市; the name itself where nothing is left.
    static func short(_ name: String) -> String {
        guard let kind = kinds.first(where: { name.hasSuffix($0) && name.count > $0.count }) else { return name }
        var base = name.dropLast(kind.count)
        guard kind.hasPrefix("自治") else { return String(base) }
        while let people = peoples.first(where: { base.hasSuffix($0) && base.count > $0.count }) {
            base = base.dropLast(people.count)
        }
        return String(base)
    }

    /// Short forms of a name of the prefecture level: 青岛; 海南州, 恩施州, 锡林郭勒盟.
    static func ofPrefecture(_ name: String) -> [String] {
        let short = short(name)
        guard short.count > 1, short != name else { return [] }
        if name.hasSuffix("自治州") { return [short, short + "州", short + "自治州"] }
        return name.hasSuffix("地区") || name.hasSuffix("盟") ? [short, short + "市"] : [short]
    }

    /// The longer first, so that 蒙古族 goes before 蒙古.
    private static let peoples: [String] = {
        let names = [
            "蒙古", "回", "藏", "维吾尔", "苗", "彝", "壮", "布依", "朝鲜", "满", "侗", "瑶", "白", "土家", "哈尼", "哈萨克", "傣", "黎",
            "傈僳", "佤", "畲", "拉祜", "水", "东乡", "纳西", "景颇", "柯尔克孜", "土", "达斡尔", "仫佬", "羌", "布朗", "撒拉", "毛南",
            "仡佬", "锡伯", "普米", "塔吉克", "怒", "鄂温克", "保安", "裕固", "独龙", "鄂伦春", "各",
        ]
        return (names.map { $0 + "族" } + names.filter { $0.count > 1 }).sorted { $0.count > $1.count }
    }()
}
