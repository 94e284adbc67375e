import Content

/// What people write where a number or a day is asked for.
enum AnswerValue {
    /// A number with or without a unit behind it: `２８人`, `98.5%`, `二十八人`, `二〇二六年`. `nil` for everything else, such as
    /// `约30人` or `20至30`.
    static func number(_ text: String) -> Double? {
        let text = LabelText.normal(text)
        let digits = text.prefix { $0.isASCII && $0.isNumber || $0 == "." }
        if !digits.isEmpty {
            // Hundreds of digits are no number of anything.
            return isUnit(text.dropFirst(digits.count)) ? Double(digits).flatMap { $0.isFinite ? $0 : nil } : nil
        }
        let numerals = text.prefix { values[$0] != nil || units[$0] != nil }
        return numerals.isEmpty || !isUnit(text.dropFirst(numerals.count)) ? nil : chineseNumber(numerals)
    }

    /// A day as `2026-05-08`, `2026.5.8`, `2026年5月8日` or `二〇二六年五月八日`.
    static func date(_ text: String) -> CalendarDate? {
        let parts = LabelText.normal(text).split { "年月日号.-/".contains($0) }.map { part in
            number(String(part)).flatMap { Int(exactly: $0) }
        }
        guard parts.count == 3, let year = parts[0], let month = parts[1], let day = parts[2] else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    private static func isUnit(_ text: Substring) -> Bool { !text.contains { $0.isNumber || "-~,—至到.".contains($0) } }

    private static let values: [Character: Int] = [
        "〇": 0, "零": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
    ]
    private static let units: [Character: Int] = ["十": 10, "百": 100, "千": 1000]

    /// `二〇二六` digit by digit, `一百二十八` by its units; up to 9999.
    private static func chineseNumber(_ numerals: Substring) -> Double? {
        guard numerals.count <= 9 else { return nil }
        guard numerals.contains(where: { units[$0] != nil }) else {
            return Double(numerals.reduce(0) { $0 * 10 + (values[$1] ?? 0) })
        }
        var sum = 0
        var digit: Int?
        var last = 10000
        for numeral in numerals {
            if let value = values[numeral] {
                guard digit == nil || digit == 0 else { return nil }
                digit = value
            } else if let unit = units[numeral], unit < last {
                sum += (digit ?? 1) * unit
                (digit, last) = (nil, unit)
            } else {
                return nil
            }
        }
        return Double(sum + (digit ?? 0))
    }
}
