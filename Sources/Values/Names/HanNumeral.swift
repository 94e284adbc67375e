/// Numbers in Han characters: `十二`, `一百零五`, `二〇二六`, `廿三`.
package enum HanNumeral {
    private static let digits: [Character: Int] = [
        "〇": 0, "零": 0, "○": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
        "壹": 1, "贰": 2, "叁": 3, "肆": 4, "伍": 5, "陆": 6, "柒": 7, "捌": 8, "玖": 9,
    ]
    private static let units: [Character: Int] = [
        "十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000, "万": 10000,
    ]
    private static let tens: [Character: Int] = ["廿": 20, "卅": 30]

    /// Whether a character is part of numbers.
    package static func isOne(_ character: Character) -> Bool {
        digits[character] != nil || units[character] != nil || tens[character] != nil
    }

    /// The number that numerals write, digit by digit or with units, below 100 million; `nil` for what is no number.
    package static func value(_ numerals: some Collection<Character>) -> Int? {
        guard (1...15).contains(numerals.count) else { return nil }
        if numerals.allSatisfy({ digits[$0] != nil }) {
            guard numerals.count <= 8 else { return nil }
            return numerals.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
        }
        var (sum, digit, lastUnit, lastDigit): (Int, Int?, Int, Int?) = (0, nil, .max, nil)
        var isAfterZero = false
        for numeral in numerals {
            if let value = digits[numeral] {
                // 一百零五: a zero stands for units that are left out.
                guard digit == nil else { return nil }
                if value == 0 { isAfterZero = true } else { digit = value }
                lastDigit = value
            } else if let value = tens[numeral] {
                guard digit == nil, lastUnit > 10 else { return nil }
                (sum, lastUnit) = (sum + value, 10)
            } else if let unit = units[numeral] {
                if unit == 10000 {
                    guard lastUnit > 0, sum + (digit ?? 0) > 0, sum < 10000 else { return nil }
                    (sum, digit, lastUnit, isAfterZero) = ((sum + (digit ?? 0)) * 10000, nil, 10000, false)
                    continue
                }
                guard unit < lastUnit, digit != nil || unit == 10 else { return nil }
                (sum, digit, lastUnit, isAfterZero) = (sum + (digit ?? 1) * unit, nil, unit, false)
            } else {
                return nil
            }
        }
        guard let digit else { return lastDigit == 0 && isAfterZero ? nil : sum }
        // 一百二 says 120 to one reader and 102 to another.
        guard lastUnit <= 10 || isAfterZero else { return nil }
        return sum + digit
    }
}
