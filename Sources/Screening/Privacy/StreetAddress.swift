/// Tells a person's address from other places: a word that announces one, then a road or village with a number of a
/// house or room, in one sentence. 地址 alone announces offices as well: behind it only a dwelling is a person's.
///
/// Roads and house numbers alone are what the teams write about (「文苑路12号检查井」), so that they are no sign of anything.
enum StreetAddress {
    /// What is written before 址, 住 and 人 where the address of a person follows.
    private static let announcements: [(last: StaticString, before: [StaticString])] = [
        ("址", ["住", "家庭地", "居住地", "通讯地", "通信地", "联系地", "收件地", "收货地", "邮寄地", "户籍地", "个人地", "人地", "员工地"]),
        ("住", ["家", "现", "居"]),
        ("人", ["联系", "收件", "收货"]),
    ]
    private static let ways: [StaticString] = ["路", "街", "巷", "弄", "村", "镇", "乡", "小区", "苑", "里", "大道", "胡同"]
    private static let numbered: [StaticString] = ["号", "弄", "室", "栋", "幢", "单元", "楼", "座", "层"]
    /// Bytes of the sentence in which the address must stand.
    private static let reach = 180

    /// What tells that people live where an address is: entrances of blocks of flats, and names of estates.
    private static let entrances: [StaticString] = ["单元"]
    private static let estates: [StaticString] = ["小区", "新村", "公寓", "花园", "家园", "花苑", "佳苑", "雅苑", "宿舍", "里弄"]
    /// Who works there, or in which house, where it is nobody's home.
    private static let offices: [StaticString] = [
        "公司", "协会", "办公", "单位", "中心", "大厦", "广场", "写字楼", "委员会", "企业", "集团", "商务", "项目部", "工地", "养护", "施工",
    ]

    /// What is written before an address.
    private enum Announcement {
        /// A word that only a person's address has behind it.
        case ofPerson
        /// 地址 alone: offices have addresses as well.
        case plain
    }

    /// The address that is announced by the character at `index`; `nil` where none is.
    static func match(in bytes: UnsafeBufferPointer<UInt8>, announcedAt index: Int) -> Range<Int>? {
        guard index + 3 <= bytes.count, let announcement = announcement(in: bytes, at: index) else { return nil }
        let start = skippingMarks(bytes, from: index + 3)
        var end: Int?
        var (hasWay, hasEntrance, hasEstate, hasOffice) = (false, false, false, false)
        var position = start
        while position < bytes.count, position - start < reach, !isEndOfSentence(bytes, position) {
            if bytes[position] & 0xC0 != 0x80 {
                if ways.contains(where: { has($0, bytes, position) }) { hasWay = true }
                if let unit = numbered.first(where: { has($0, bytes, position) }), isAfterNumber(bytes, position) {
                    end = position + unit.utf8CodeUnitCount
                    if entrances.contains(where: { has($0, bytes, position) }) { hasEntrance = true }
                }
                if announcement == .plain {
                    if estates.contains(where: { has($0, bytes, position) }) { hasEstate = true }
                    if offices.contains(where: { has($0, bytes, position) }) { hasOffice = true }
                }
            }
            position += 1
        }
        guard hasWay || hasEstate, let end else { return nil }
        switch announcement {
        case .ofPerson: return start..<end
        case .plain:
            let isHome = hasEntrance || hasEstate
            return isHome && !hasOffice && !isOffice(bytes, before: index) ? start..<end : nil
        }
    }

    /// What the character at `index` announces; `nil` for nothing.
    private static func announcement(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Announcement? {
        guard let found = announcements.first(where: { has($0.last, bytes, index) }) else { return nil }
        if found.before.contains(where: { ends($0, bytes, index) }) { return .ofPerson }
        // 办公地址 and 企业地址 are told by the character before; 地址 stands alone at the beginning of a line, cell or clause.
        if found.last.utf8Start[0] == 0xE5, ends("地", bytes, index) {
            let isPartOfWord = index >= 6 && (0xE4...0xE9).contains(bytes[index - 6])
            return isPartOfWord ? nil : .plain
        }
        // “张三，男，1990年1月1日出生，住…”: what is told of a person.
        let isLiving =
            has("住", bytes, index) && ["，", "、", "；", ","].contains { ends($0, bytes, index) }
            && !["建", "房", "宿", "院", "户"].contains { has($0, bytes, index + 3) }
        return isLiving && tellsOfPerson(bytes, before: index) ? .ofPerson : nil
    }

    /// Whether a sentence says whether somebody is a man or a woman, or when they were born.
    private static func tellsOfPerson(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        holds(["出生", "，男，", "，女，", "，男、", "，女、", "族，"], bytes, before: index)
    }

    private static func isOffice(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        holds(offices, bytes, before: index)
    }

    /// Whether one of some words stands before a place in its sentence.
    private static func holds(_ words: [StaticString], _ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        var position = index
        while position > 0, index - position < reach, !isEndOfSentence(bytes, position - 1) {
            position -= 1
            if words.contains(where: { has($0, bytes, position) }) { return true }
        }
        return false
    }

    private static func skippingMarks(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            if has("：", bytes, index) || has("为", bytes, index) || has("是", bytes, index) || has("在", bytes, index) {
                index += 3
            } else if bytes[index] == UInt8(ascii: ":") || bytes[index] == UInt8(ascii: " ")
                || bytes[index] == UInt8(ascii: "|") || bytes[index] == UInt8(ascii: "*")
            {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private static func isEndOfSentence(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "\n") || has("。", bytes, index) || has("；", bytes, index)
    }

    /// Whether a digit, in either width, or a numeral of Chinese stands before a place.
    private static func isAfterNumber(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index >= 3 else { return false }
        if (0x30...0x39).contains(bytes[index - 1]) { return true }
        let isFullWidth =
            bytes[index - 3] == 0xEF && bytes[index - 2] == 0xBC && (0x90...0x99).contains(bytes[index - 1])
        return isFullWidth || numerals.contains { ends($0, bytes, index) }
    }

    private static let numerals: [StaticString] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "百"]

    private static func has(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard index >= 0, index + count <= bytes.count else { return false }
        for offset in 0..<count where bytes[index + offset] != word.utf8Start[offset] { return false }
        return true
    }

    private static func ends(_ word: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        has(word, bytes, index - word.utf8CodeUnitCount)
    }
}
