/// Which province a text means that somebody wrote where a province is asked for.
///
/// Understood is what is known: names of provinces, their abbreviations, and places by the tables of divisions. Likeness
/// decides nothing: 青岛 is not 青海 with a slip.
package enum PlaceReading: Sendable, Hashable {
    case one(Province, Manner)
    /// A name that may mean these provinces, one or several: only the writer knows.
    case unclear([Province])
    case unknown

    /// In which way the province was told.
    package enum Manner: Sendable, Hashable {
        /// Its name in full or in short, its code or slug.
        case name
        /// The same written otherwise: abbreviation, traditional characters, spaces, `广西省`, with a place in it behind.
        case spelling
        /// A place in it.
        case place
        /// Its name with one character that does not belong there: `浙江生`.
        case slip
    }

    /// The province where the text leaves no doubt.
    package var province: Province? {
        if case .one(let province, _) = self { return province }
        return nil
    }

    /// Reads a text.
    ///
    /// - Parameter allowsMore: whether more may stand behind the name of a province with its 省 or 市, as in an address. A
    ///   heading that only begins with a province's name says something else.
    package init(_ text: String, allowsMore: Bool = true) {
        let trimmed = text.trimmingSpaces
        if let province = Province(named: trimmed) {
            self = .one(province, .name)
            return
        }
        let plain = ProvinceSpelling.plain(trimmed)
        if let province = Province(named: plain) {
            self = .one(province, .spelling)
            return
        }
        let (main, notes) = Self.withoutBrackets(plain)
        self =
            main.isEmpty && notes.count == 1
            ? Self.list(notes[0], allowsMore)
            : Self.list(main, allowsMore).explained(by: notes)
    }

    /// What stands outside of brackets, and in them: 宁波（计划单列市）, 江北（重庆）.
    private static func withoutBrackets(_ text: String) -> (main: String, notes: [String]) {
        var (main, note, notes, depth) = ("", "", [String](), 0)
        for character in text {
            switch character {
            case "(", "[", "〔", "【", "<": depth += 1
            case ")", "]", "〕", "】", ">":
                depth = max(0, depth - 1)
                if depth == 0, !note.isEmpty {
                    notes.append(note)
                    note = ""
                }
            default: if depth > 0 { note.append(character) } else { main.append(character) }
            }
        }
        return (main, note.isEmpty ? notes : notes + [note])
    }

    /// Several names with signs between them: 浙江/宁波 is one province, 浙江、江苏 are two.
    private static func list(_ text: String, _ allowsMore: Bool) -> PlaceReading {
        let parts = text.split(whereSeparator: { "、,;/|\\".contains($0) }).map(String.init)
        guard parts.count > 1 else { return chain(parts.first ?? "", allowsMore) }
        let readings = parts.map { chain($0, allowsMore) }
        var provinces: [Province] = []
        for reading in readings {
            switch reading {
            case .one(let province, _): provinces.append(province)
            case .unclear(let some): provinces += some
            case .unknown: return .unknown
            }
        }
        guard let first = provinces.first, readings.allSatisfy({ $0.province == first }) else {
            return .unclear(Set(provinces).sorted())
        }
        return .one(first, .place)
    }

    /// Names from the widest to the narrowest: 浙江省, 浙江省杭州市, 杭州市余杭区, 新疆生产建设兵团第八师.
    private static func chain(_ text: String, _ allowsMore: Bool) -> PlaceReading {
        let text = text.filter { !"-·—–.".contains($0) }
        if CorpsName.isOne(text) { return Province(named: "XPCC").map { .one($0, .spelling) } ?? .unknown }
        if let province = ProvinceSpelling.abbreviation(text) ?? ProvinceSpelling.inEnglish(text) {
            return .one(province, .spelling)
        }
        var links = PlaceChain(text, allowsMore: allowsMore)
        return links.read()
    }

    /// What stands in brackets tells which of several is meant, or contradicts; `（含宁波）` says nothing about the whole.
    private func explained(by notes: [String]) -> PlaceReading {
        var result = self
        for note in notes where !["含", "不含", "包括", "除"].contains(where: { note.hasPrefix($0) }) {
            guard let other = Self.list(note, false).province else { continue }
            switch result {
            case .one(let province, _) where province == other: break
            case .one(let province, _): result = .unclear([province, other].sorted())
            case .unclear(let some): if some.contains(other) { result = .one(other, .place) }
            case .unknown: break
            }
        }
        return result
    }

    /// The province that the name of an enterprise or association begins with: 浙江省市政行业协会, 宁波鄞水市政设施有限公司.
    ///
    /// - Returns: `isCertain` is false for a city's name in short, which may be a word as well: 安康, 中山.
    package static func atStart(of name: String) -> (province: Province, isCertain: Bool)? {
        let name = ProvinceSpelling.plain(name)
        if CorpsName.begins(name) { return Province(named: "XPCC").map { ($0, true) } }
        let index = PlaceIndex.shared
        for length in stride(from: min(index.longest, name.count), to: 1, by: -1) {
            let start = String(name.prefix(length))
            // 东方市政工程有限公司 names no city of 东方市: the word is 市政.
            if start.hasSuffix("市"), name.dropFirst(length).hasPrefix("政") { continue }
            if EnterprisePlaces.isStreetOrWater(name.dropFirst(length)) { continue }
            if let province = ProvinceSpelling.byName[start] { return (province, true) }
            if let province = index.beginnings[start] {
                return (province, PlaceForms.short(start) != start)
            }
        }
        return nil
    }
}

/// Follows the names of places in a text from left to right.
private struct PlaceChain {
    private let text: String
    private let allowsMore: Bool
    private var rest: Substring
    private var provinces: Set<Province>?
    /// The name that was read last.
    private var last = ""
    /// Whether the text began with the name of a province, and nothing else was read.
    private var isProvinceAlone = false

    init(_ text: String, allowsMore: Bool) {
        self.text = text
        self.allowsMore = allowsMore
        rest = text[...]
    }

    mutating func read() -> PlaceReading {
        while !rest.isEmpty, let (name, places) = next() {
            let common = provinces.map { $0.intersection(places) } ?? places
            guard !common.isEmpty else { return .unclear((provinces ?? []).union(places).sorted()) }
            isProvinceAlone = provinces == nil && ProvinceSpelling.byName[name] != nil
            provinces = common
            last = name
            rest = rest.dropFirst(name.count)
        }
        guard let provinces else {
            return PlaceIndex.shared.loose[text].map { .unclear($0.sorted()) } ?? .unknown
        }
        guard provinces.count == 1, let province = provinces.first else {
            return rest.isEmpty ? .unclear(provinces.sorted()) : .unknown
        }
        if rest.isEmpty || mayEnd { return .one(province, isProvinceAlone ? .spelling : .place) }
        return isSlip ? .one(province, .slip) : .unknown
    }

    /// The longest name at the start of the rest. Behind a province counties and districts may stand in short.
    private func next() -> (String, Set<Province>)? {
        let index = PlaceIndex.shared
        for length in stride(from: min(index.longest, rest.count), to: 1, by: -1) {
            let name = String(rest.prefix(length))
            if let province = ProvinceSpelling.byName[name] { return (name, [province]) }
            if let places = index.known[name] { return (name, places) }
            if let provinces, let places = index.loose[name], !places.isDisjoint(with: provinces) {
                return (name, places)
            }
        }
        return nil
    }

    /// Whether what is left says nothing about the province: smaller places, or words about the area.
    private var mayEnd: Bool {
        let endings = ["市", "县", "区", "旗", "州", "盟", "镇", "乡", "街道", "地区", "省直", "市直", "本级", "辖", "直属", "单列"]
        if endings.contains(where: { rest.hasSuffix($0) }) { return true }
        // 浙江省… is the province whatever follows, 浙江… is not.
        return allowsMore && ["省", "市", "自治区", "特别行政区"].contains { last.hasSuffix($0) }
    }

    /// `浙江生`, `四川昌`: all characters of the name, and one more that makes no other place of it.
    private var isSlip: Bool {
        isProvinceAlone && rest.count == 1 && last.count + 1 == text.count
            && PlaceIndex.shared.known[String(text.dropFirst())] == nil
            && PlaceIndex.shared.loose[String(text.dropFirst())] == nil
    }
}
