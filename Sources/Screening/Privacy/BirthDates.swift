/// Days and months in which persons were born: a word before or behind one tells it from other days.
extension PersonalDataScan {
    private static let wordsOfBirth: [StaticString] = [
        "出生年月日", "出生年月", "出生日期", "出生时间", "出生于", "出生", "生日", "born", "born on", "date of birth", "birthday",
    ]
    /// Years in which people were born who work, or are honoured for their work, today: what a works or an event began with has
    /// other words, or another year.
    private static let yearsOfBirth = 1920...2012

    /// The date of a birth that begins at a place with the digits of its year; `nil` for dates of other things, and for years alone.
    func birthDate(at start: Int) -> Range<Int>? {
        guard bytes[start] == UInt8(ascii: "1") || bytes[start] == UInt8(ascii: "2"),
            start == 0 || !Self.isDigit(bytes[start - 1])
        else { return nil }
        if let end = endOfCompactDate(at: start) { return follows(Self.wordsOfBirth, start) ? start..<end : nil }
        guard let year = digits(at: start, count: 4...4), Self.yearsOfBirth.contains(year.value),
            let end = endOfDate(behindYear: year.end), follows(Self.wordsOfBirth, start) || isBirth(behind: end)
        else { return nil }
        return start..<end
    }

    /// The value of some digits that stand at a place; `nil` where there are fewer or more.
    private func digits(at start: Int, count: ClosedRange<Int>) -> (value: Int, end: Int)? {
        var (value, end) = (0, start)
        while end < bytes.count, end - start <= count.upperBound, Self.isDigit(bytes[end]) {
            value = value * 10 + Int(bytes[end] - 0x30)
            end += 1
        }
        return count.contains(end - start) ? (value, end) : nil
    }

    /// The end of a date without marks: `19850308`.
    private func endOfCompactDate(at start: Int) -> Int? {
        guard let date = digits(at: start, count: 8...8), Self.yearsOfBirth.contains(date.value / 10_000),
            (1...12).contains(date.value / 100 % 100), (1...31).contains(date.value % 100)
        else { return nil }
        return date.end
    }

    /// The end of month and day behind a year: `年3月`, `年3月8日`, `-03-08`, `.03`, `/3/8`.
    private func endOfDate(behindYear yearEnd: Int) -> Int? {
        guard let first = separator("年", at: yearEnd), let month = digits(at: first, count: 1...2),
            (1...12).contains(month.value)
        else { return nil }
        let end = behind("月", at: month.end) ?? month.end
        guard let second = separator("月", at: month.end), let day = digits(at: second, count: 1...2),
            (1...31).contains(day.value)
        else { return end }
        return behind("日", at: day.end) ?? day.end
    }

    /// The place behind what stands between two numbers of a date.
    private func separator(_ word: String, at place: Int) -> Int? {
        if let end = behind(word, at: place) { return skippingBlank(at: end) }
        guard place < bytes.count, "-./".utf8.contains(bytes[place]) else { return nil }
        return place + 1
    }

    /// The place behind a word that may have a blank before it.
    private func behind(_ word: String, at place: Int) -> Int? {
        let start = skippingBlank(at: place)
        return starts(at: start, with: word) ? start + word.utf8.count : nil
    }

    private func skippingBlank(at place: Int) -> Int {
        place < bytes.count && bytes[place] == UInt8(ascii: " ") ? place + 1 : place
    }

    /// Whether `出生` follows, or `生` at the end of a clause: 1970年3月生）. What leaves production, 出生产, is not born.
    private func isBirth(behind end: Int) -> Bool {
        let start = skippingBlank(at: end)
        if starts(at: start, with: "出生") { return !starts(at: start, with: "出生产") }
        guard starts(at: start, with: "生") else { return false }
        let rest = start + "生".utf8.count
        return rest >= bytes.count || bytes[rest] < 0x30
            || ["，", "。", "；", "、", "）", "|"].contains { starts(at: rest, with: $0) }
    }
}
