/// Tells a person's address from other places: a word that announces one, then a road or village with a number of a
/// house or room, in one sentence.
///
/// Roads and house numbers alone are what the teams write about (「文苑路12号检查井」), so that they are no sign of anything.
enum StreetAddress {
    /// What is written before 址, 住 and 人 where the address of a person follows.
    private static let announcements: [(last: StaticString, before: [StaticString])] = [
        ("址", ["住", "家庭地", "居住地", "通讯地", "通信地", "联系地", "收件地", "收货地", "邮寄地", "户籍地", "个人地"]),
        ("住", ["家", "现", "居"]),
        ("人", ["联系", "收件", "收货"]),
    ]
    private static let ways: [StaticString] = ["路", "街", "巷", "弄", "村", "镇", "乡", "小区", "苑", "里", "大道", "胡同"]
    private static let numbered: [StaticString] = ["号", "弄", "室", "栋", "幢", "单元", "楼", "座", "层"]
    /// Bytes of the sentence in which the address must stand.
    private static let reach = 180

    /// The address that is announced by the character at `index`; `nil` where none is.
    static func match(in bytes: UnsafeBufferPointer<UInt8>, announcedAt index: Int) -> Range<Int>? {
        guard index + 3 <= bytes.count, let announcement = announcements.first(where: { has($0.last, bytes, index) }),
            announcement.before.contains(where: { ends($0, bytes, index) })
        else { return nil }
        let start = skippingMarks(bytes, from: index + 3)
        var end: Int?
        var hasWay = false
        var position = start
        while position < bytes.count, position - start < reach, !isEndOfSentence(bytes, position) {
            if bytes[position] & 0xC0 != 0x80 {
                if ways.contains(where: { has($0, bytes, position) }) { hasWay = true }
                if let unit = numbered.first(where: { has($0, bytes, position) }), isAfterNumber(bytes, position) {
                    end = position + unit.utf8CodeUnitCount
                }
            }
            position += 1
        }
        guard hasWay, let end else { return nil }
        return start..<end
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
